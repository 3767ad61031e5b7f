import type { Chunk } from "../domain/chunk.ts";
import type {
  ConfidenceExplanation,
  DecisionExplanation,
  Explanation,
  ForeignExplanation,
  SentencePlace,
} from "../domain/explanation.ts";
import { explainedPlaces, explainRetrieval, named, roundForDisplay } from "../retrieval/explain-retrieval.ts";
import type { ForeignReading } from "../retrieval/read-foreign.ts";
import type { Retrieval } from "../retrieval/retrieve.ts";
import type { Draft } from "./answerer.ts";
import { chooseSentences, joiningMargin } from "./choose-sentences.ts";
import type { Confidence } from "./confidence.ts";
import { confidenceInputNames, confidenceInputs } from "./confidence-inputs.ts";
import type { SpanRanker } from "./span-ranker.ts";

/** One part of a question as it was read, and what was drafted from it. */
export interface ReadPart {
  readonly question: string;
  readonly retrieval: Retrieval;
  readonly draft: Draft;
}

/** What an answer came from. */
export interface Explained {
  readonly question: Omit<Explanation["question"], "rewritten">;
  readonly parts: readonly ReadPart[];
  /** Where it is there, its draft stands in place of those of the parts. */
  readonly foreign: { readonly reading: ForeignReading; readonly draft: Draft } | null;
}

export interface ExplainerOptions {
  /** Those of the generation, by row. */
  readonly chunks: readonly Chunk[];
  readonly confidence: Confidence;
  readonly rankSpans: SpanRanker;
  /** The expected share below which `rankSpans` withholds a span. */
  readonly spanThreshold: number;
}

/**
 * Makes the explanation of an answer out of what was retrieved and drafted for it. Nothing is searched again; what the
 * models said is computed anew from what they were given.
 */
export function createExplainer({
  chunks,
  confidence,
  rankSpans,
  spanThreshold,
}: ExplainerOptions): (given: Explained) => Explanation {
  const { threshold } = confidence;

  function explainConfidence(retrieval: Retrieval): ConfidenceExplanation | null {
    if (retrieval.sentences.length === 0 || retrieval.question.terms.length === 0) return null;
    return {
      inputs: named(confidenceInputNames, confidenceInputs(retrieval)),
      score: confidence.score(retrieval),
      probability: confidence.probability(retrieval),
      threshold,
    };
  }

  function explainDecision(retrieval: Retrieval, draft: Draft): DecisionExplanation {
    const choices = chooseSentences(retrieval);
    const answered = draft.status !== "unanswerable";
    const first = choices[0]?.sentence;
    const short =
      !answered || draft.short === null || first === undefined
        ? null
        : rankSpans({
            question: retrieval.question,
            sentence: first.candidate.sentence,
            alignment: first.candidate.alignment,
          });
    return {
      answered,
      reason: draft.reason,
      confidence: explainConfidence(retrieval),
      joiningMargin,
      considered: choices.slice(0, explainedPlaces).map(({ sentence, choice }) => ({
        ...placeOf(sentence),
        score: sentence.score,
        words: sentence.candidate.sentence.tokenCount,
        choice,
      })),
      correction: draft.reason === "false_premise" ? draft.sentences.map(({ text }) => text).join(" ") : null,
      short: short && {
        text: short.text,
        expected: roundForDisplay(short.expected),
        threshold: roundForDisplay(spanThreshold),
      },
    };
  }

  return ({ question, parts, foreign }) => ({
    question: { ...question, rewritten: question.standalone !== question.cleaned },
    parts: parts.map(({ question: part, retrieval, draft }) => ({
      question: part,
      ...explainRetrieval(retrieval, chunks),
      decision: foreign === null ? explainDecision(retrieval, draft) : null,
    })),
    foreign: foreign && explainForeign(foreign.reading, foreign.draft, threshold),
  });
}

function explainForeign(
  { language, covered, sentences }: ForeignReading,
  { status, reason, confidence, sentences: said }: Draft,
  threshold: number,
): ForeignExplanation {
  const chosen = new Set(said.flatMap(({ evidence }) => evidence.map(({ start, end }) => `${start}-${end}`)));
  return {
    language,
    covered,
    // All are of one chunk, so that offsets tell them apart.
    sentences: sentences.slice(0, explainedPlaces).map((sentence) => ({
      ...placeOf(sentence),
      cosine: sentence.cosine === null ? null : roundForDisplay(sentence.cosine),
      chosen: chosen.has(`${sentence.start}-${sentence.end}`),
    })),
    answered: status !== "unanswerable",
    reason,
    confidence,
    threshold,
  };
}

function placeOf({ documentId, start, end, text }: SentencePlace): SentencePlace {
  return { documentId, start, end, text };
}
