import type { Exchange } from "./exchange.ts";
import { namesIn, organisationsIn } from "./names.ts";
import { headOf, nounPhraseEnd, nounPhrases, textOf } from "./noun-phrase.ts";
import { ownerOf } from "./question-parts.ts";
import { isMeasure, isRole } from "./word-classes.ts";
import { type Word, wordsOf } from "./words.ts";

/** What "the company" or "that airport" means after an exchange. */
export interface Description {
  /** A fuller name or phrase to put in its place; null where the exchange speaks of such a thing without naming it. */
  readonly full: string | null;
}

const company = /^(?:company|firm|enterprise|business|organi[sz]ation|manufacturer|operator|startup|employer)$/u;
const settlement = /^(?:city|town|village|country|island)$/u;
const area = /^(?:region|province|state|place|district|county|area)$/u;

/** Indices where a bare "the ..." begins: no name in it, nothing behind it that says which one is meant. */
export function bareDescriptions(words: readonly Word[]): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < words.length; at++) {
    if (words[at]?.text !== "the") continue;
    const end = nounPhraseEnd(words, at);
    if (end <= at + 1) continue;
    const phrase = words.slice(at, end);
    const next = words[end];
    const complete =
      phrase.some(({ isName, text, raw }) => isName || /['’]s$/u.test(raw) || /^(?:most|least|of|\d+)$/u.test(text)) ||
      phrase.slice(1, -1).some(({ text }) => /\p{L}+est$/u.test(text)) ||
      /^(?:first|second|third|last|next|same|only)$/u.test(phrase.at(-1)?.text ?? "") ||
      /^(?:of|that|which|who|whose|where|between|with|for)$/u.test(next?.text ?? "") ||
      (/^(?:in|at|on|from|to)$/u.test(next?.text ?? "") && words[end + 1]?.isName === true);
    if (!complete) found.push(at);
  }
  return found;
}

/** Reads the phrase at `at` after an exchange; null where the exchange holds nothing like it. */
export function readDescription(words: readonly Word[], at: number, exchange: Exchange): Description | null {
  const end = nounPhraseEnd(words, at);
  const head = headOf(words, { start: at, end });
  const said = words.slice(at + 1, end).map(({ text }) => text);
  for (const text of [exchange.shape.text, exchange.answer]) {
    const longer = longerPhrase(text, said);
    if (longer !== null) return { full: longer };
  }
  const { shape, answer } = exchange;
  const names = [...namesIn(shape.text), ...namesIn(answer)];
  const carrying = names.find((name) => name.includes(" ") && name.toLowerCase().split(/\s+/u).includes(head));
  if (carrying !== undefined && said.length === 1) return { full: carrying };
  if (said.length === 1 && company.test(head)) {
    const led = isRole(headOf(shape.words, shape.subject)) ? ownerOf(shape) : null;
    if (led !== null) return { full: led };
    const [organisation] = organisationsIn(answer);
    const [asked] = namesIn(shape.text);
    if (organisation !== undefined)
      return { full: asked !== undefined && organisation.startsWith(asked) ? asked : organisation };
  }
  if (said.length === 1 && (settlement.test(head) || (words[at]?.text !== "the" && area.test(head)))) {
    const place = namesIn(shape.text).find((name) =>
      /\b(?:of|in|at|near|to|from)\s+$/u.test(shape.text.slice(0, shape.text.indexOf(name))),
    );
    if (place !== undefined) return { full: place };
  }
  const spoken = wordsOf(`${shape.text} ${answer}`).some(({ text, kind }) => kind === "word" && sameNoun(text, head));
  return spoken || (said.length === 1 && (isMeasure(head) || isRole(head))) ? { full: null } : null;
}

/** "the second phase" -> "the second phase of the office area", where the text goes on like that. */
function longerPhrase(text: string, said: readonly string[]): string | null {
  const words = wordsOf(text);
  for (const phrase of nounPhrases(words)) {
    const own = words.slice(phrase.start, phrase.end);
    const from = own[0]?.text === "the" || own[0]?.text === "a" || own[0]?.text === "an" ? 1 : 0;
    const isSame = said.every((word, i) => own[from + i]?.text === word);
    const full = `the ${textOf(text, words, { start: phrase.start + from, end: phrase.end })}`;
    if (isSame && own[from + said.length]?.text === "of") return full;
    // "the ferry" after "the Lorne ferry", where that name tells it from others.
    const head = said.length === 1 && own.length > 1 && headOf(words, phrase) === said[0];
    if (head && own.some(({ isName, text: each }) => isName && each !== said[0]) && own.length - from <= 4) return full;
  }
  return null;
}

function sameNoun(one: string, other: string): boolean {
  return one === other || one === `${other}s` || `${one}s` === other;
}
