import { nounPhraseEnd, textOf } from "./noun-phrase.ts";
import { wordsOf } from "./words.ts";

/** The members of the first "A and B", "A or B" or "A, B and C" of a text; empty when there is none. */
export function listItems(text: string): readonly string[] {
  const words = wordsOf(text);
  let items: string[] = [];
  let from = 0;
  while (from < words.length) {
    const end = itemEnd(text, from);
    if (end === from) {
      items = [];
      from++;
      continue;
    }
    items.push(textOf(text, words, { start: from, end }));
    const link = words[end]?.text;
    const comma = link === "," && /^(?:and|or)$/u.test(words[end + 1]?.text ?? "") ? 1 : 0;
    const joined = words[end + comma]?.text;
    if (joined === "and" || joined === "or") {
      const preposition = /^(?:in|on|at|by|to|from|for|of|with)$/u.test(words[end + comma + 1]?.text ?? "") ? 1 : 0;
      const last = end + comma + 1 + preposition;
      const lastEnd = itemEnd(text, last);
      if (lastEnd > last) return alike([...items, textOf(text, words, { start: last, end: lastEnd })]);
    }
    if (link !== ",") items = [];
    from = Math.max(end, from + 1) + (link === "," ? 1 : 0);
  }
  return [];

  /** A noun phrase without "and" inside, a name or a year. */
  function itemEnd(source: string, at: number): number {
    const word = words[at];
    if (word === undefined || source === "") return at;
    const end = nounPhraseEnd(words, at);
    const link = words.slice(at, end).findIndex(({ text: each }) => /^(?:and|or|,)$/u.test(each));
    return link < 0 ? end : at + link;
  }
}

/** The items that look like the last one: names and phrases with an article stand in no list with bare words. */
function alike(items: readonly string[]): readonly string[] {
  const determined = /^(?:the|an?|\p{Lu}|\d|["“])/u;
  return determined.test(items.at(-1) ?? "") ? items.filter((item) => determined.test(item)) : items;
}

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/** The member that "the former", "the second" or "the last" means; null where the list is too short for it. */
export function pickItem(items: readonly string[], word: string): string | null {
  if (word === "former") return items.length >= 2 ? (items[0] ?? null) : null;
  if (word === "latter" || word === "last") return items.length >= 2 ? (items.at(-1) ?? null) : null;
  const place = ordinals.indexOf(word);
  return place < 0 || items.length < 2 ? null : (items[place] ?? null);
}

/** The one of two that the question did not speak of; null where that is not plain. */
export function otherItem(items: readonly string[], question: string): string | null {
  if (items.length !== 2) return null;
  const unsaid = items.filter((item) => !question.toLowerCase().includes(item.toLowerCase()));
  return unsaid.length === 1 ? (unsaid[0] as string) : null;
}

/** "railways" -> "railway". */
export function singular(noun: string): string {
  return noun
    .replace(/ies$/u, "y")
    .replace(/(ch|sh|x|ss)es$/u, "$1")
    .replace(/([^su])s$/u, "$1");
}
