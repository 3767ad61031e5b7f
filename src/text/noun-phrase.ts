import type { Casing } from "./casing.ts";
import { isStopWord } from "./stop-words.ts";
import { verbForm } from "./verb-forms.ts";

export const preposition =
  /^(?:of|in|on|at|to|from|for|with|by|into|onto|over|under|between|near|about|through|during|within|without|after|before|across|against|around|behind|beside|along|towards?|via|per|among|above|below|outside|inside|until|since)$/u;
export const article = /^(?:the|an?|each|every)$/iu;

/** Words that point at something outside their sentence, or at the day it was written. */
const pointing =
  /^(?:i|you|he|she|it|we|they|me|him|her|us|them|my|your|his|its|our|their|mine|yours|hers|ours|theirs|himself|herself|itself|themselves|this|that|these|those|such|same|other|others|another|latter|former|here|there|one|ones|both|said|above|below|following|previous|next|last|now|today|yesterday|tomorrow|currently|recently|nowadays|ago|so|too|also|etc|who|whom|whose|which|what|when|where|why|how|if|whether|than|as|because|while|although|though|not|no|never|some|any|many|most|few|several|all|more|less|much|either|neither|none|today's)$/u;

const leaning =
  /^(?:prior|according|due|thanks|owing|similar|contrary|close|subject|despite|like|unlike|along|together|instead|rather|only|just|even|then|thus|hence|however|up|about|around|over|nearly|almost|roughly|approximately)$/iu;

const numbered = /^(?:version|release|revision|chapter|section|step|table|figure|line|route|room|floor|gate)$/iu;
const adverb =
  /^(?:generally|usually|normally|typically|always|officially|originally|finally|eventually|therefore|later|soon)$/u;

/** True for a word that means nothing outside its text. */
export function isPointing(word: string): boolean {
  return pointing.test(word.toLowerCase());
}

/**
 * The words of a subject as they read inside a question: its first word without the capital of the sentence, unless it
 * is a name. Null where they are no plain noun phrase, or where it can't be told whether the first word is a name.
 */
export function readNounPhrase(all: readonly string[], casing: Casing): string | null {
  const words = adverb.test(all.at(-1) ?? "") ? all.slice(0, -1) : all;
  const [first, second] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length > 9) return null;
  if (words.some((word) => isPointing(word) || !/^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.&/–-]*,?$/u.test(word))) return null;
  if (preposition.test(last.toLowerCase()) || article.test(last) || !/\p{L}|\d/u.test(last)) return null;
  if (preposition.test(first.toLowerCase()) || (/^(?:north|south|east|west)$/iu.test(first) && second === "of"))
    return null;
  // "1.3 million people": a number of things is asked for, not asked about; "Tidemark 2.3" is a name.
  const isNumber = (word: string, at: number) =>
    /^(?:estimated|thousand|million|billion)$/u.test(word) || (at !== 1 && /^\d+[.,]\d+$/u.test(word));
  if (words.some(isNumber) || /^\d{1,3}$/u.test(first)) return null;
  if (/^(?:and|or)$/u.test(last) || leaning.test(first)) return null;
  // A list that is left open, "the Isle of Man, Snickers", runs into another phrase.
  if (words.some((word) => word.endsWith(",")) && !/\band [^,]+$/u.test(words.join(" "))) return null;
  if (words.some((word, at) => isReducedClause(word, words[at + 1]))) return null;
  const rest = words.slice(1);
  if (article.test(first)) return words.length === 1 ? null : [first.toLowerCase(), ...rest].join(" ");
  if (!/^\p{Lu}/u.test(first)) return words.join(" ");
  if (second !== undefined && /^\d/u.test(second))
    return numbered.test(first) ? [first.toLowerCase(), ...rest].join(" ") : words.join(" ");
  if (casing.isName(first) || /^\p{Lu}{2,}/u.test(first)) return words.join(" ");
  if (second !== undefined && /^\p{Lu}/u.test(second)) return words.join(" ");
  if (casing.isCommon(first)) return [lowerFirst(first), ...rest].join(" ");
  return /(?:[^s]s|ing|tion|ment|ness|ity|graphy|ance|ence|age|ism)$/u.test(first)
    ? [lowerFirst(first), ...rest].join(" ")
    : null;
}

/** "bread *baked on* Monday": a participle that a preposition or nothing follows. */
function isReducedClause(word: string, next: string | undefined): boolean {
  if (verbForm(word)?.isParticiple === true || /^\p{Ll}{2,}ed$/u.test(word)) {
    return next === undefined || preposition.test(next);
  }
  return /^\p{Ll}+ing$/u.test(word) && next !== undefined && article.test(next);
}

/** Runs of capitals without an article: a person, a place, a body, a product. */
export function isNameRun(words: readonly string[]): boolean {
  return (
    words.length > 0 &&
    words.every((word, at) => /^[\p{Lu}\d]/u.test(word) || (at > 0 && /^(?:of|de|van|von|and|the)$/u.test(word)))
  );
}

/** Says by itself what it means: it holds a name, two content words, or one that `anchors` holds in lower case. */
export function isAnchored(phrase: string, anchors: ReadonlySet<string>): boolean {
  const words = phrase.split(" ").filter((word) => !isStopWord(word.toLowerCase()));
  if (words.length >= 2 || words.some((word) => /^\p{Lu}/u.test(word))) return true;
  return !/^the /u.test(phrase) || words.some((word) => anchors.has(word.toLowerCase()));
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
