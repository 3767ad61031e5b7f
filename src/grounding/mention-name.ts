import type { Span } from "../domain/span.ts";
import { foldWord } from "../text/tokenize.ts";
import type { StatementWord } from "./statement.ts";

/** Where words hold a name, in another form (Beijing's, China for Chinese) or as the words of an acronym; null where they don't. */
export function mentionName(words: readonly StatementWord[], name: string): Span | null {
  const root = nameRoot(foldWord(name));
  return words.find((word) => nameRoot(word.text) === root) ?? spellsOut(words, name);
}

/** A folded name without the endings that make a people or a plural of a place. */
function nameRoot(folded: string): string {
  const root = folded.replace(/(?:ese|an|a|n|s)$/u, "");
  return root.length >= 4 ? root : folded;
}

/** Where the letters of an acronym are the initials of words in a row: GDP for gross domestic product. */
function spellsOut(words: readonly StatementWord[], acronym: string): Span | null {
  if (!/^\p{Lu}{2,6}$/u.test(acronym)) return null;
  const letters = [...acronym.toLowerCase()];
  const first = words.findIndex((_, i) => letters.every((letter, k) => words[i + k]?.text.startsWith(letter)));
  const [from, to] = [words[first], words[first + letters.length - 1]];
  return from === undefined || to === undefined ? null : { start: from.start, end: to.end };
}
