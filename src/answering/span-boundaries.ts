import { flag } from "./flag.ts";
import type { SpanCandidate } from "./span-candidates.ts";
import type { SpanReading } from "./span-reading.ts";

const leads = ["by", "in", "at", "of", "to", "for", "from", "with", "as", "on"] as const;
const be = /^(?:is|are|was|were|be|been)$/u;
const article = /^(?:the|an?|its|his|her|their)$/u;
const followingPreposition = /^(?:in|at|by|to|for|from|with|on|as|into|during)$/u;

export const boundaryFeatureNames: readonly string[] = [
  ...leads.map((word) => `after ${word}`),
  "afterArticle",
  "afterBe",
  "afterAnd",
  "afterFunctionWord",
  "afterContentWord",
  "afterVerb",
  "afterGap",
  "afterComma",
  "afterBracket",
  "afterQuote",
  "afterPossessive",
  "beforeOf",
  "beforePreposition",
  "beforeAnd",
  "beforeBe",
  "beforeFunctionWord",
  "beforeContentWord",
  "beforeVerb",
  "beforeGap",
  "beforeComma",
  "beforeBracket",
  "atEnd",
  "nounCutBefore",
  "nounCutAfter",
  "mentionCutBefore",
  "mentionCutAfter",
  "nameCutBefore",
  "nameCutAfter",
  "wholeSegment",
  "inBrackets",
];

/** What stands right before and right after a span, and whether that cuts something in two. */
export function boundaryFeatures({ sentence, tokens }: SpanReading, { from, to }: SpanCandidate): readonly number[] {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (first === undefined || last === undefined) throw new RangeError(`no tokens ${from} to ${to}`);
  const prev = first.gap === "none" ? tokens[from - 1] : undefined;
  const after = tokens[to];
  const next = after?.gap === "none" ? after : undefined;
  const hasArticle = article.test(prev?.text ?? "");
  // "by the army" is led by "by".
  const lead = (hasArticle ? (prev?.gap === "none" ? tokens[from - 2]?.text : "") : prev?.text) ?? "";
  const nextText = next?.text ?? "";
  let cutBefore = false;
  let cutAfter = false;
  for (const { kind, start, end } of sentence.mentions) {
    if (kind === "quotation") continue;
    if (start < first.start && end > first.start) cutBefore = true;
    if (start < last.end && end > last.end + 1) cutAfter = true;
  }
  return [
    ...leads.map((word) => flag(word === lead)),
    flag(hasArticle),
    flag(be.test(lead)),
    flag(prev?.text === "and" || prev?.text === "or"),
    flag(prev && prev.word < 0),
    flag(prev && prev.word >= 0),
    flag(prev?.isVerb),
    flag(first.gap !== "none"),
    flag(first.gap === "comma"),
    flag(first.gap === "bracket"),
    flag(first.gap === "quote"),
    flag(prev && /['’]s?\s*$/u.test(sentence.text.slice(prev.start, first.start))),
    flag(nextText === "of"),
    flag(followingPreposition.test(nextText)),
    flag(nextText === "and" || nextText === "or"),
    flag(be.test(nextText)),
    flag(next && next.word < 0),
    flag(next && next.word >= 0),
    flag(next?.isVerb),
    flag(next === undefined),
    flag(after?.gap === "comma"),
    flag(after?.gap === "bracket"),
    flag(after === undefined),
    flag(prev && prev.word >= 0 && !prev.isVerb),
    flag(next && next.word >= 0 && !next.isVerb),
    flag(cutBefore),
    flag(cutAfter),
    flag(prev?.isCapital && first.isCapital),
    flag(next?.isCapital && last.isCapital),
    flag(first.gap !== "none" && next === undefined),
    flag(first.gap === "bracket" && after?.gap === "bracket"),
  ];
}
