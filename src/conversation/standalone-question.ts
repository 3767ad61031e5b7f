import type { Turn } from "../domain/question.ts";
import { askedOfEvent, classifyFollowUp, withoutValue } from "./classify-follow-up.ts";
import { addTurn, type Exchange, maxQuestionLength } from "./exchange.ts";
import { listItems, otherItem, pickItem, singular } from "./list-items.ts";
import { namesIn } from "./names.ts";
import { headOf } from "./noun-phrase.ts";
import { questionShape } from "./question-shape.ts";
import { readCorrection } from "./read-correction.ts";
import { type Opening, readOpening } from "./read-opening.ts";
import { replaceAsked } from "./replace-asked.ts";
import { resolvePronouns } from "./resolve-pronouns.ts";
import { replaceText, substituteFragment } from "./substitute-fragment.ts";
import { asQuestion, contentWords, topicOf, withoutEnd, withTopic } from "./topic.ts";
import { isPlural, isQuestionWord } from "./word-classes.ts";
import { wordsOf } from "./words.ts";
import { yearsAway, yearsIn } from "./year-of.ts";

/** A question that begins with "and" and has more content words than this says itself what it is about. */
const maxOpenWords = 3;

/**
 * History + question -> a question that can be searched by itself, without a model. A question that leans on nothing
 * said before comes back unchanged, so that a change of topic does not drag the old one along.
 */
export function standaloneQuestion(question: string, history: readonly Turn[]): string {
  let exchanges: readonly Exchange[] = [];
  for (const turn of history) exchanges = addTurn(exchanges, turn, resolve);
  return resolve(question, exchanges);
}

function resolve(question: string, exchanges: readonly Exchange[]): string {
  const last = exchanges.at(-1);
  if (last === undefined || question.length > maxQuestionLength) return question;
  const opening = readOpening(spellOut(question));
  if (opening.fresh) return asQuestion(opening.rest);
  if (opening.topic !== null) return askAbout(opening.topic, opening.rest);
  const correction = opening.names ? null : readCorrection(opening.rest);
  if (correction !== null) {
    const { given, replaced } = correction;
    const swapped = replaced === null ? null : replaceText(last.shape.text, replaced, given);
    if (swapped !== null) return swapped;
    const again = readOpening(given);
    if (again.topic !== null) return askAbout(again.topic, again.rest);
    return follow({ ...again, linked: true }, question, exchanges);
  }
  return follow(opening, question, exchanges);
}

/** Resolves by kind. What turns out to lean on nothing comes back as it was written, its opening aside. */
function follow(opening: Opening, question: string, exchanges: readonly Exchange[]): string {
  const last = exchanges.at(-1) as Exchange;
  const rest = withoutValue(opening.rest);
  const linked = opening.linked || opening.names || rest !== opening.rest;
  const topic = topicOf(last);
  switch (opening.names ? "fragment" : classifyFollowUp(rest, linked)) {
    case "fragment":
      return linked || !isKeywords(rest) ? fillFragment(rest, exchanges) : withTopic(rest, topic);
    case "names":
      return replaceAsked(last.shape, "Which") ?? withTopic(rest, topic);
    case "event":
      return replaceAsked(last.shape, askedOfEvent(rest)) ?? withTopic(rest, topic);
    case "asked": {
      const inner = resolvePronouns(rest, exchanges).text;
      return replaceAsked(last.shape, rest) ?? withTopic(inner, topic);
    }
    default: {
      const { text, leans, open } = resolvePronouns(rest, exchanges);
      if (open || (!leans && (linked ? namesNothing(rest) : isTooShort(rest)))) return withTopic(text, topic);
      if (leans && text !== rest) return asQuestion(text);
      return rest === spellOut(question).trim() ? question : asQuestion(rest);
    }
  }
}

function fillFragment(fragment: string, exchanges: readonly Exchange[]): string {
  const last = exchanges.at(-1) as Exchange;
  const choice =
    /^the\s+(former|latter|other|last|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:\s+(?:one|thing))?[\s.?!]*$/iu
      .exec(fragment)?.[1]
      ?.toLowerCase();
  if (choice !== undefined) {
    const swapped = swapMember(choice, exchanges);
    if (swapped !== null) return swapped;
  }
  if (yearsAway(fragment) !== 0) return substituteFragment(last, fragment);
  const { text } = resolvePronouns(fragment, exchanges);
  // "its area" is read as a fragment: what it belongs to is found there.
  return substituteFragment(last, /^(?:its|their|his|her)\b/iu.test(fragment) ? fragment : text);
}

/** "The second one", "the other": for the member of the same list that was asked about, or asked about in its own right. */
function swapMember(choice: string, exchanges: readonly Exchange[]): string | null {
  const last = exchanges.at(-1) as Exchange;
  const { shape } = last;
  const said = shape.text.toLowerCase();
  for (const { shape: earlier, answer } of exchanges.slice(-2).toReversed()) {
    for (const items of [listItems(earlier.text), listItems(answer)]) {
      const member = choice === "other" ? otherItem(items, shape.text) : pickItem(items, choice);
      if (member === null) continue;
      const old = items.find((item) => item !== member && said.includes(item.toLowerCase()));
      const swapped = old === undefined ? null : replaceText(shape.text, old, member);
      if (swapped !== null) return swapped;
      if (!said.includes(member.toLowerCase())) return withTopic(`What about ${member}?`, topicOf(last));
    }
  }
  const noun = shape.noun === "" ? headOf(shape.words, shape.subject) : shape.noun;
  return noun === "" ? null : withTopic(`What about the ${choice} ${singular(noun)}?`, topicOf(last));
}

/** A question that says itself what it is about before it begins. */
function askAbout(topic: string, question: string): string {
  const own: Exchange = { shape: questionShape(`What is ${topic}?`), answer: "" };
  const { text, open } = resolvePronouns(question, [own]);
  const isNamed = contentWords(topic).every((word) => contentWords(text).includes(word));
  return open || !isNamed ? withTopic(text, [topic]) : asQuestion(text);
}

/** "ticket price": words to look for, which have no like in the question before. */
function isKeywords(fragment: string): boolean {
  return /^\p{Ll}{2,}(?:\s+\p{Ll}{2,})+$/u.test(withoutEnd(fragment)) && !hasFunctionWord(fragment);
}

function hasFunctionWord(fragment: string): boolean {
  const words = wordsOf(fragment);
  return contentWords(fragment).length < words.length || isPlural(words.at(-1)?.text ?? "");
}

/** "And what is the price?": too few words to say of what. */
function namesNothing(question: string): boolean {
  return (
    namesIn(question).length === 0 && yearsIn(question).length === 0 && contentWords(question).length <= maxOpenWords
  );
}

/** "Who won?", "How deep?": says too little to stand alone, unless it defines or names something. */
function isTooShort(question: string): boolean {
  const words = withoutEnd(question).split(/\s+/u);
  if (words.length >= 4 || namesIn(question).length > 0) return false;
  const defines = /^(?:what|who|where|when)(?:['’]s|\s+(?:is|are|was|were))\s+(?:an?\s+|the\s+)?[\p{L}\d-]{2,}$/iu;
  return isQuestionWord((words[0] ?? "").toLowerCase()) && !defines.test(withoutEnd(question));
}

/** "What's", "that's" -> "What is", "that is". */
function spellOut(question: string): string {
  return question.replace(/\b(what|who|where|when|how|why|it|that|there|he|she)['’]s\b/giu, "$1 is");
}
