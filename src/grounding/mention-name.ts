import { foldWord } from "../text/tokenize.ts";
import type { StatementWord } from "./statement.ts";

/** True when words hold a name, in another form (Beijing's, China for Chinese) or as the words of an acronym. */
export function mentionName(words: readonly StatementWord[], name: string): boolean {
  const root = nameRoot(name);
  return words.some((word) => nameRoot(word.raw) === root) || spellsOut(words, name);
}

/** Folded, without the endings that make a people or a plural of a place. */
function nameRoot(name: string): string {
  const folded = foldWord(name);
  const root = folded.replace(/(?:ese|an|a|n|s)$/u, "");
  return root.length >= 4 ? root : folded;
}

/** True when the letters of an acronym are the initials of words in a row: GDP for gross domestic product. */
function spellsOut(words: readonly StatementWord[], acronym: string): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(acronym)) return false;
  const initials = words.map((word) => word.text.charAt(0)).join("");
  return initials.includes(acronym.toLowerCase());
}
