import type { AnalysedQuestion } from "../retrieval/analyse-question.ts";
import { mentionsOf } from "../retrieval/answer-type.ts";
import type { PreparedSentence } from "../retrieval/prepare-sentence.ts";
import type { Alignment } from "../retrieval/soft-align.ts";
import type { MentionKind } from "../text/mentions.ts";
import { tokenize } from "../text/tokenize.ts";
import { type OutlineToken, outlineSentence } from "./sentence-outline.ts";

export interface SpanSource {
  readonly question: AnalysedQuestion;
  readonly sentence: PreparedSentence;
  readonly alignment: Alignment;
}

/** A term of the question that the sentence meets: at which token, and how much of the question that is, 0 to 1. */
export interface Match {
  readonly at: number;
  readonly mass: number;
}

/** What all spans of one sentence share when they are ranked for one question. */
export interface SpanReading extends SpanSource {
  readonly tokens: readonly OutlineToken[];
  /** By token: how well any term of the question explains it, 0 to 1. */
  readonly explained: Float64Array;
  /** By token: 1 where a term of the question is this very word. */
  readonly asked: Float64Array;
  /** By token: how many gaps of punctuation stand before it in the sentence. */
  readonly segment: Int32Array;
  readonly matches: readonly Match[];
  /** Token that meets the noun asked for, the first and the last term of the question; -1 where none does. */
  readonly focusAt: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly wh: Wh;
  readonly auxiliary: Auxiliary;
  readonly wanted: readonly MentionKind[];
}

export const whWords = ["who", "what", "which", "when", "where", "why", "how", "none"] as const;
export type Wh = (typeof whWords)[number];
export const auxiliaries = ["do", "be", "have", "none"] as const;
export type Auxiliary = (typeof auxiliaries)[number];

/** A term that is met less than this is not met. */
const leastMatch = 0.4;

export function readForSpans(source: SpanSource): SpanReading {
  const { question, sentence, alignment } = source;
  const tokens = outlineSentence(sentence);
  const position = (w: number) => sentence.words[w]?.position ?? -1;
  const explained = new Float64Array(tokens.length);
  for (let w = 0; w < sentence.words.length; w++) explained[position(w)] = alignment.explained[w] as number;
  const total = question.terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const metAt = (t: number) => ((alignment.best[t] ?? 0) >= leastMatch ? position(alignment.word[t] as number) : -1);
  const asked = new Float64Array(tokens.length);
  const terms = new Set(question.terms.map(({ term }) => term));
  for (const { term, position: at } of sentence.words) if (terms.has(term)) asked[at] = 1;
  const segment = new Int32Array(tokens.length);
  for (let i = 1; i < tokens.length; i++) segment[i] = (segment[i - 1] as number) + (tokens[i]?.gap === "none" ? 0 : 1);
  return {
    ...source,
    tokens,
    explained,
    asked,
    segment,
    matches: question.terms.flatMap(({ weight }, t) => {
      const at = metAt(t);
      return at < 0 ? [] : [{ at, mass: (weight * (alignment.best[t] as number)) / total }];
    }),
    focusAt: question.focus < 0 ? -1 : metAt(question.focus),
    firstAt: question.terms.length === 0 ? -1 : metAt(0),
    lastAt: question.terms.length === 0 ? -1 : metAt(question.terms.length - 1),
    ...formOf(question.text),
    wanted: mentionsOf[question.answerType],
  };
}

/** "Who did X beat" has an auxiliary and asks for an object; "who won" has none and asks for the subject. */
function formOf(text: string): { readonly wh: Wh; readonly auxiliary: Auxiliary } {
  const words = tokenize(text).map((token) => token.text);
  const at = words.findIndex((word) => /^(?:who|whom|whose|what|whats|which|when|where|why|how)$/u.test(word));
  const found = words[at]?.replace(/^whom$|^whose$/u, "who").replace("whats", "what");
  const wh = whWords.find((word) => word === found) ?? "none";
  const after = words.slice(at + 1).find((word) => /^(?:do|does|did|is|are|was|were|has|have|had)$/u.test(word)) ?? "";
  const auxiliary = /^d/u.test(after) ? "do" : /^h/u.test(after) ? "have" : after === "" ? "none" : "be";
  return { wh, auxiliary };
}
