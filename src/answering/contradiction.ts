/**
 * `direction`: it fell where the question says that it rose. `opposite`: she refused where it says that she accepted.
 * `denial`: it is denied outright. `statement`: the question denies what is stated. `time`, `number` and `name`:
 * another one stands in the same place.
 */
export type ContradictionKind = "direction" | "opposite" | "denial" | "statement" | "time" | "number" | "name";

/** What a sentence says against the premise of a question. */
export interface Contradiction {
  readonly kind: ContradictionKind;
  /** The terms of the question that the sentence speaks against, as indices. */
  readonly terms: readonly number[];
}
