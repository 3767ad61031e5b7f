import type { Turn } from "../domain/question.ts";
import { isStopWord } from "../text/stop-words.ts";
import { tokenize } from "../text/tokenize.ts";

const correction =
  /^(?:(?:no|nope|sorry|actually|wait)[,.!]?\s+)*(?:i\s+(?:meant?|was asking about|am asking about)|not\s+\S+[,;]?\s+but)\s+/iu;
const opening =
  /^(?:(?:and|but|or|so|also|ok(?:ay)?),?\s+)*(?:(?:what|how) about|what of)\s+|^(?:and|but|or|so|also|ok(?:ay)?)\b[\s,]*/iu;
const pronoun =
  /\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|this|that|these|those|there|ones?|the same|the other|the former|the latter)\b/iu;
const personPronoun = /\b(?:he|him|his|she|her|hers)\b/iu;
const questionWord =
  /^(?:(?:in|on|at|by|for|from|since|to|of|with)\s+)?(?:what|which|who|whom|whose|when|where|why|how)\b|^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/iu;
const nameRun = /\p{Lu}[\p{L}\p{N}'’.-]*(?:\s+(?:(?:of|the|and)\s+)?\p{Lu}[\p{L}\p{N}'’.-]*)*/gu;
/** Words that begin sentences and name nothing. */
const sentenceOpener = /^(?:Since|After|Before|During|Although|While|However|Nowadays|In|On|At|By|For|The|A)$/u;
const year = /\b(?:1\d|20)\d\d\b/u;

/** Shorter questions say too little to stand alone, whatever word they begin with. */
const minWords = 4;
const maxTopicWords = 6;

/**
 * History + question -> a question that can be searched by itself, without a model. A question that leans on nothing
 * said before comes back unchanged, so that a change of topic does not drag the old one along.
 */
export function standaloneQuestion(question: string, history: readonly Turn[]): string {
  let previous = "";
  let answer = "";
  for (const { role, content } of history) {
    if (role === "user") previous = resolve(content, previous, answer);
    else answer = content;
  }
  return resolve(question, previous, answer);
}

function resolve(question: string, previous: string, answer: string): string {
  if (previous === "") return question;
  const corrected = correction.exec(question);
  if (corrected !== null) {
    const rest = question.slice(corrected[0].length);
    return words(rest).length > minWords ? rest : substitute(previous, rest);
  }
  const opened = opening.exec(question);
  const rest = opened === null ? question : question.slice(opened[0].length);
  const isQuestion = questionWord.test(rest);
  if (!isQuestion && (opened !== null || contentWords(rest).length <= 2)) return substitute(previous, rest);
  if (isQuestion && words(rest).length < minWords) return withTopic(rest, contentWords(previous));
  if (!pronoun.test(rest) && opened === null) return question;
  const person = personPronoun.test(rest) ? namesIn(answer).slice(0, 1) : [];
  return withTopic(rest, [...person, ...topicOf(previous, answer)]);
}

/** Puts what a fragment names in the place of its like in the previous question: a year for a year, a name for a name. */
function substitute(previous: string, given: string): string {
  const said = given.replace(/[?.!\s]+$/u, "").replace(/^(?:the question about|about)\s+/iu, "");
  const newYear = year.exec(said)?.[0];
  if (newYear !== undefined && year.test(previous) && contentWords(said).length <= 2)
    return previous.replace(year, () => newYear);
  const noun = said.replace(/^(?:in|at|for|of|on|with|from|to|by|about|between)\s+/iu, "");
  const oldName = namesIn(previous).at(-1);
  if (oldName !== undefined && /^\p{Lu}/u.test(noun)) return previous.replace(oldName, () => noun);
  return `${previous.replace(/[?.!\s]+$/u, "")}, ${said}?`;
}

/** What a pronoun may mean: the names of the previous question; without one, its content words and its answer's names. */
function topicOf(previous: string, answer: string): readonly string[] {
  const asked = namesIn(previous);
  return asked.length > 0 ? asked : [...contentWords(previous), ...namesIn(answer).slice(0, 1)];
}

/** The question with a topic behind it, as far as the question does not name that already. */
function withTopic(question: string, topic: readonly string[]): string {
  const said = question.toLowerCase();
  const added = [...new Set(topic)].filter((each) => !said.includes(each.toLowerCase())).slice(0, maxTopicWords);
  return added.length === 0 ? question : `${question.replace(/[?.!\s]+$/u, "")} (${added.join(", ")})?`;
}

/** Runs of capitalised words, without those that are capitalised only because a sentence begins there. */
function namesIn(text: string): string[] {
  return [...text.matchAll(nameRun)]
    .map(([name]) => name.replace(/[.'’-]+$/u, ""))
    .filter((name) => !isStopWord(name.toLowerCase()) && !questionWord.test(name) && !sentenceOpener.test(name));
}

function words(text: string): readonly string[] {
  return tokenize(text).map((token) => token.text);
}

function contentWords(text: string): string[] {
  return words(text).filter((word) => !isStopWord(word) && !questionWord.test(word));
}
