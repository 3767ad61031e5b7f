import type { Chunk } from "../domain/chunk.ts";
import type {
  AnalysisExplanation,
  NamedNumbers,
  OrderedChunk,
  OrdersExplanation,
  RerankedSentence,
  RerankingExplanation,
} from "../domain/explanation.ts";
import { maxTerms } from "../learned/term-network.ts";
import { tokenize } from "../text/tokenize.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { RankedSentence, Retrieval } from "./retrieve.ts";
import { featureNames } from "./sentence-features.ts";
import { termFeatureCount, termFeatureNames } from "./term-features.ts";

/** Places shown of every order. */
export const explainedPlaces = 10;

export interface RetrievalExplanation {
  readonly analysis: AnalysisExplanation;
  readonly orders: OrdersExplanation;
  readonly reranked: RerankingExplanation;
}

/** What retrieval made of one question, and in which orders it found what it found. `chunks` are those of the generation. */
export function explainRetrieval(retrieval: Retrieval, chunks: readonly Chunk[]): RetrievalExplanation {
  const { question, candidates, sentences } = retrieval;
  const idOf = (row: number) => chunks[row]?.id ?? "";
  const order = (rows: readonly number[], scores: ReadonlyMap<number, number>): readonly OrderedChunk[] =>
    rows.slice(0, explainedPlaces).map((row) => ({ chunkId: idOf(row), score: roundForDisplay(scores.get(row) ?? 0) }));
  return {
    analysis: explainAnalysis(question),
    orders: {
      dense: order(candidates.denseChunks, candidates.denseScores),
      lexical: order(candidates.lexicalChunks, candidates.chunkScores),
      expanded: order(candidates.softChunks, candidates.softScores),
      fused: order(candidates.fusedChunks, candidates.fusedScores),
    },
    reranked: {
      candidates: sentences.length,
      largest: sentences.length === 0 ? {} : named(featureNames, largestOf(sentences)),
      sentences: sentences
        .slice(0, explainedPlaces)
        .map((sentence) => explainSentence(question, sentence, idOf(sentence.chunk))),
    },
  };
}

function explainAnalysis(question: AnalysedQuestion): AnalysisExplanation {
  const { text, terms, focus, answerType, negated, times, corrections } = question;
  return {
    terms: terms.map(({ surface, weight, kind, isName, termId }) => ({
      text: surface,
      weight: roundForDisplay(weight),
      kind,
      isName,
      known: termId >= 0,
    })),
    focus: terms[focus]?.surface ?? null,
    answerType,
    negated,
    times: times.map(({ start, end, from, to }) => ({ text: text.slice(start, end), from, to })),
    corrections: corrections.map(([written, takenFor]) => ({ written, takenFor })),
  };
}

function explainSentence({ terms }: AnalysedQuestion, sentence: RankedSentence, chunkId: string): RerankedSentence {
  const { documentId, start, end, text, score, features, termRows, candidate } = sentence;
  const { alignment } = candidate;
  const tokens = tokenize(text);
  return {
    documentId,
    start,
    end,
    text,
    chunkId,
    score,
    features: named(featureNames, features),
    terms: terms.map(({ surface }, t) => {
      const row = termRows.subarray(t * termFeatureCount, (t + 1) * termFeatureCount);
      const word = candidate.sentence.words[alignment.word[t] as number];
      return {
        term: surface,
        likeness: roundForDisplay(alignment.best[t] as number),
        word: word === undefined ? null : (tokens[word.position]?.raw ?? null),
        features: t < maxTerms ? withoutZeros(named(termFeatureNames, row)) : {},
      };
    }),
  };
}

function largestOf(sentences: readonly RankedSentence[]): Float64Array {
  // No feature is measured from 0, so that the largest may be below it.
  const [first, ...rest] = sentences.map(({ features }) => features);
  return (rest as Float64Array[]).reduce(
    (max, features) => max.map((value, i) => Math.max(value, features[i] as number)),
    first as Float64Array,
  );
}

export function named(names: readonly string[], values: ArrayLike<number>): NamedNumbers {
  return Object.fromEntries(names.map((name, i) => [name, values[i] as number]));
}

function withoutZeros(numbers: NamedNumbers): NamedNumbers {
  return Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== 0));
}

/** Four decimals, as every number of a response that nothing is computed from. */
export function roundForDisplay(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
