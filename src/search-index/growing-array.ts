/** Whole numbers from 0 to 2 ** 32 - 1, four bytes each, that grow in number: a plain array takes several times that. */
export interface GrowingArray {
  readonly length: number;
  push(value: number): void;
  at(index: number): number;
  set(index: number, value: number): void;
  /** The numbers so far, a view that later ones do not reach. */
  values(): Uint32Array;
}

export function createGrowingArray(): GrowingArray {
  let values = new Uint32Array(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push: (value) => {
      if (length === values.length) {
        const wider = new Uint32Array(2 * length);
        wider.set(values);
        values = wider;
      }
      values[length++] = value;
    },
    at: (index) => values[index] as number,
    set: (index, value) => {
      values[index] = value;
    },
    values: () => values.subarray(0, length),
  };
}
