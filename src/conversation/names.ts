import { findMentions, type MentionKind } from "../text/mentions.ts";
import { isAdverb, isVerb } from "./word-classes.ts";
import { type Word, wordsOf } from "./words.ts";

const particle = /^(?:of|the|de|du|la|le|van|von|der|di|da|del)$/u;
const notPersonal =
  /\b(?:Street|Road|River|Lake|Sea|Bay|City|County|Province|Airport|Port|Station|Bridge|Tower|Park|University|College|School|Hospital|Cent(?:er|re)|Company|Co|Ltd|Inc|Corp|Bank|Office|Museum|Library|Railway|Line|Technology|Group|Terminal|District|Region|Dam|Island|Castle|Palace|Valley|Mountains?|Bowl|States|Kingdom|Republic|Empire|Union|League|Championship|Cup|War|Award|Prize|Church|Party|Act|Court|North|South|East|West|Northern|Southern|Eastern|Western|New|Great|San|Los|Las|Saint|Old|High|Long|Low|Big|Grand|Royal|National)\b/u;

/** Runs of capitalised words and quoted names, in reading order, each once. */
export function namesIn(text: string): readonly string[] {
  const words = wordsOf(text);
  const found: string[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!words[at]?.isName) continue;
    let end = at + 1;
    while (end < words.length && continues(words, end)) end++;
    const name = text.slice((words[at] as Word).start, (words[end - 1] as Word).end).replace(/['’]s$/u, "");
    if (!(end === at + 1 && opensSentence(words, at)) && !found.includes(name)) found.push(name);
    at = end - 1;
  }
  return found;
}

function continues(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  const before = words[at - 1] as Word;
  if (word.kind === "quote" || before.kind === "quote") return false;
  if (/^\d[\d.]*$/u.test(word.raw) && word.raw.length < 6) return !/^(?:1\d|20)\d\d$/u.test(word.raw);
  if (word.isName) return !/['’]s$/u.test(before.raw);
  const next = words[at + 1];
  const isLink = particle.test(word.text) || (word.text === "the" && before.text === "of");
  return isLink && next !== undefined && (next.isName || (next.text === "the" && words[at + 2]?.isName === true));
}

/** A single capital at the start of a sentence says nothing where the word is an everyday one. */
function opensSentence(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  const before = words[at - 1];
  const opens = before === undefined || /^[.!?:;]$/u.test(before.raw);
  if (!opens || word.kind === "quote") return false;
  const next = words[at + 1];
  const acts =
    next !== undefined && (isVerb(next.text) || /^(?:is|are|was|were|has|have|had|will|can)$/u.test(next.text));
  return isVerb(word.text) || isAdverb(word.text) || !(acts || next === undefined || next.kind === "mark");
}

/** Names of an answer that its wording shows to be of one of these kinds. */
export function mentionsOfKind(answer: string, kinds: readonly MentionKind[]): readonly string[] {
  return findMentions(answer)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ start, end }) => answer.slice(start, end).replace(/^[“"]|[”"]$/gu, ""));
}

const legalForm = /^(?:Ltd|Inc|Corp|Co|LLC|GmbH|plc|Limited)$/u;

/** Names of companies and institutions: by their words, or by "Ltd" and the like behind them. */
export function organisationsIn(text: string): readonly string[] {
  const named = namesIn(text).filter((name) => / (?:Co|Ltd|Inc|Corp|Company|Limited)$/u.test(name));
  return [
    ...named,
    ...mentionsOfKind(text, ["organisation"]).filter((name) => !legalForm.test(name) && name.length > 2),
  ];
}

/** Two or three capitalised words without one that belongs to places and organisations. */
export function looksPersonal(name: string): boolean {
  return /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2}$/u.test(name) && !notPersonal.test(name);
}
