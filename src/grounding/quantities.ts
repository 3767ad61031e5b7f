import type { Span } from "../domain/span.ts";
import { isNumeric } from "../text/term.ts";
import { continuesPhrase, type Statement, type StatementWord } from "./statement.ts";
import { powerOfUnit, type Unit, unitOfSymbol, unitOfWord } from "./units.ts";

/** A number of a statement with what it counts. The span is that of the number with its unit, in the statement's text. */
export interface Quantity extends Span {
  /** As it is written, for messages. */
  readonly raw: string;
  /** Null for what is compared as text: a time of day, a decade, a version. */
  readonly value: number | null;
  /** The term of the digits, for those. */
  readonly term: string;
  /** What one step in the last written digit is worth: 1e9 for "1.23 trillion" is 1e10. */
  readonly step: number;
  readonly unit: Unit | null;
  readonly bound: "over" | "under" | null;
  /** Terms of the content words right after it in its phrase: what is counted. */
  readonly nouns: ReadonlySet<string>;
  /** The year it is tied to, as in "310 tons in 2019"; null without one. */
  readonly year: string | null;
  readonly isYear: boolean;
  /** The words of the statement that it takes up, `first <= i < next`. */
  readonly first: number;
  readonly next: number;
}

const scales: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

const over =
  /(?:\b(?:more|greater|higher|larger|longer) than|\bover|\babove|\bat least|\bexceed(?:s|ed|ing)?|\bsurpass(?:es|ed|ing)?|\bupwards of|\b(?:no|not) (?:less|fewer) than)\s*\p{Sc}?$/iu;
const under =
  /(?:\b(?:less|fewer|lower|smaller|shorter) than|\bunder|\bbelow|\bat most|\bup to|\bnearly|\balmost|\bclose to|\b(?:no|not) more than)\s*\p{Sc}?$/iu;
const notMoreThan = /\b(?:no|not) more than\s*\p{Sc}?$/iu;
const notLessThan = /\b(?:no|not) (?:less|fewer) than\s*\p{Sc}?$/iu;
const beforeYear = /\b(?:in|since|by|of|from|to|until|till|during|year|for|before|after|than|with|and|between)\s*$/iu;
const phraseEnd =
  /^(?:and|or|in|from|to|with|by|at|on|while|but|than|for|as|that|which|who|is|are|was|were|has|have|had|will)$/u;
const maxNouns = 4;

/** The quantities of a statement in reading order. */
export function readQuantities(statement: Statement): readonly Quantity[] {
  const quantities: Quantity[] = [];
  for (let i = 0; i < statement.words.length; ) {
    const { quantity, next } = readQuantity(statement, i);
    if (quantity !== null) quantities.push(quantity);
    i = next;
  }
  return quantities;
}

/** True when two quantities are one amount, whatever unit it is written in; a missing unit agrees with any. */
export function sameAmount(a: Quantity, b: Quantity): boolean {
  if (a.value === null || b.value === null) return a.value === b.value && a.term === b.term;
  if (a.unit === null || b.unit === null) return a.value === b.value;
  if (a.unit.dimension !== b.unit.dimension) return false;
  const [first, second] = [a.value * a.unit.factor, b.value * b.unit.factor];
  return Math.abs(first - second) <= 1e-9 * Math.max(first, second);
}

function readQuantity(statement: Statement, at: number): { quantity: Quantity | null; next: number } {
  const { text, words } = statement;
  const first = words[at] as StatementWord;
  const number = readNumber(words, at);
  if (number === null) return { quantity: null, next: at + 1 };
  const before = text.slice(Math.max(0, first.start - 40), first.start);
  const prefix = unitOfSymbol(before.trimEnd().at(-1) ?? "");
  const suffix = readUnit(statement, number.next);
  const next = suffix?.next ?? number.next;
  const unit = number.unit ?? suffix?.unit ?? (prefix?.dimension === "percent" ? null : prefix);
  const { start } = first;
  const end = Math.max(suffix?.end ?? 0, (words[number.next - 1] as StatementWord).end);
  const raw = text.slice(start, end);
  const isYear = looksLikeYear(statement, at, number.next, unit);
  const { value, step } = number;
  const tied = { nouns: readNouns(words, next), year: isYear ? null : readTiedYear(words, next) };
  return {
    quantity: {
      raw,
      start,
      end,
      value,
      step,
      term: first.term,
      unit,
      bound: readBound(before),
      isYear,
      ...tied,
      first: at,
      next,
    },
    next,
  };
}

/** The number at a word, with number words joined ("twenty-one") and scales multiplied in ("1.23 trillion"). */
function readNumber(words: readonly StatementWord[], at: number) {
  const word = words[at] as StatementWord;
  const glued = /^(\d+(?:\.\d+)?)(\p{L}+[23]?)$/u.exec(word.text);
  const unit = glued === null ? null : unitOfWord(glued[2] ?? "");
  const gluedScale = glued === null ? 0 : (scaleOf(glued[2] ?? "") ?? 0);
  if (!isNumeric(word) && unit === null && gluedScale === 0) return null;
  const digits = glued?.[1] ?? word.term;
  if (!/^\d+(?:\.\d+)?$/u.test(digits)) return { value: null, step: 0, unit, next: at + 1 };
  let value = Number(digits);
  let step = gluedScale === 0 ? 10 ** -(digits.split(".")[1]?.length ?? 0) : gluedScale;
  value *= gluedScale === 0 ? 1 : gluedScale;
  let next = at + 1;
  const follower = words[next];
  const isTens = word.kind === "word" && value >= 20 && value <= 90;
  if (isTens && follower?.kind === "word" && continuesPhrase(follower) && /^[2-9]$/u.test(follower.term)) {
    value += Number(follower.term);
    next++;
  }
  for (let scale = words[next]; scale !== undefined && continuesPhrase(scale); scale = words[++next]) {
    const factor = scaleOf(scale.text);
    if (factor === null) break;
    value *= factor;
    step *= factor;
  }
  return { value, step, unit, next };
}

function scaleOf(word: string): number | null {
  return Object.hasOwn(scales, word) ? (scales[word] as number) : null;
}

/** The unit that starts at word `at`: a sign right after the number, or one or two words. */
function readUnit({ text, words }: Statement, at: number): { unit: Unit; next: number; end: number } | null {
  const last = words[at - 1] as StatementWord;
  const sign = /^\s*(?<sign>[%％])/u.exec(text.slice(last.end, last.end + 4));
  const signUnit = unitOfSymbol(sign?.groups?.sign ?? "");
  if (sign !== null && signUnit !== null) return { unit: signUnit, next: at, end: last.end + sign[0].length };
  const word = words[at];
  if (word === undefined || !continuesPhrase(word)) return null;
  const follower = words[at + 1];
  if (follower !== undefined && continuesPhrase(follower)) {
    const two = unitOfTwoWords(word.text, follower.text);
    if (two !== null) return { unit: two, next: at + 2, end: follower.end };
  }
  const unit = unitOfWord(word.text);
  return unit === null ? null : { unit, next: at + 1, end: word.end };
}

function unitOfTwoWords(first: string, second: string): Unit | null {
  if (first === "per" && second === "cent") return unitOfWord("percent");
  if (/^percent(?:age)?$/u.test(first) && /^points?$/u.test(second))
    return { dimension: "percentage points", factor: 1 };
  const unit = /^(?:square|cubic)$/u.test(first) ? unitOfWord(second) : null;
  return unit?.dimension === "length" ? powerOfUnit(unit, first === "square" ? 2 : 3) : null;
}

function readBound(before: string): Quantity["bound"] {
  if (notMoreThan.test(before)) return "under";
  if (notLessThan.test(before) || over.test(before)) return "over";
  return under.test(before) ? "under" : null;
}

function readNouns(words: readonly StatementWord[], from: number): ReadonlySet<string> {
  const nouns = new Set<string>();
  for (let i = from; nouns.size < maxNouns; i++) {
    const word = words[i];
    if (word === undefined || !continuesPhrase(word) || isNumeric(word) || phraseEnd.test(word.text)) break;
    if (word.isContent) nouns.add(word.term);
  }
  return nouns;
}

function readTiedYear(words: readonly StatementWord[], from: number): string | null {
  const [preposition, year] = [words[from], words[from + 1]];
  if (preposition === undefined || year === undefined || !continuesPhrase(preposition)) return null;
  return /^(?:in|of|for|by|during)$/u.test(preposition.text) && isYearNumber(year) ? year.term : null;
}

function isYearNumber({ raw, kind }: StatementWord): boolean {
  return kind === "number" && /^(?:1\d|20|21)\d\d$/u.test(raw);
}

function looksLikeYear({ text, words }: Statement, at: number, next: number, unit: Unit | null): boolean {
  const word = words[at] as StatementWord;
  if (unit !== null || next !== at + 1 || !isYearNumber(word)) return false;
  const follower = words[next];
  const endsPhrase = follower === undefined || !continuesPhrase(follower) || !follower.isContent;
  return endsPhrase || beforeYear.test(text.slice(Math.max(0, word.start - 12), word.start));
}
