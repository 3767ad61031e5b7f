import type { PreparedSentence } from "../retrieval/prepare-sentence.ts";
import type { OutlineToken } from "./sentence-outline.ts";

/** A stretch of tokens that could answer by itself, `to` exclusive, and the rule that found it first. */
export interface SpanCandidate {
  readonly from: number;
  readonly to: number;
  readonly source: "mention" | "words" | "list" | "clause";
}

/** Tokens of a run of words, and of a clause. */
const longestRun = 6;
const longestClause = 14;
/** Tokens of one member of a list, and members. */
const longestMember = 5;
const mostMembers = 8;
/** Beyond this many tokens a sentence is a table or worse. */
const mostTokens = 120;

/** Function words that a noun phrase may hold inside. */
const insideRun = /^(?:of|the|an?|and|in|for|to|or|on|by|at|with|from|as|his|her|its|their)$/u;
/** Words after which a reason, a purpose, a means or an object often begins. */
const opensClause =
  /^(?:because|since|due|to|by|for|as|that|through|with|from|into|after|before|when|while|if|which|who|and|between|until)$/u;

/** The spans of a sentence that are worth ranking as its short answer, without repeats: mentions first. */
export function spanCandidates(
  { mentions }: Pick<PreparedSentence, "mentions">,
  tokens: readonly OutlineToken[],
): readonly SpanCandidate[] {
  const read = tokens.slice(0, mostTokens);
  const found = new Map<number, SpanCandidate>();
  const add: Add = (from, to, source) => {
    const key = from * 1000 + to;
    if (!found.has(key) && read.slice(from, to).some(isContent)) found.set(key, { from, to, source });
  };
  for (const { start, end } of mentions) {
    let from = read.findIndex((token) => token.end > start);
    if (from < 0) continue;
    let to = from;
    while (to < read.length && (read[to] as OutlineToken).start < end) to++;
    // "In Hinduism" begins with a capital for no other reason than its place.
    if (!isContent(read[from]) && read[from]?.gap === "start") from++;
    add(from, to, "mention");
  }
  for (let at = 0; at < read.length; at++) {
    addRuns(read, at, add);
    if (at > 0 && at + 1 < read.length) addLists(read, at, add);
  }
  for (let at = 0; at < read.length; at++) addClauses(read, at, add);
  return [...found.values()];
}

type Add = (from: number, to: number, source: SpanCandidate["source"]) => void;

/** Runs that begin and end with a content word and cross no punctuation. */
function addRuns(tokens: readonly OutlineToken[], from: number, add: Add): void {
  if (!isContent(tokens[from])) return;
  for (let at = from; at < Math.min(tokens.length, from + longestRun); at++) {
    const { text, gap } = tokens[at] as OutlineToken;
    if (at > from && gap !== "none") return;
    if (!isContent(tokens[at])) {
      if (!insideRun.test(text)) return;
    } else if (!isTorn(tokens, from, at + 1)) add(from, at + 1, "words");
  }
}

/** It ends inside a name, ends with a verb, or stands in the midst of a longer noun phrase. */
function isTorn(tokens: readonly OutlineToken[], from: number, to: number): boolean {
  const last = tokens[to - 1] as OutlineToken;
  const next = tokens[to]?.gap === "none" ? tokens[to] : undefined;
  const before = tokens[from]?.gap === "none" ? tokens[from - 1] : undefined;
  if (next?.isCapital && last.isCapital) return true;
  if (last.isVerb) return to - from > 1;
  return isNoun(next) && isNoun(before);
}

/** "oats, barley and rye" around its conjunction, and "Orme, Wales" around its comma. */
function addLists(tokens: readonly OutlineToken[], at: number, add: Add): void {
  const { text, gap, isCapital } = tokens[at] as OutlineToken;
  if (text !== "and" && text !== "or") {
    if (gap === "comma" && isCapital && tokens[at - 1]?.isCapital)
      add(memberStart(tokens, at), memberEnd(tokens, at), "list");
    return;
  }
  const to = memberEnd(tokens, at + 1);
  let from = memberStart(tokens, at);
  for (let members = 2; members <= mostMembers && from < at; members++) {
    add(from, to, "list");
    const before = tokens[from]?.gap === "comma" ? memberStart(tokens, from) : from;
    if (before === from) return;
    from = before;
  }
}

/** Where the member of a list begins that ends before `end`. */
function memberStart(tokens: readonly OutlineToken[], end: number): number {
  let from = end;
  while (from > 0 && end - from < longestMember && isInMember(tokens[from - 1])) {
    from--;
    if (tokens[from]?.gap !== "none") break;
  }
  while (from < end && !isContent(tokens[from])) from++;
  return from;
}

function memberEnd(tokens: readonly OutlineToken[], start: number): number {
  let to = start;
  while (to < tokens.length && to - start < longestMember && isInMember(tokens[to])) {
    if (to > start && tokens[to]?.gap !== "none") break;
    to++;
  }
  while (to > start && !isContent(tokens[to - 1])) to--;
  return to;
}

/** From a verb, or from the word after an opening one, to the end of the segment and of the next one. */
function addClauses(tokens: readonly OutlineToken[], from: number, add: Add): void {
  const { isVerb, gap, text } = tokens[from] as OutlineToken;
  const isOpened = gap !== "none" || opensClause.test(tokens[from - 1]?.text ?? "");
  if ((!isVerb && !isOpened) || /^(?:and|or|but)$/u.test(text)) return;
  let ends = 0;
  for (let to = from + 1; to <= Math.min(tokens.length, from + longestClause); to++) {
    if (tokens[to]?.gap === "none") continue;
    if (to - from > 1) add(from, to, "clause");
    if (++ends === 2 || tokens[to]?.gap !== "comma") return;
  }
}

function isContent(token: OutlineToken | undefined): boolean {
  return token !== undefined && token.word >= 0;
}

function isNoun(token: OutlineToken | undefined): boolean {
  return token !== undefined && token.word >= 0 && !token.isVerb;
}

function isInMember(token: OutlineToken | undefined): boolean {
  return token !== undefined && (token.word >= 0 || /^(?:of|the|an?)$/u.test(token.text));
}
