import { dot } from "../domain/vector.ts";
import type { WordVectors } from "../embedding/word-vectors.ts";
import type { LexicalIndex, WeightedTerm } from "../search-index/lexical-index.ts";
import type { QuestionTerm } from "./analyse-question.ts";

/** Terms of the corpus that mean something like a term of the question, with their likeness as weight. */
export type TermExpansion = (term: QuestionTerm) => readonly WeightedTerm[];

/** Only the most frequent words of a large corpus are compared. */
const maxSurfaces = 30_000;
const maxNeighbours = 10;
const floor = 0.35;
const kept = 4_000;

/** Finds neighbours by purified cosine over the corpus's own words; what was found is kept for later questions. */
export function createTermExpansion(lexical: LexicalIndex, words: WordVectors): TermExpansion {
  let found = new Map<number, readonly WeightedTerm[]>();
  let table: { readonly terms: Int32Array; readonly matrix: Float32Array } | null = null;

  function corpusTable() {
    if (table !== null) return table;
    const known = lexical.surfaces.slice(0, maxSurfaces).flatMap((surface, index) => {
      const row = words.row(surface);
      return row < 0 ? [] : [{ row, term: lexical.surfaceTerm(index) }];
    });
    const matrix = new Float32Array(known.length * words.dimension);
    for (const [index, { row }] of known.entries()) {
      words.purified(row, matrix.subarray(index * words.dimension, (index + 1) * words.dimension));
    }
    table = { terms: Int32Array.from(known, ({ term }) => term), matrix };
    return table;
  }

  return (term) => {
    if (term.row < 0 || term.kind !== "word") return [];
    const seen = found.get(term.row);
    if (seen !== undefined) return seen;
    const { terms, matrix } = corpusTable();
    const wanted = words.purified(term.row);
    const best = new Map<number, number>();
    for (let i = 0; i < terms.length; i++) {
      const cosine = dot(wanted, matrix.subarray(i * words.dimension, (i + 1) * words.dimension));
      const id = terms[i] as number;
      if (cosine > floor && cosine > (best.get(id) ?? 0)) best.set(id, cosine);
    }
    const neighbours = [...best]
      .filter(([id]) => id !== term.termId)
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, maxNeighbours)
      .map(([termId, cosine]) => ({ termId, weight: (cosine - 0.2) / 0.8 }));
    if (found.size >= kept) found = new Map();
    found.set(term.row, neighbours);
    return neighbours;
  };
}
