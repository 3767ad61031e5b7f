import { nounPhraseEnd } from "./noun-phrase.ts";
import { questionShape } from "./question-shape.ts";
import { contentWords } from "./topic.ts";
import { isAuxiliary, isPreposition, isPronoun, isQuestionWord, isVerb } from "./word-classes.ts";
import { wordsOf } from "./words.ts";

/**
 * What kind of question follows another one, by its words alone:
 * - `fragment`: names something and asks nothing ("In Orme?", "the second one");
 * - `asked`: little more than a question word ("Since when?", "How many bridges?");
 * - `event`: asks when or where "that" was;
 * - `names`: asks for the members of what was counted ("Could you name them?");
 * - `clause`: a question with a verb of its own, which may lean on the turn before by a pronoun, or not at all.
 */
export type FollowUpKind = "fragment" | "asked" | "event" | "names" | "clause";

const listing =
  /^(?:(?:can|could|would|will) you (?:please )?)?(?:name|list|enumerate)(?: (?:them|these|those|some|all of them|them all|a few))[.?!\s]*$|^(?:what|who) are they[.?!\s]*$|^what are (?:their|the) names[.?!\s]*$/iu;
const event =
  /^((?:(?:in|on|at|by|for|from|since|to|of|with)\s+)?(?:when|where|why|how|(?:what|which)\s+(?:year|day|date|month|city|country|place|time)))\s+(?:(?:was|were|did|will|does|has|had)\s+(?:that|this)|did\s+it(?=\s+(?:happen|occur|take place|begin|start|end)))(?:\s+(?:happen(?:ed)?|occur(?:red)?|take place|taken place|begin|begun|start(?:ed)?|be|again))?[.?!\s]*$/iu;
const imperative = /^(?:tell|describe|explain|list|name|give|show|summari[sz]e|define|compare|find)\b/iu;

/** "In the old town, who decides ...?" */
const asksLater =
  /[,;:]\s*(?:and\s+)?(?:(?:in|on|at|by|for|from|to|of|with)\s+)?(?:what|which|who|whom|whose|when|where|why|how)\b/iu;

/** Most words of a question that is little more than its question word. */
const maxAsked = 4;

/** Most content words that a fragment without an opening has. */
const maxFragment = 2;

/** `linked`: it began with "and", "what about" or a correction, so that fewer words make a fragment of it. */
export function classifyFollowUp(question: string, linked: boolean): FollowUpKind {
  if (listing.test(question)) return "names";
  if (event.test(question)) return "event";
  const words = wordsOf(question).filter(({ kind }) => kind !== "mark");
  const first = words[0]?.text ?? "";
  const governed = isPreposition(first) && isQuestionWord(words[1]?.text ?? "");
  const short = words.length <= (linked ? maxAsked + 2 : maxAsked);
  if (isQuestionWord(first) || governed) return short && isBareAsked(question) ? "asked" : "clause";
  if (asksLater.test(question)) return "clause";
  if (imperative.test(question)) return "clause";
  if (isAuxiliary(first) && words.length > 1) return "clause";
  const saying =
    words.some(({ text }, at) => at > 0 && isAuxiliary(text)) ||
    (isPronoun(first) && /^(?:i|we|you|it|they|he|she)$/u.test(first));
  if (saying && !linked) return "clause";
  return linked || isPreposition(first) || contentWords(question).length <= maxFragment ? "fragment" : "clause";
}

const askedValue =
  /^(?:what|how (?:much|many|high|big|large|long))\s+(?:is|was|are|were)\s+(?:it|that|they|those)\s+((?:in|on|at|for|between|during|from|since|with|without)\s+\S.*)$/iu;

/** "What is it in Orme?" asks the question before again, elsewhere: "in Orme?". Anything else comes back as it is. */
export function withoutValue(question: string): string {
  return askedValue.exec(question)?.[1] ?? question;
}

/** The question word that an event question asks with: "When was that?" -> "When". */
export function askedOfEvent(question: string): string {
  return event.exec(question)?.[1] ?? question;
}

/** Nothing behind the phrase with the question word, or no more than "of them". */
function isBareAsked(question: string): boolean {
  const { words, asked, lead, form } = questionShape(question);
  const end = words.findIndex(({ kind, raw }) => kind === "mark" && /[?!.]/u.test(raw));
  const last = end < 0 ? words.length : end;
  const rest = words.slice(asked.end, last).map(({ text }) => text);
  if (rest.length === 0) return true;
  if (/^(?:of (?:them|those|these)|ones?|then|exactly|so|not|else|and (?:why|when|where|how))$/u.test(rest.join(" ")))
    return true;
  if (form !== "subject" || lead === "who") return false;
  // "And how many bakers and millers?", "which rivers in Orme?"
  return (
    rest.every((word) => !isVerb(word) && !isAuxiliary(word)) && nounPhraseEnd(words, 1, { complements: true }) >= last
  );
}
