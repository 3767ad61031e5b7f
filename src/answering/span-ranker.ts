import { AnnalistError } from "../domain/errors.ts";
import type { WordVectors } from "../embedding/word-vectors.ts";
import { createFeedForward, type FeedForwardWeights } from "../learned/feed-forward.ts";
import { bestSpan } from "./best-span.ts";
import { type SpanCandidate, spanCandidates } from "./span-candidates.ts";
import { createSpanFeatures, spanFeatureNames } from "./span-features.ts";
import { canAnswer, type KindFit } from "./span-kind.ts";
import { readForSpans, type SpanReading, type SpanSource } from "./span-reading.ts";
import { belongsToTime } from "./value-of-time.ts";

/** What training writes down to rank the spans of a sentence. */
export interface SpanRankerWeights extends FeedForwardWeights {
  /** Names of the inputs. */
  readonly features: readonly string[];
  readonly kindFit: KindFit;
  /** A span that is expected to share less than this with the true answer is withheld. */
  readonly threshold: number;
}

export interface ShortAnswer {
  /** Verbatim, without quotation marks around it. */
  readonly text: string;
  /** How much of it the true answer is expected to share, 0 to 1 (F1 of tokens). */
  readonly expected: number;
}

/** The span of a sentence that best answers the question by itself; null where none is likely to. */
export type SpanRanker = (source: SpanSource) => ShortAnswer | null;

/** Throws an `AnnalistError` where the weights were made for other features than this program computes. */
export function createSpanRanker(weights: SpanRankerWeights, words: WordVectors): SpanRanker {
  if (weights.features.join() !== spanFeatureNames.join())
    throw new AnnalistError(
      "configuration",
      `the span ranker's weights were made for ${weights.features.length} features, this program computes ${spanFeatureNames.length} (or others): train again with: npm run train`,
    );
  const score = createFeedForward(weights);
  const featuresOf = createSpanFeatures(words);
  return (source) => {
    if (asksYesOrNo(source)) return null;
    const reading = readForSpans(source);
    const spans = spanCandidates(source.sentence, reading.tokens);
    const scores = featuresOf(reading, spans, weights.kindFit).map(score);
    const best = bestSpan(
      spans,
      scores,
      (span) =>
        canAnswer(reading, span) && belongsToTime(source.sentence.text, placeOf(reading, span), source.question.times),
    );
    if (best === null || best.expected < weights.threshold) return null;
    return { text: textOfSpan(reading, best.span), expected: best.expected };
  };
}

/** "yes" and "no" stand in no sentence, but "high or low" does. */
function asksYesOrNo({ question }: SpanSource): boolean {
  return question.answerType === "yes-no" && !/\bor\b/iu.test(question.text);
}

/** The characters of a span, without the quotation marks that open or close it. */
export function textOfSpan({ sentence, tokens }: SpanReading, { from, to }: SpanCandidate): string {
  return sentence.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0).trim();
}

function placeOf({ tokens }: SpanReading, { from, to }: SpanCandidate) {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
