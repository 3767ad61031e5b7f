import { maskQuotes } from "../text/mask-quotes.ts";
import { isStopWord } from "../text/stop-words.ts";
import { tokenize } from "../text/tokenize.ts";
import { readClause } from "./shared-subject.ts";

const maxParts = 3;
/** Longer texts are no two questions in one, but a story or an attack. */
const maxLength = 600;

const preposition = "(?:in|on|at|by|for|from|to|of|with|since|until|during|after|before|under|through)";
const auxiliary = "(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)";
const wh = "(?:who|whom|whose|what|which|when|where|why|how)";
const joint = new RegExp(`(?:,? and|;)(?: also)? (?=(?:${preposition} )?${wh}\\b)`, "giu");
const openWord = new RegExp(`^(?:${preposition} )?(${wh})\\b`, "iu");
const anyWord = new RegExp(`\\b${wh}\\b`, "giu");
const closed = new RegExp(`^${auxiliary} `, "iu");
const opening = /^\s*(?:and|but|also|so|then)(?: also)?,? /iu;
const aside = /\s*\([^()]*\)\s*[?.!]*$/u;
/** "when", "by whom", "in what year", "what year", "how": asks about what the part before it says. */
const elliptic = new RegExp(
  `^(?:${preposition} )?(?:${wh}|(?:what|which) (?:(?:kind|type|sort) of )?[\\p{L}-]+)$`,
  "iu",
);
const pronoun = /\b(?:it|they|them|he|him|she|its|their|his|her)\b/iu;
const personal = /^(?:it|they|he|she|its|them|there|this|that|these|those)\b/iu;
const unclear = /\b(?:each|both|else|these|those|this|that|there|ones?|same|other|former|latter|such)\b/iu;
const finite =
  /\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|\p{L}{2,}ed|wrote|won|made|led|took|sang|held|built|began|gave|got|came|went|ran|fought|found|drew|lost|beat|sold|bought|saw|said|left|met)\b/iu;
const personPronoun = /\b(?:they|them|their|he|him|his|she|her)\b/iu;
const verbNext = new RegExp(`^\\p{L}+ ${auxiliary}\\b`, "iu");
const nounAlone = new RegExp(`^(?:${preposition} )?(?:what|which|how (?:many|much)) `, "iu");
const isPrepositional = new RegExp(`^${preposition} `, "iu");
const degree = /^(?:many|much|long|old|tall|far|high|big|large)$/u;
const hasWord = /[\p{L}\p{N}]/u;
const nameOrNumber = /(?<=\s)\p{Lu}[\p{L}'-]+|\p{Nd}/u;

/**
 * A question -> the questions in it, one to three, each of which can be searched alone: what the first is about takes the
 * place of the others' pronouns. Where a part can't be completed, or "and" may join anything but two questions, the
 * whole comes back as it is: one question too many costs more than one too few.
 */
export function splitQuestions(question: string): readonly string[] {
  if (question.length > maxLength) return [question];
  const tail = aside.exec(question)?.[0] ?? "";
  const text = question.slice(0, question.length - tail.length).trim();
  const segments = segmentsOf(text);
  const [first] = segments;
  if (first === undefined || segments.length < 2 || segments.length > maxParts) return [question];
  const parts = [bare(first)];
  for (const segment of segments.slice(1)) {
    const completed = complete(bare(segment), bare(first));
    if (completed === null) return [question];
    parts.push(completed);
  }
  const topic = tail.replace(/[?.!\s]+$/u, "");
  return parts.map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}${topic}?`);
}

/** The stretches that ask, as written; none where anything in the text does not ask. */
function segmentsOf(text: string): readonly string[] {
  const masked = maskQuotes(text);
  const segments: string[] = [];
  let start = 0;
  for (const end of [...[...masked.matchAll(/\?+(?=\s)/gu)].map(({ index }) => index + 1), masked.length]) {
    const begin = start + (opening.exec(masked.slice(start, end))?.[0].length ?? 0);
    const sentence = masked.slice(begin, end);
    start = end;
    if (!hasWord.test(sentence)) continue;
    const cuts = [...sentence.matchAll(joint)].map(({ index, 0: words }) => ({
      from: index,
      to: index + words.length,
    }));
    const first = bare(sentence.slice(0, cuts[0]?.from ?? sentence.length));
    if (!openWord.test(first) && !closed.test(first)) return [];
    if (cuts.length > 0 && !asksAlone(first)) return [];
    const ends = [...cuts.map(({ from }) => from), sentence.length];
    for (const [i, from] of [0, ...cuts.map(({ to }) => to)].entries())
      segments.push(text.slice(begin + from, begin + (ends[i] as number)));
  }
  return segments;
}

function bare(segment: string): string {
  return segment
    .trim()
    .replace(opening, "")
    .replace(/[?.!,;\s]+$/u, "");
}

/**
 * True if "and when ..." behind it begins another question: it asks with a question word, has a verb, says something,
 * and holds no other question word, whose clause "and when" could go on with.
 */
function asksAlone(clause: string): boolean {
  const words = [...clause.matchAll(anyWord)];
  const [, word = ""] = openWord.exec(clause) ?? [];
  if (word === "" || words.length !== 1 || (contentWords(clause) === 0 && !pronoun.test(clause))) return false;
  if (/^who$/iu.test(word)) return /^who(?:'s)? \S+ \S/iu.test(clause);
  return finite.test(clause);
}

/** A later part as a question of its own, or null. */
function complete(part: string, first: string): string | null {
  const { subject, person, predicate } = readClause(first);
  if (elliptic.test(part)) return predicate === null ? null : `${part} ${predicate}`;
  if (unclear.test(part) || [...part.matchAll(anyWord)].length > 1) return null;
  if (!openWord.test(part) && !closed.test(part)) return null;
  // "and when the war ended" joins clauses; a question goes on with its verb.
  if (/^(?:when|where|why)\b/iu.test(part) && !verbNext.test(part)) return null;
  const known = subject === null || personal.test(subject) ? null : subject;
  if (nounAlone.test(part) && !finite.test(part) && !pronoun.test(part)) {
    const repeats = predicate !== null && (isPrepositional.test(part) || sameWords(part, first));
    return repeats ? `${part} ${predicate}` : known === null ? null : `${part} (${known})`;
  }
  if (pronoun.test(part)) {
    const meant = personPronoun.test(part) ? person : subject;
    return meant === null ? null : personal.test(meant) ? part : withSubject(part, meant);
  }
  if (/^who (?!else\b|ever\b)\p{L}+$/iu.test(part)) return known === null ? null : `${part} ${known}`;
  const named = known === null ? null : withNoun(part, known);
  if (named !== null) return named;
  if (nameOrNumber.test(part) || contentWords(part) >= 3) return part;
  if (known !== null) return `${part} (${known})`;
  return contentWords(part) === 2 && /\bthe \p{L}/u.test(part) ? part : null;
}

/** "how many trains" and "how many boats", "which port" and "which city". */
function sameWords(part: string, first: string): boolean {
  const [opened = ""] = /^(?:how (?:many|much)|what|which)\b/iu.exec(part) ?? [];
  return opened !== "" && first.toLowerCase().startsWith(opened.toLowerCase());
}

function withSubject(part: string, subject: string): string {
  const owned = /^(.*)\b(?:its|their|his|her) ([\p{L}-]+)$/iu.exec(part);
  if (owned !== null && !/^\p{Lu}\S*$/u.test(subject)) return `${owned[1]}the ${owned[2]} of ${subject}`;
  return part
    .replace(/\b(?:its|their|his)\b|\bher(?= \p{L})/giu, () => `${subject}'s`)
    .replace(/\b(?:it|they|them|he|him|she|her)\b/giu, () => subject);
}

/** "the oven" after "the first steam oven in the valley" is that oven; null where the part speaks of no such thing. */
function withNoun(part: string, subject: string): string | null {
  const head = /^(?:the |a |an )?(?:[\p{L}\p{N}'-]+ )*?([\p{L}-]+)(?= (?:in|of|on|at|from|for) |$)/iu.exec(
    subject,
  )?.[1];
  const short = head === undefined ? null : new RegExp(`\\bthe ${head}\\b(?! \\p{Lu})`, "iu");
  return short?.test(part) ? part.replace(short, () => subject.replace(/^an? /iu, "the ")) : null;
}

function contentWords(text: string): number {
  return tokenize(text).filter((token) => !isStopWord(token.text) && !degree.test(token.text)).length;
}
