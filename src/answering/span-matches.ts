import { flag } from "./flag.ts";
import type { OutlineToken } from "./sentence-outline.ts";
import type { SpanCandidate } from "./span-candidates.ts";
import type { Match, SpanReading } from "./span-reading.ts";

/** Tokens around a span among which its verb is looked for, and among which its noun phrase goes on. */
const verbReach = 5;
const runReach = 3;
/** Tokens that a gap of punctuation counts for. */
const gapLength = 4;

export const matchFeatureNames: readonly string[] = [
  "askedShare",
  "askedCount",
  "explainedMean",
  "explainedMax",
  "explainedLast",
  "explainedFirst",
  "massInside",
  "near",
  "nearSquared",
  "nearBySegment",
  "massInSegment",
  "massLeft",
  "massRight",
  "closeLeft",
  "closeRight",
  "nearestLeft",
  "nearestRight",
  "nearVerbs",
  "nearNames",
  "nearOthers",
  "verbsBetween",
  "massMet",
  "sideWithDo",
  "sideWithBe",
  "sideWithout",
  "focusInside",
  "focusNext",
  "focusBefore",
  "focusNear",
  "focusSide",
  "firstNear",
  "firstSide",
  "lastNear",
  "lastSide",
  "explainedBefore",
  "explainedTwoBefore",
  "explainedAfter",
  "explainedTwoAfter",
  "runBeforeExplained",
  "runAfterExplained",
  "verbBefore",
  "verbAfter",
  "verbOfLead",
  "subjectOfVerb",
  "objectOfVerb",
];

/** How a span lies to the words that the question is met by, and how far it is one of them. */
export function matchFeatures(reading: SpanReading, span: SpanCandidate): readonly number[] {
  const { explained, focusAt, auxiliary } = reading;
  const { from, to } = span;
  const near = nearness(reading, span);
  const side = near.left - near.right;
  const verbBefore = explainedVerb(reading, from - 1, -1);
  const verbAfter = explainedVerb(reading, to, 1);
  return [
    ...overlap(reading, span),
    near.inside,
    near.near,
    near.squared,
    near.bySegment,
    near.inSegment,
    near.left,
    near.right,
    near.closeLeft,
    near.closeRight,
    near.nearestLeft,
    near.nearestRight,
    near.verbs,
    near.names,
    near.others,
    near.verbsBetween,
    near.met,
    auxiliary === "do" ? side : 0,
    auxiliary === "be" ? side : 0,
    auxiliary === "none" ? side : 0,
    flag(focusAt >= from && focusAt < to),
    flag(focusAt === to),
    flag(focusAt >= 0 && focusAt === from - 1),
    ...placeOf(focusAt, span),
    ...placeOf(reading.firstAt, span),
    ...placeOf(reading.lastAt, span),
    explained[from - 1] ?? 0,
    explained[from - 2] ?? 0,
    explained[to] ?? 0,
    explained[to + 1] ?? 0,
    explainedRun(reading, from - 1, -1),
    explainedRun(reading, to, 1),
    verbBefore,
    verbAfter,
    explainedLead(reading, from),
    auxiliary === "none" ? verbAfter : 0,
    auxiliary === "do" ? verbBefore : 0,
  ];
}

function overlap({ tokens, explained, asked }: SpanReading, { from, to }: SpanCandidate): readonly number[] {
  let content = 0;
  let askedCount = 0;
  let sum = 0;
  let max = 0;
  for (let i = from; i < to; i++) {
    if ((tokens[i]?.word ?? -1) < 0) continue;
    const value = explained[i] as number;
    content++;
    askedCount += asked[i] as number;
    sum += value;
    if (value > max) max = value;
  }
  const words = content || 1;
  return [askedCount / words, Math.min(4, askedCount), sum / words, max, explained[to - 1] ?? 0, explained[from] ?? 0];
}

/** Sums of what the matches around carry of the question, falling with their distance in tokens. */
function nearness({ tokens, segment, matches }: SpanReading, { from, to }: SpanCandidate) {
  const sums = { inside: 0, near: 0, squared: 0, bySegment: 0, inSegment: 0, left: 0, right: 0 };
  const more = { closeLeft: 0, closeRight: 0, verbs: 0, names: 0, others: 0, met: 0 };
  let nearestLeft = 20;
  let nearestRight = 20;
  let nearest: Match | null = null;
  for (const match of matches) {
    const { at, mass } = match;
    more.met += mass;
    if (at >= from && at < to) {
      sums.inside += mass;
      continue;
    }
    const isLeft = at < from;
    const distance = isLeft ? from - at : at - to + 1;
    const gaps = Math.abs((segment[at] as number) - (segment[isLeft ? from : to - 1] as number));
    sums.near += mass / distance;
    sums.squared += mass / (distance * distance);
    sums.bySegment += mass / (distance + gapLength * gaps);
    if (gaps === 0) sums.inSegment += mass;
    if (isLeft) {
      sums.left += mass;
      if (distance <= 3) more.closeLeft += mass;
    } else {
      sums.right += mass;
      if (distance <= 3) more.closeRight += mass;
    }
    const token = tokens[at] as OutlineToken;
    more[token.isVerb ? "verbs" : token.isCapital ? "names" : "others"] += mass / distance;
    if (distance < Math.min(nearestLeft, nearestRight)) nearest = match;
    if (isLeft) nearestLeft = Math.min(nearestLeft, distance);
    else nearestRight = Math.min(nearestRight, distance);
  }
  let verbsBetween = 0;
  if (nearest !== null)
    for (let i = Math.min(nearest.at + 1, to); i < Math.max(from, nearest.at); i++)
      if (tokens[i]?.isVerb) verbsBetween++;
  return { ...sums, ...more, nearestLeft: 1 / nearestLeft, nearestRight: 1 / nearestRight, verbsBetween };
}

/** Nearness of a token to the span, 0 to 1, and its side: 1 for before, -1 for after, 0 for inside or nowhere. */
function placeOf(at: number, { from, to }: SpanCandidate): readonly [near: number, side: number] {
  if (at < 0 || (at >= from && at < to)) return [0, 0];
  return at < from ? [1 / (from - at), 1] : [1 / (at - to + 1), -1];
}

/** How well the question explains the first verb from `at` on, in the direction of `step`. */
function explainedVerb({ tokens, explained }: SpanReading, at: number, step: 1 | -1): number {
  for (let i = at; i >= 0 && i < tokens.length && Math.abs(i - at) < verbReach; i += step)
    if (tokens[i]?.isVerb) return explained[i] as number;
  return 0;
}

/** How well the question explains the noun phrase that goes on past the span. */
function explainedRun({ tokens, explained }: SpanReading, at: number, step: 1 | -1): number {
  let best = 0;
  for (let i = at; Math.abs(i - at) < runReach && (tokens[i]?.word ?? -1) >= 0; i += step) {
    if (tokens[step === 1 ? i : i + 1]?.gap !== "none") break;
    best = Math.max(best, explained[i] as number);
  }
  return best;
}

/** "mended by Tarn": how well the question explains the verb before the preposition that leads to the span. */
function explainedLead({ tokens, explained }: SpanReading, from: number): number {
  const before = tokens[from - 1];
  if (tokens[from]?.gap !== "none" || before === undefined || before.word >= 0) return 0;
  const at = /^(?:the|an?|its|his|her|their)$/u.test(before.text) ? from - 3 : from - 2;
  return tokens[at]?.isVerb ? (explained[at] as number) : 0;
}
