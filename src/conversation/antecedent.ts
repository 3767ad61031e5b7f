import type { Span } from "../domain/span.ts";
import { personOf } from "./antecedent-person.ts";
import type { Exchange } from "./exchange.ts";
import { looksPersonal, namesIn, organisationsIn } from "./names.ts";
import { headOf, nounPhraseEnd, nounPhrases, textOf } from "./noun-phrase.ts";
import { definite, description, isShort, newThing, ownerOf, subjectOf, wordEnd } from "./question-parts.ts";
import type { QuestionShape } from "./question-shape.ts";
import { isDeterminer, isLocative, isMeasure, isPlural, isPronoun, isRole } from "./word-classes.ts";
import type { Word } from "./words.ts";

/**
 * What a pronoun stands for: a person (he, she), a thing (it), things (they), a place (there), the whole of what was
 * asked (that), or what went on (that, where it acts: "What does that save?").
 */
export type Referent = "person" | "thing" | "things" | "place" | "whole" | "event";

const companyWord = /^(?:company|firm|enterprise|business|organi[sz]ation|agency|manufacturer|publisher|operator)$/u;

/** The words that a pronoun stands for after one exchange, fit to be put in its place; null where none is sure enough. */
export function antecedentOf(referent: Referent, exchange: Exchange): string | null {
  if (referent === "person") return personOf(exchange);
  if (referent === "place") return placeOf(exchange);
  if (referent === "event") return identityOf(exchange.shape);
  if (referent === "whole") return wholeOf(exchange);
  return thingOf(exchange, referent === "things");
}

function placeOf(exchange: Exchange): string | null {
  const { shape, answer } = exchange;
  const { words, text } = shape;
  if (shape.lead === "where" && shape.form === "object" && shape.predicate >= words.length - 1) return subjectOf(shape);
  for (let at = words.length - 1; at > 0; at--) {
    if (!isLocative((words[at - 1] as Word).text)) continue;
    const end = nounPhraseEnd(words, at);
    if (end > at && !/^(?:\d|total|all|fact)/u.test(headOf(words, { start: at, end })))
      return textOf(text, words, { start: at, end });
  }
  if (shape.lead === "where") return answeredPlace(shape, answer);
  return thingOf(exchange, false);
}

/** The first place of the answer that the question did not name. */
function answeredPlace({ text }: QuestionShape, answer: string): string | null {
  return (
    namesIn(answer).find((name) => {
      const before = answer.slice(Math.max(0, answer.indexOf(name) - 12), answer.indexOf(name));
      return !text.includes(name) && /\b(?:to|in|at|into|near|on)\s+(?:the\s+)?$/iu.test(before);
    }) ?? null
  );
}

function wholeOf({ shape, answer }: Exchange): string | null {
  if (shape.lead === "where" && shape.predicate < wordEnd(shape)) return answeredPlace(shape, answer);
  return identityOf(shape);
}

function identityOf(shape: QuestionShape): string | null {
  if (shape.form !== "identity") return null;
  const rest = textOf(shape.text, shape.words, { start: shape.subject.start, end: wordEnd(shape) });
  return isShort(rest) ? definite(rest) : null;
}

function thingOf({ shape, answer }: Exchange, plural: boolean): string | null {
  const { words, text, form, noun, lead } = shape;
  const nounHead = noun.split(/\s+/u).at(-1)?.toLowerCase() ?? "";
  if (form === "subject" && noun !== "" && isPlural(nounHead) === plural)
    return (
      (plural ? null : answered(nounHead, answer)) ??
      (isNamed(noun) ? `the ${noun}` : description(shape, `${noun} that`))
    );
  const subject = subjectOf(shape);
  const owner = ownerOf(shape);
  // "Does the hotel have a pool?" is followed by questions about the pool.
  const introduced = lead === "yes-no" ? newThing(shape) : null;
  if (introduced !== null && !plural) return introduced;
  const acting = words[shape.subject.start]?.text ?? "";
  // Whatever that pronoun stood for, it and no other phrase of its question is what is spoken of.
  if (/^(?:it|this|that|they|these|those)$/u.test(acting)) return null;
  if (subject !== null && !looksPersonal(subject)) {
    const head = headOf(words, shape.subject);
    const ownsIt = owner !== null && (isMeasure(head) || isRole(head) || (lead === "who" && form === "identity"));
    if (ownsIt) return !plural || isPlural(owner) || organisationsIn(owner).length > 0 ? owner : null;
    if (isRole(head)) return null;
    const named = /\p{Lu}|["“]/u.test(subject);
    if (plural ? isPlural(head) || organisationsIn(subject).length > 0 : named || !isPlural(head))
      return definite(subject);
  }
  if (owner !== null && isPlural(owner) === plural) return owner;
  if (form === "object" && noun !== "" && isPlural(nounHead) === plural) {
    const found = plural ? null : answered(nounHead, answer);
    if (found !== null) return found;
  }
  // "Who *runs* the mill": the first word is a verb, known or not.
  const predicate = form === "subject" ? shape.predicate + 1 : shape.predicate;
  const phrase = nounPhrases(words, predicate, words.length).find((each) => fits(words, each, plural));
  return phrase === undefined ? null : definite(textOf(text, words, phrase));
}

/** "Huguenots": says by itself who is meant. */
function isNamed(noun: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(noun);
}

/** A name, or a noun with a determiner, of the number asked for. */
function fits(words: readonly Word[], phrase: Span, plural: boolean): boolean {
  const own = words.slice(phrase.start, phrase.end);
  const first = own[0] as Word;
  const head = headOf(words, phrase);
  const whole = own.map(({ raw }) => raw).join(" ");
  if (/^(?:the\s+)?\d+s?$/iu.test(whole) || isPronoun(first.text) || looksPersonal(whole)) return false;
  const named = own.some(({ isName }) => isName);
  const numbered = /\d/u.test(whole);
  if (!named && !numbered && !isDeterminer(first.text)) return plural && isPlural(head);
  return (named && !plural) || isPlural(head) === plural;
}

/** The name in an answer that carries the noun asked for, or stands beside it: "the *Blue Heron* ferry". */
function answered(noun: string, answer: string): string | null {
  const names = namesIn(answer);
  const carrying = names.find((name) => name.includes(" ") && name.toLowerCase().split(/\s+/u).includes(noun));
  if (carrying !== undefined) return carrying;
  const lower = answer.toLowerCase();
  const beside = names.find((name) => {
    const end = lower.indexOf(name.toLowerCase()) + name.length;
    return lower.slice(end, end + noun.length + 1) === ` ${noun}`;
  });
  if (beside !== undefined) return `the ${beside} ${noun}`;
  if (companyWord.test(noun)) return organisationsIn(answer)[0] ?? null;
  return names.length === 1 && answer.length < 120 ? (names[0] as string) : null;
}
