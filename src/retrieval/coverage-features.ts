import type { AnalysedQuestion, QuestionTerm } from "./analyse-question.ts";
import type { Candidate } from "./candidate.ts";
import type { PreparedSentence, SentenceWord } from "./prepare-sentence.ts";
import { type Alignment, coverage, elementwiseMax } from "./soft-align.ts";

/** How much of the question the sentence, its chunk and its headings hold, by several measures of likeness. */
export const coverageFeatureNames = [
  "coverExact",
  "coverPlain",
  "coverPurified",
  "coverRelated",
  "coverBest",
  "coverWithHeading",
  "coverWithPrevious",
  "coverWithNext",
  "coverChunk",
  "coverHeading",
  "coverPrevious",
  "coverEvenly",
  "sentenceScore",
  "chunkScore",
  "sentenceCosine",
  "chunkCosine",
  "explained",
  "explainedByIdf",
  "bigrams",
  "spread",
  "unmetMost",
  "unmetSecond",
  "unmetSum",
  "unmetMostChunk",
  "unmetSumChunk",
  "wordsExact",
  "topTerm",
  "topTermChunk",
  "secondTerm",
  "lastTerm",
  "firstTerm",
] as const;

export function coverageFeatures({ terms }: AnalysedQuestion, candidate: Candidate): readonly number[] {
  const { sentence, alignment, heading, chunk, previous, next } = candidate;
  const cover = (met: ArrayLike<number>) => coverage(terms, met);
  const withHeading = elementwiseMax(alignment.best, heading.best);
  const withChunk = elementwiseMax(chunk.best, heading.best);
  const unmet = unmetWeights(terms, withHeading);
  const unmetChunk = unmetWeights(terms, withChunk);
  const [top, second] = heaviest(terms);
  return [
    cover(alignment.exact),
    cover(alignment.plain),
    cover(alignment.purified),
    cover(elementwiseMax(alignment.exact, alignment.related)),
    cover(alignment.best),
    cover(withHeading),
    previous === null ? cover(alignment.best) : cover(elementwiseMax(alignment.best, previous.best)),
    next === null ? cover(alignment.best) : cover(elementwiseMax(alignment.best, next.best)),
    cover(withChunk),
    cover(heading.best),
    previous === null ? 0 : cover(previous.best),
    mean(alignment.best),
    candidate.sentenceScore,
    candidate.chunkScore,
    candidate.sentenceCosine,
    candidate.chunkCosine,
    mean(alignment.explained),
    weightedMean(alignment.explained, sentence.words),
    bigramsKept(terms, alignment),
    spread(alignment, sentence),
    unmet[0] ?? 0,
    unmet[1] ?? 0,
    sum(unmet) / 3,
    unmetChunk[0] ?? 0,
    sum(unmetChunk) / 3,
    mean(alignment.exact),
    top === undefined ? 0 : (alignment.best[top] as number),
    top === undefined ? 0 : (withChunk[top] as number),
    second === undefined ? 0 : (alignment.best[second] as number),
    terms.length === 0 ? 0 : (alignment.best[terms.length - 1] as number),
    terms.length === 0 ? 0 : (alignment.best[0] as number),
  ];
}

/** Weights of what is not met, heaviest first, on a scale on which a rare word is about 1. */
function unmetWeights(terms: readonly QuestionTerm[], met: ArrayLike<number>): readonly number[] {
  return terms.map(({ weight }, t) => (weight * (1 - (met[t] as number))) / 8).sort((a, b) => b - a);
}

/** Share of neighbouring question terms whose words stand within two content words of each other, in the same order. */
function bigramsKept(terms: readonly QuestionTerm[], { word }: Alignment): number {
  let kept = 0;
  for (let t = 1; t < terms.length; t++) {
    const gap = (word[t] as number) - (word[t - 1] as number);
    if ((word[t] as number) >= 0 && (word[t - 1] as number) >= 0 && gap > 0 && gap <= 2) kept++;
  }
  return terms.length < 2 ? 0 : kept / (terms.length - 1);
}

/** How far apart the matched words stand, as a share of the sentence. */
function spread({ word }: Alignment, sentence: PreparedSentence): number {
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (const at of word) {
    if (at < 0) continue;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  return last < 0 ? 1 : (last - first) / Math.max(1, sentence.words.length);
}

/** Indices of the terms, by falling weight. */
function heaviest(terms: readonly QuestionTerm[]): readonly number[] {
  return terms
    .map((_, t) => t)
    .sort((a, b) => (terms[b] as QuestionTerm).weight - (terms[a] as QuestionTerm).weight || a - b);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: ArrayLike<number>): number {
  if (values.length === 0) return 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] as number;
  return total / values.length;
}

function weightedMean(values: ArrayLike<number>, words: readonly SentenceWord[]): number {
  let total = 0;
  let weights = 0;
  for (let w = 0; w < words.length; w++) {
    const { idf } = words[w] as SentenceWord;
    total += idf * (values[w] as number);
    weights += idf;
  }
  return weights === 0 ? 0 : total / weights;
}
