import type { WordVectors } from "../embedding/word-vectors.ts";
import type { LexicalIndex, WeightedTerm } from "../search-index/lexical-index.ts";
import { lazily, type Steps } from "../search-index/steps.ts";
import type { QuestionTerm } from "./analyse-question.ts";

/** Terms of the corpus that mean something like a term of the question, with their likeness as weight. */
export interface TermExpansion {
  (term: QuestionTerm): readonly WeightedTerm[];
  /** Makes the table that it looks in, a piece at a time: left to the first term, that takes up to 140 ms. */
  readonly prepare: () => Promise<void>;
}

/** Only the most frequent words of a large corpus are compared. */
const maxSurfaces = 30_000;
const maxNeighbours = 10;
const floor = 0.35;
const kept = 4_000;
/** Rows compared at once: their sums do not wait for each other. */
const lanes = 4;
const rowsAtOnce = 200;

interface CorpusTable {
  /** Term of each row, and the purified vectors of the rows one after the other, filled up with zeros. */
  readonly terms: Int32Array;
  readonly matrix: Float32Array;
  /** Of the rows, for the term that is being looked for. */
  readonly cosines: Float64Array;
}

/** Finds neighbours by purified cosine over the corpus's own words; what was found is kept for later questions. */
export function createTermExpansion(lexical: LexicalIndex, words: WordVectors): TermExpansion {
  let found = new Map<number, readonly WeightedTerm[]>();
  const table = lazily(corpusTable(lexical, words));

  const expand = (term: QuestionTerm) => {
    if (term.row < 0 || term.kind !== "word") return [];
    const seen = found.get(term.row);
    if (seen !== undefined) return seen;
    const { terms, matrix, cosines } = table.get();
    dotAll(words.purified(term.row), matrix, cosines);
    const best = new Map<number, number>();
    for (let i = 0; i < terms.length; i++) {
      const cosine = cosines[i] as number;
      if (cosine <= floor) continue;
      const id = terms[i] as number;
      if (cosine > (best.get(id) ?? 0)) best.set(id, cosine);
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
  return Object.assign(expand, { prepare: table.prepare });
}

function* corpusTable(lexical: LexicalIndex, words: WordVectors): Steps<CorpusTable> {
  const known: { readonly row: number; readonly term: number }[] = [];
  for (const [index, surface] of lexical.surfaces.slice(0, maxSurfaces).entries()) {
    if (index % rowsAtOnce === 0) yield;
    const row = words.row(surface);
    if (row >= 0) known.push({ row, term: lexical.surfaceTerm(index) });
  }
  const groups = Math.ceil(known.length / lanes);
  const matrix = new Float32Array(groups * lanes * words.dimension);
  for (const [index, { row }] of known.entries()) {
    if (index % rowsAtOnce === 0) yield;
    words.purified(row, matrix.subarray(index * words.dimension, (index + 1) * words.dimension));
  }
  return { terms: Int32Array.from(known, ({ term }) => term), matrix, cosines: new Float64Array(groups * lanes) };
}

/** The `dot` of a vector with every row, the same to the last bit: rows go side by side, each adds in its own order. */
function dotAll(vector: Float32Array, rows: Float32Array, into: Float64Array): void {
  const dimension = vector.length;
  const wanted = Float64Array.from(vector);
  for (let first = 0; first < into.length; first += lanes) {
    let [a, b, c, d] = [0, 0, 0, 0];
    let at = first * dimension;
    for (let i = 0; i < dimension; i++, at++) {
      const value = wanted[i] as number;
      a += value * (rows[at] as number);
      b += value * (rows[at + dimension] as number);
      c += value * (rows[at + 2 * dimension] as number);
      d += value * (rows[at + 3 * dimension] as number);
    }
    into[first] = a;
    into[first + 1] = b;
    into[first + 2] = c;
    into[first + 3] = d;
  }
}
