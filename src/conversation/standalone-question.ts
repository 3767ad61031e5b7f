import type { Turn } from "../domain/question.ts";
import { isStopWord } from "../text/stop-words.ts";
import { tokenize } from "../text/tokenize.ts";

const correction =
  /^(?:no|nope|sorry|actually|wait)[,.!]?\s+(?:i\s+(?:meant?|mean|was asking about|am asking about)|not\s+\S+[,;]?\s+but|i\s+said)\s+/iu;
const fragment =
  /^(?:and|but|or|so|also|what about|how about|what of|and what about|and how about|ok(?:ay)?,? and)\b[\s,]*/iu;
const pronoun =
  /\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|this|that|these|those|there|the same|that one|the other(?: one)?|the former|the latter)\b/iu;
const questionWord =
  /^(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/iu;
const name = /(?<!^)\b\p{Lu}[\p{L}\p{N}'’-]*(?:\s+(?:(?:of|the|and)\s+)?\p{Lu}[\p{L}\p{N}'’-]*)*/gu;
const year = /\b(?:1\d|20)\d\d\b/u;

/**
 * History + question -> a question that can be searched by itself, without a model. A question that leans on nothing
 * said before comes back unchanged, so that a change of topic does not drag the old one along.
 */
export function standaloneQuestion(question: string, history: readonly Turn[]): string {
  const turns = history.filter(({ role }) => role === "user").map(({ content }) => content);
  let previous = "";
  for (const turn of turns) previous = resolve(turn, previous, "");
  const answer = history.findLast(({ role }) => role === "assistant")?.content ?? "";
  return resolve(question, previous, answer);
}

function resolve(question: string, previous: string, answer: string): string {
  if (previous === "") return question;
  const corrected = correction.exec(question);
  if (corrected !== null) return substitute(previous, question.slice(corrected[0].length));
  const opening = fragment.exec(question);
  const rest = opening === null ? question : question.slice(opening[0].length);
  const complete = questionWord.test(rest) && contentWords(rest).length > 2;
  if (!complete && (opening !== null || contentWords(rest).length <= 2)) return substitute(previous, rest);
  if (complete && !pronoun.test(rest) && opening === null) return question;
  return pronoun.test(rest) || opening !== null ? withTopic(rest, previous, answer) : question;
}

/** Puts what a fragment names in the place of its like in the previous question: a year for a year, a name for a name. */
function substitute(previous: string, given: string): string {
  const words = given.replace(/[?.!\s]+$/u, "").replace(/^(?:the question about|about)\s+/iu, "");
  const newYear = year.exec(words)?.[0];
  if (newYear !== undefined && year.test(previous) && contentWords(words).length <= 2)
    return previous.replace(year, newYear);
  const oldName = [...previous.matchAll(name)].at(-1)?.[0];
  const noun = words.replace(/^(?:in|at|for|of|on|with|from|to|by|about)\s+/iu, "");
  if (oldName !== undefined && /^\p{Lu}/u.test(noun)) return previous.replace(oldName, noun);
  if (pronoun.test(words)) return withTopic(words, previous, "");
  return `${previous.replace(/[?.!\s]+$/u, "")}, ${words}?`;
}

/** The question with the previous question's topic behind it, where the question does not name that already. */
function withTopic(question: string, previous: string, answer: string): string {
  const said = new Set(contentWords(question));
  const names = [...new Set([...previous.matchAll(name)].map(([words]) => words))];
  const topic = names.length > 0 ? names : contentWords(previous);
  const focus = /\b(?:he|him|his|she|her)\b/iu.test(question)
    ? [...answer.matchAll(name)].map(([words]) => words).slice(0, 1)
    : [];
  const added = [...focus, ...topic].filter((words) => !said.has(words.toLowerCase())).slice(0, 6);
  return added.length === 0 ? question : `${question.replace(/[?.!\s]+$/u, "")} (${added.join(", ")})?`;
}

function contentWords(text: string): string[] {
  return tokenize(text)
    .map((token) => token.text)
    .filter((word) => !isStopWord(word) && !questionWord.test(word));
}
