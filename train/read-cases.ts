import { type ShortAnswerScore, scoreShortAnswer } from "../eval/answer-f1.ts";
import type { Case } from "../eval/case.ts";
import { type PreparedDocument, prepareDocument } from "../eval/evaluation-document.ts";
import { isOnEvidence } from "../eval/on-evidence.ts";
import { evidenceRank } from "../eval/retrieval-metrics.ts";
import type { Half } from "../eval/split.ts";
import type { Confidence } from "../src/answering/confidence.ts";
import { draftExtractive } from "../src/answering/draft-extractive.ts";
import type { FindShortAnswer } from "../src/answering/find-short-answer.ts";
import { bestOf } from "../src/retrieval/fuse-ranks.ts";
import { createRetriever, type Retrieval, type RetrieverOptions } from "../src/retrieval/retrieve.ts";
import type { Generation } from "../src/search-index/generation.ts";
import type { TrainingSet } from "./read-set.ts";

/** Where one way of ranking puts the evidence; ranks from 1, null where it is not among what was ranked. */
export interface EvidencePlace {
  readonly sentence: number | null;
  readonly paragraph: number | null;
}

/** One question as the program reads it, with all that a figure counts. */
export interface CaseReading {
  /** Name of the case file; the same with and without the evidence in the corpus. */
  readonly set: string;
  readonly testCase: Case;
  /** The paragraphs with the evidence were taken out of the corpus. */
  readonly removed: boolean;
  readonly ranker: EvidencePlace;
  readonly bm25: EvidencePlace;
  /** Probability, 0 to 1, that the best sentence answers. */
  readonly confidence: number;
  /** Of the words picked out of the best sentence, whether or not it would be shown. */
  readonly short: ShortAnswerScore;
  /** Sentences and words of the answer; 0 where it is withheld. */
  readonly sentences: number;
  readonly words: number;
}

export interface ReadingModels extends Omit<RetrieverOptions, "generation"> {
  readonly confidence: Confidence;
  readonly findShortAnswer: FindShortAnswer;
}

/** Asks the questions of one half of a set, conversations aside, in order. */
export async function readCases(set: TrainingSet, half: Half, models: ReadingModels): Promise<CaseReading[]> {
  const { generation, removed } = set;
  const retrieve = createRetriever({ ...models, generation });
  const documents = new Map(
    generation.documents.map(({ id, text }) => [id, prepareDocument({ id, fileName: id, text })]),
  );
  const readings: CaseReading[] = [];
  for (const [i, testCase] of set.cases.entries()) {
    if (set.halves[i] !== half || testCase.history.length > 0) continue;
    const retrieval = await retrieve(testCase.question);
    const [best] = retrieval.sentences;
    const { status, sentences, confidence } = draftExtractive(retrieval, models.confidence, models.findShortAnswer);
    const answer = status === "answered" ? sentences.map(({ text }) => text) : [];
    readings.push({
      set: set.name.replace(/ removed$/u, ""),
      testCase,
      removed,
      ...placeEvidence(retrieval, testCase.evidence, { generation, documents }),
      confidence,
      short: scoreShortAnswer(best === undefined ? null : models.findShortAnswer(retrieval, best), testCase.answers),
      sentences: answer.length,
      words: answer.join(" ").split(/\s+/u).filter(Boolean).length,
    });
  }
  return readings;
}

/** BM25 gets as many sentences as the ranker reads, and ranks paragraphs by its score of whole passages. */
function placeEvidence(
  { sentences, candidates, passages }: Retrieval,
  evidence: readonly string[],
  {
    generation: { chunks, lexical },
    documents,
  }: { readonly generation: Generation; readonly documents: ReadonlyMap<string, PreparedDocument> },
): Pick<CaseReading, "ranker" | "bm25"> {
  const textOf = (number: number) => {
    const row = lexical.chunkOf(number);
    const chunk = chunks[row];
    const span = chunk?.sentences[number - lexical.firstSentence(row)];
    return documents.get(chunk?.documentId ?? "")?.text.slice(span?.start ?? 0, span?.end ?? 0) ?? "";
  };
  const rankOf = (ranked: readonly string[]) => {
    const at = ranked.findIndex((text) => isOnEvidence(text, evidence));
    return at < 0 ? null : at + 1;
  };
  const paragraphOf = (ranked: Generation["chunks"]) => evidenceRank(ranked, evidence, documents);
  return {
    ranker: {
      sentence: rankOf(sentences.map(({ text }) => text)),
      paragraph: paragraphOf(passages.map(({ chunk }) => chunk)),
    },
    bm25: {
      sentence: rankOf(bestOf(candidates.sentenceScores, sentences.length).map(textOf)),
      paragraph: paragraphOf(candidates.lexicalChunks.flatMap((row) => chunks[row] ?? [])),
    },
  };
}
