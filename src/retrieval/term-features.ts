import { isStopWord } from "../text/stop-words.ts";
import type { AnalysedQuestion, QuestionTerm } from "./analyse-question.ts";
import { mentionsOf } from "./answer-type.ts";
import type { Candidate } from "./candidate.ts";
import type { SentenceWord } from "./prepare-sentence.ts";

/** What is known of one term of the question at one candidate; a network reads term by term what the candidate lacks. */
export const termFeatureNames = [
  "weight",
  "isName",
  "isYear",
  "isNumber",
  "isRank",
  "isFocus",
  "isKnown",
  "idf",
  "generalIdf",
  "place",
  "nameBefore",
  "nameAfter",
  "exact",
  "plain",
  "purified",
  "related",
  "best",
  "headingExact",
  "headingBest",
  "chunkExact",
  "chunkBest",
  "previousBest",
  "elsewhereExact",
  "elsewhereBest",
  "nearOthers",
  "nearAnswer",
  "matchIsName",
  "matchIdf",
  "timeMet",
  "opposite",
  "isLast",
  "bracketed",
  "sameRelation",
  "otherRelation",
  "joinedBefore",
  "joinedAfter",
  "beforeExact",
  "afterExact",
  "otherModifier",
  "ranked",
] as const;

export const termFeatureCount = termFeatureNames.length;

/** What the terms find among all candidates of the question: arrays run parallel to the terms. */
export interface Elsewhere {
  readonly exact: ArrayLike<number>;
  readonly best: ArrayLike<number>;
}

/** One row of `termFeatureCount` numbers, about 0 to 1 each, for every term of the question, one row after the other. */
export function termFeatures(question: AnalysedQuestion, candidate: Candidate, elsewhere: Elsewhere): Float64Array {
  const { terms } = question;
  const rows = new Float64Array(terms.length * termFeatureCount);
  const answers = answerWords(question, candidate);
  const { alignment, heading, chunk, previous, sentence } = candidate;
  for (let t = 0; t < terms.length; t++) {
    const term = terms[t] as QuestionTerm;
    const at = alignment.word[t] as number;
    const match = at < 0 ? undefined : sentence.words[at];
    const [sameRelation, otherRelation] = relations(term, sentence.words);
    write(rows, t * termFeatureCount, [
      Math.min(1.5, term.weight / 8),
      term.isName ? 1 : 0,
      term.kind === "year" ? 1 : 0,
      term.kind === "number" ? 1 : 0,
      term.isRank ? 1 : 0,
      t === question.focus ? 1 : 0,
      term.termId >= 0 ? 1 : 0,
      term.idf / 8,
      term.generalIdf / 10,
      terms.length < 2 ? 0 : t / (terms.length - 1),
      terms[t - 1]?.isName ? 1 : 0,
      terms[t + 1]?.isName ? 1 : 0,
      alignment.exact[t] as number,
      alignment.plain[t] as number,
      alignment.purified[t] as number,
      alignment.related[t] as number,
      alignment.best[t] as number,
      heading.exact[t] as number,
      heading.best[t] as number,
      chunk.exact[t] as number,
      chunk.best[t] as number,
      previous === null ? 0 : (previous.best[t] as number),
      elsewhere.exact[t] as number,
      elsewhere.best[t] as number,
      nearness(at, alignment.word, t),
      at < 0 ? 0 : nearest(at, answers),
      match?.isName ? 1 : 0,
      (match?.idf ?? 0) / 8,
      candidate.timeMet,
      candidate.opposites[t] === 1 ? 1 : 0,
      t === terms.length - 1 ? 1 : 0,
      term.isAside ? 1 : 0,
      sameRelation,
      otherRelation,
      term.joined ? 1 : 0,
      terms[t + 1]?.joined ? 1 : 0,
      term.joined ? (alignment.exact[t - 1] ?? 0) : 0,
      terms[t + 1]?.joined ? (alignment.exact[t + 1] ?? 0) : 0,
      otherModifier(question, t, candidate),
      match !== undefined && ordinal.test(match.before) && !ordinal.test(term.before) ? 1 : 0,
    ]);
  }
  return rows;
}

/** `rows.set(values, at)`, which is several times slower for a plain array. */
function write(rows: Float64Array, at: number, values: readonly number[]): void {
  for (let i = 0; i < values.length; i++) rows[at + i] = values[i] as number;
}

/** 1 at one of the words, falling with the distance to the nearest; 0 where there is none. */
function nearest(at: number, words: readonly number[]): number {
  let near = 0;
  for (const w of words) near = Math.max(near, 1 / (1 + Math.abs(w - at) / 3));
  return near;
}

const preposition =
  /^(?:in|on|at|to|from|by|of|for|with|without|before|after|since|until|between|during|into|onto|over|under|against|through|per)$/u;
const ordinal = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+|next|former)$/u;

const noRelation = [0, 0] as const;

/** "to Japan" and "from Japan": whether the preposition before the word is the question's, and whether it is another. */
function relations(term: QuestionTerm, words: readonly SentenceWord[]): readonly [number, number] {
  if (!preposition.test(term.before)) return noRelation;
  let same = false;
  let other = false;
  for (const { term: own, before } of words) {
    if (own !== term.term || !preposition.test(before)) continue;
    if (before === term.before) same = true;
    else other = true;
  }
  return [same ? 1 : 0, other && !same ? 1 : 0];
}

/** "costume designer" and "production designer": 1 where the word behind an unmet one is met with another before it. */
function otherModifier({ terms }: AnalysedQuestion, t: number, { alignment, sentence }: Candidate): number {
  const next = terms[t + 1];
  if (next === undefined || !next.joined || alignment.exact[t] === 1 || alignment.exact[t + 1] !== 1) return 0;
  const found = sentence.words.filter(({ term }) => term === next.term);
  return found.every(({ before }) => before !== "" && !isStopWord(before)) ? 1 : 0;
}

/** 1 where the next matched word of another term is the neighbour, falling with the distance; 0 where none is matched. */
function nearness(at: number, matched: Int32Array, term: number): number {
  if (at < 0) return 0;
  let near = 0;
  for (let other = 0; other < matched.length; other++) {
    const to = matched[other] as number;
    if (other !== term && to >= 0 && to !== at) near = Math.max(near, 1 / (1 + Math.abs(to - at) / 3));
  }
  return near;
}

/** Indices of the first words of the mentions that could answer. */
function answerWords({ terms, answerType }: AnalysedQuestion, { sentence }: Candidate): readonly number[] {
  const { words, mentions } = sentence;
  const kinds = mentionsOf[answerType];
  const found: number[] = [];
  for (const { kind, start, end } of mentions) {
    if (!kinds.includes(kind)) continue;
    const first = words.findIndex(
      (word) => word.start >= start && word.start < end && !terms.some(({ term }) => term === word.term),
    );
    if (first >= 0) found.push(first);
  }
  return found;
}
