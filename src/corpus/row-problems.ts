/** How many rows that were left out are named one by one. */
const maxListed = 20;

export interface RowProblems {
  add(line: number, reason: string): void;
  list(): readonly string[];
}

/** Collects rows that were left out: `line 7: REASON` for the first twenty, then how many more there are. */
export function collectRowProblems(): RowProblems {
  const listed: string[] = [];
  let total = 0;
  return {
    add(line, reason) {
      total++;
      if (listed.length < maxListed) listed.push(`line ${line}: ${reason}`);
    },
    list() {
      const more = total - listed.length;
      return more === 0 ? listed : [...listed, `and ${more} more row${more === 1 ? "" : "s"}`];
    },
  };
}
