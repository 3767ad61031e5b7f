import { dot, unitVector } from "../domain/vector.ts";
import type { WordVectors } from "../embedding/word-vectors.ts";
import { flag } from "./flag.ts";
import type { SpanCandidate } from "./span-candidates.ts";
import type { SpanReading } from "./span-reading.ts";

/** Words that stand for a sort of thing; their mean vector says how far another word is of that sort. */
const sorts = {
  person: "john mary william smith james henry maria singer actor writer",
  people: "people workers soldiers students christians germans women settlers",
  place: "london france china texas california river africa city coast paris",
  organisation: "company university agency corporation committee institute ministry party association",
  time: "january summer monday century decade evening season era",
  quality: "large strong common important good difficult high complex",
  abstract: "idea theory belief method principle process concept policy",
  substance: "water oxygen iron blood protein acid metal gas",
  creature: "dog fish bird plant tree animal cell bacteria",
  work: "song book film album novel poem series episode",
  action: "increase attack marriage building teaching protection destruction production",
  object: "machine tool door weapon engine ship clothes device",
} as const;

const headEnd = /^(?:of|in|for|at|on|from|to|by|with)$/u;
/** Tokens of the noun phrase past a span that may name what the span counts or describes. */
const runReach = 4;
/** Words kept before all are forgotten. */
const capacity = 20_000;

export const likenessFeatureNames: readonly string[] = [
  ...Object.keys(sorts).map((sort) => `head ${sort}`),
  "headFocus",
  "maxFocus",
  "nextFocus",
  "previousFocus",
  "headQuestion",
  "meanQuestion",
  "sortOfFocus",
  "sortOfQuestion",
  "headKnown",
  "runBeforeFocus",
  "runAfterFocus",
];

/** A sentence read for one question -> the features of each of its spans. */
export type SpanLikeness = (reading: SpanReading) => (span: SpanCandidate) => readonly number[];

/** Likeness of a span's words to the noun asked for, to the question as a whole, and to sorts of things. */
export function createSpanLikeness(words: WordVectors): SpanLikeness {
  const vectors = new Map<number, Float32Array>();
  const sortVectors = new Map<number, readonly number[]>();
  const vectorOf = (row: number) => keep(vectors, row, () => words.purified(row));
  const centres = Object.values(sorts).map((list) =>
    meanVector(
      list.split(" ").map((word) => ({ row: words.row(word), weight: 1 })),
      words.dimension,
      vectorOf,
    ),
  );
  const unknown = centres.map(() => 0);
  const sortsOf = (row: number) =>
    row < 0 ? unknown : keep(sortVectors, row, () => centres.map((centre) => dot(vectorOf(row), centre)));
  return (reading) => {
    const { question, sentence, tokens } = reading;
    const focusRow = question.terms[question.focus]?.row ?? -1;
    const asked = meanVector(question.terms, words.dimension, vectorOf);
    const rows = tokens.map(({ word }) => sentence.words[word]?.row ?? -1);
    const toFocus = rows.map((row) =>
      row < 0 || focusRow < 0 ? 0 : row === focusRow ? 1 : dot(vectorOf(focusRow), vectorOf(row)),
    );
    const toQuestion = rows.map((row) => (row < 0 ? 0 : dot(asked, vectorOf(row))));
    const focusSorts = sortsOf(focusRow);
    const questionSorts = centres.map((centre) => dot(asked, centre));
    return (span) => {
      const head = headOf(reading, span);
      const row = rows[head] ?? -1;
      const headSorts = sortsOf(row);
      return [
        ...headSorts,
        toFocus[head] ?? 0,
        largest(toFocus, span),
        toFocus[contentFrom(reading, span.to, 1)] ?? 0,
        toFocus[contentFrom(reading, span.from - 1, -1)] ?? 0,
        toQuestion[head] ?? 0,
        meanOver(reading, span, toQuestion),
        dot(headSorts, focusSorts),
        dot(headSorts, questionSorts),
        flag(row >= 0),
        bestOfRun(reading, toFocus, { at: span.from - 1, step: -1 }),
        bestOfRun(reading, toFocus, { at: span.to, step: 1 }),
      ];
    };
  };
}

function keep<T>(kept: Map<number, T>, row: number, make: () => T): T {
  const known = kept.get(row);
  if (known !== undefined) return known;
  if (kept.size >= capacity) kept.clear();
  const made = make();
  kept.set(row, made);
  return made;
}

/** Of unit length, or zero where no word is known. */
function meanVector(
  words: readonly { readonly row: number; readonly weight: number }[],
  dimension: number,
  vectorOf: (row: number) => Float32Array,
): Float32Array {
  const sum = new Float64Array(dimension);
  for (const { row, weight } of words) {
    if (row < 0) continue;
    const vector = vectorOf(row);
    for (let i = 0; i < dimension; i++) sum[i] = (sum[i] as number) + weight * (vector[i] as number);
  }
  return unitVector(sum) ?? new Float32Array(dimension);
}

/** The last content word before the first preposition: "*keeper* of the harbour light". */
function headOf({ tokens }: SpanReading, { from, to }: SpanCandidate): number {
  let head = to - 1;
  for (let i = from + 1; i < to; i++) {
    if (!headEnd.test(tokens[i]?.text ?? "")) continue;
    head = i - 1;
    break;
  }
  while (head > from && (tokens[head]?.word ?? -1) < 0) head--;
  return head;
}

/** The nearest content word from `at` on, past two function words at most. */
function contentFrom({ tokens }: SpanReading, at: number, step: 1 | -1): number {
  for (let i = at; Math.abs(i - at) < 3; i += step) if ((tokens[i]?.word ?? -1) >= 0) return i;
  return -1;
}

function meanOver({ tokens }: SpanReading, { from, to }: SpanCandidate, values: readonly number[]): number {
  let sum = 0;
  let count = 0;
  for (let i = from; i < to; i++) {
    if ((tokens[i]?.word ?? -1) < 0) continue;
    sum += values[i] as number;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

function largest(values: readonly number[], { from, to }: SpanCandidate): number {
  let most = 0;
  for (let i = from; i < to; i++) if ((values[i] as number) > most) most = values[i] as number;
  return most;
}

function bestOfRun(
  { tokens }: SpanReading,
  values: readonly number[],
  { at, step }: { readonly at: number; readonly step: 1 | -1 },
): number {
  let best = 0;
  for (let i = at; Math.abs(i - at) < runReach && (tokens[i]?.word ?? -1) >= 0; i += step) {
    if (tokens[step === 1 ? i : i + 1]?.gap !== "none") break;
    best = Math.max(best, values[i] as number);
  }
  return best;
}
