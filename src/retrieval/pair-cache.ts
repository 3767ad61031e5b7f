/**
 * Three numbers and a flag for pairs of table rows, in one typed array of a fixed size. A pair that finds its few places
 * taken replaces one of them, so that nothing grows and nothing has to be dropped. It may forget, it never mixes pairs up.
 */
export interface PairCache {
  /** Where the pair stands in `values`; -1 where it is not kept. Rows are 0 to 2 ** 24. */
  find(row: number, other: number): number;
  /** Makes room for a pair that is not kept. The caller writes its three numbers behind the place returned. */
  add(row: number, other: number, flag: boolean): number;
  flag(at: number): boolean;
  /** The key of a pair, below 0 with the flag, and its three numbers: they lie in one line of memory. */
  readonly values: Float64Array;
}

const width = 4;
/** Places where a pair may stand, one after the other. */
const reach = 4;

/** For 2 ** `bits` pairs. */
export function createPairCache(bits: number): PairCache {
  const mask = 2 ** bits - 1;
  const values = new Float64Array(2 ** bits * width);
  let next = 0;
  // Never 0, which marks an empty place.
  const keyOf = (row: number, other: number) => row * 2 ** 25 + other + 1;
  const placeOf = (row: number, other: number): number => {
    const mixed = Math.imul(Math.imul(row, 0x9e3779b1) ^ other, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & mask;
  };

  return {
    values,
    find: (row, other) => {
      const place = placeOf(row, other);
      const key = keyOf(row, other);
      for (let i = 0; i < reach; i++) {
        const at = ((place + i) & mask) * width;
        const kept = values[at] as number;
        if (kept === key || kept === -key) return at;
      }
      return -1;
    },
    add: (row, other, flag) => {
      const place = placeOf(row, other);
      let free = 0;
      while (free < reach && values[((place + free) & mask) * width] !== 0) free++;
      if (free === reach) {
        next = (next + 1) % reach;
        free = next;
      }
      const at = ((place + free) & mask) * width;
      values[at] = flag ? -keyOf(row, other) : keyOf(row, other);
      return at;
    },
    flag: (at) => (values[at] as number) < 0,
  };
}
