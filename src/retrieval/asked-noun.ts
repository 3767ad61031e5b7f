import type { AnswerType } from "./answer-type.ts";
import { typeOfNoun } from "./head-nouns.ts";

/** Words that end a noun phrase. */
const breakers = new Set(
  `of in on at to for from by with between among about as than that which who whom whose when where why how is are was
  were be been do does did has have had can could will would should may might must the a an or but per if it they he she
  i we you his her its their not no there under over during after before into through`.split(/\s+/u),
);
const articles = new Set("the a an its their his her this that these those".split(" "));
/** A verb in the past tense, by its ending or as an irregular one. */
export const pastVerb =
  /ed$|^(?:won|wrote|broadcast|sang|led|took|made|gave|got|came|went|held|lost|beat|built|sold|bought|became|began|ran|fought|hit|put|cut|set|broke|met|saw|said|told|left|stood|rose|fell|drew|played)$/u;
const verbLike = new RegExp(`[^su]s$|${pastVerb.source}`, "u");
/** "what percentage", "interest rate": a rate of anything else is a number of some unit. */
const shareRate = /^(?:interest|growth|unemployment|literacy|birth|tax|inflation|mortality|success|crime|employment)$/u;
/** "salary cap", "speed limit": the noun before says what is measured. */
const bound = /^(?:cap|floor|limit|ceiling|level|figure)$/u;
const direction = /^(?:north|south|east|west|northeast|northwest|southeast|southwest)$/u;
/** "the state of the roof", "the period of a pendulum": these name no place and no time. */
const onlyAfterWhich = /^(?:state|period|body|government|bridge)$/u;
/** "road network", "golden age": with a word before them these mean something else. */
const onlyAlone = /^(?:network|age|body|government|lady)$/u;
const ageWord = /^(?:average|median|mean|minimum|maximum|legal|oldest|youngest|exact|retirement|school)$/u;
/** Kinds of answer that a keyword query may ask for by ending in its noun: in "Huanghua port" the noun is part of a name. */
const values: readonly AnswerType[] = ["count", "percentage", "money", "time", "duration", "measure"];
const maxWords = 8;

/** The kind of answer that the noun of "what X ..." or "what is the X of ..." asks for; null where it does not say. */
export function askedNounType(clause: string): AnswerType | null {
  const contracted = /^what'?s\b/u.test(clause);
  const words = wordsOf(clause).slice(1);
  const copula = contracted || /^(?:is|are|was|were)$/u.test(words[0] ?? "");
  if (!copula) return typeOfSubject(phraseAt(words, 0));
  const from = skipArticles(words, contracted ? 0 : 1);
  const run = phraseAt(words, from);
  const end = from + run.length;
  if (run.at(-1) === "name" && words[end] === "of") {
    // "the name of a keeper of bees" asks for a word, not for a person.
    return /^an?$/u.test(words[end + 1] ?? "") ? null : typeOfLast(phraseAt(words, skipArticles(words, end + 1)));
  }
  return onlyAfterWhich.test(run.at(-1) ?? "") ? null : typeOfLast(run);
}

/** "which baker was", "what crew won the": the noun stands last, or before the first verb. */
function typeOfSubject(run: readonly string[]): AnswerType | null {
  for (let end = 1; end <= run.length; end++) {
    const type = typeOfLast(run.slice(0, end));
    if (type !== null && (end === run.length || verbLike.test(run[end] as string))) return type;
  }
  return null;
}

/** The kind of answer that a query without a question word asks for: "mill flour output 1931". */
export function keywordNounType(query: string): AnswerType | null {
  const words = wordsOf(query);
  const from = skipArticles(words, 0);
  let run = phraseAt(words, from);
  const isFollowedByOf = words[from + run.length] === "of";
  while (run.length > 1 && /^\d+$/u.test(run.at(-1) as string)) run = run.slice(0, -1);
  const type = typeOfLast(run);
  if (type === "date") return /^(?:date|year|birthday)$/u.test(run.at(-1) as string) ? type : null;
  if (type !== null && (values.includes(type) || (type === "person" && isFollowedByOf))) return type;
  return / number of \p{L}/u.test(query) ? "count" : null;
}

function skipArticles(words: readonly string[], from: number): number {
  let at = from;
  while (articles.has(words[at] ?? "")) at++;
  return at;
}

function phraseAt(words: readonly string[], from: number): readonly string[] {
  let to = from;
  while (to < words.length && to - from < maxWords && !breakers.has(words[to] as string)) to++;
  return words.slice(from, to);
}

function typeOfLast(run: readonly string[]): AnswerType | null {
  const last = run.at(-1) ?? "";
  const before = run.at(-2);
  if (before === undefined) return typeOfNoun(last);
  if (bound.test(last) || direction.test(last)) return typeOfNoun(before);
  if (last === "rate") return shareRate.test(before) ? "percentage" : "count";
  if (onlyAlone.test(last) && !(last === "age" && ageWord.test(before))) return null;
  return typeOfNoun(last);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'.-]*(?<![.'-])/gu) ?? [];
}
