import type { AnswerType } from "../retrieval/answer-type.ts";
import type { MentionKind } from "../text/mentions.ts";
import { flag } from "./flag.ts";
import type { SpanCandidate } from "./span-candidates.ts";
import { classOfQuestion, type KindFit, kindOfSpan, spanKinds } from "./span-kind.ts";
import { auxiliaries, type SpanReading, whWords } from "./span-reading.ts";

/** Answer types that the network tells apart. */
const typeGroups: readonly (readonly AnswerType[])[] = [
  ["count", "percentage", "money", "duration", "measure", "ordinal"],
  ["date", "time"],
  ["person"],
  ["place"],
  ["organisation"],
  ["thing"],
  ["reason"],
  ["manner"],
  ["list", "yes-no"],
];

export const questionFeatureNames: readonly string[] = [
  ...whWords.map((word) => `asks ${word}`),
  ...auxiliaries.map((auxiliary) => `auxiliary ${auxiliary}`),
  ...typeGroups.map(([type]) => `type ${type}`),
  "hasFocus",
  "termCount",
];

/** The same for all spans of a sentence: they say which of the other features count. */
export function questionFeatures({ question, wh, auxiliary }: SpanReading): readonly number[] {
  return [
    ...whWords.map((word) => flag(word === wh)),
    ...auxiliaries.map((each) => flag(each === auxiliary)),
    ...typeGroups.map((types) => flag(types.includes(question.answerType))),
    flag(question.focus >= 0),
    Math.min(10, question.terms.length) / 10,
  ];
}

export const shapeFeatureNames: readonly string[] = [
  ...spanKinds.map((kind) => `kind ${kind}`),
  "kindFit",
  "wanted",
  "unwanted",
  "tokens",
  "contentWords",
  "oneToken",
  "twoTokens",
  "threeTokens",
  "sixTokensOrMore",
  "functionWords",
  "hasAnd",
  "hasOf",
  "verbFirst",
  "verbInside",
  "verbLast",
  "numberFirst",
  "numberInside",
  "capitalFirst",
  "capitals",
  "opensSentence",
  "idfMean",
  "idfMax",
  "names",
  "pluralLast",
  "adverbLast",
  "fromMention",
  "fromList",
  "fromClause",
  "place",
];

/** What a span is by itself: its kind against the kind asked for, its length and its words. */
export function shapeFeatures(reading: SpanReading, span: SpanCandidate, kindFit: KindFit): readonly number[] {
  const { sentence, tokens, wanted } = reading;
  const { from, to, source } = span;
  const kind = kindOfSpan(reading, span);
  const rank = wanted.indexOf(kind as MentionKind);
  const count = { content: 0, functions: 0, and: 0, of: 0, verbs: 0, numbers: 0, capitals: 0, names: 0 };
  let idf = 0;
  let idfMax = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const word = sentence.words[token.word];
    if (word === undefined) {
      count.functions++;
      if (token.text === "and" || token.text === "or") count.and = 1;
      if (token.text === "of") count.of = 1;
      continue;
    }
    count.content++;
    if (token.isVerb && i > from) count.verbs++;
    if (token.isNumeric) count.numbers++;
    if (token.isCapital) count.capitals++;
    if (word.isName) count.names++;
    idf += word.idf;
    if (word.idf > idfMax) idfMax = word.idf;
  }
  const length = to - from;
  const content = count.content || 1;
  const first = tokens[from];
  const last = tokens[to - 1];
  return [
    ...spanKinds.map((each) => flag(each === kind)),
    kindFit[classOfQuestion(reading)]?.[kind] ?? 0,
    rank < 0 ? 0 : 1 / (1 + 0.3 * rank),
    flag(wanted.length > 0 && rank < 0),
    Math.min(14, length) / 6,
    Math.min(10, count.content) / 5,
    flag(length === 1),
    flag(length === 2),
    flag(length === 3),
    flag(length >= 6),
    Math.min(4, count.functions),
    count.and,
    count.of,
    flag(first?.isVerb),
    flag(count.verbs > 0),
    flag(last?.isVerb),
    flag(first?.isNumeric),
    flag(count.numbers > 0),
    flag(first?.isCapital),
    count.capitals / content,
    flag(from === 0),
    idf / content / 5,
    idfMax / 5,
    count.names / content,
    flag(/[^s]s$/u.test(last?.text ?? "")),
    flag(/ly$/u.test(last?.text ?? "")),
    flag(source === "mention"),
    flag(source === "list"),
    flag(source === "clause"),
    (from + to) / 2 / tokens.length,
  ];
}
