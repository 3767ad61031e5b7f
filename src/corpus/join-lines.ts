const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Words that are written with a hyphen inside a line, lower case: at the end of a line they keep theirs. */
export function findHyphenated(lines: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) for (const [word] of line.matchAll(/\p{L}+(?:-\p{L}+)+/gu)) words.add(word.toLowerCase());
  return words;
}

/** What the first of two lines ends with when the second follows at once: a space, nothing, or no hyphen any more. */
export function closeLine(line: string, next: string, hyphenated: ReadonlySet<string>): string {
  if (line.endsWith("\u00AD")) return line.slice(0, -1);
  if (/\p{L}-$/u.test(line) && /^\p{Ll}/u.test(next)) {
    const head = /\p{L}+(?:-\p{L}+)*-$/u.exec(line.slice(-60))?.[0] ?? "";
    const tail = /^\p{L}+/u.exec(next.slice(0, 60))?.[0] ?? "";
    return hyphenated.has(`${head}${tail}`.toLowerCase()) ? line : line.slice(0, -1);
  }
  if (/[\p{L}\p{N}]-$/u.test(line)) return line;
  return cjk.test(line.slice(-1)) && cjk.test(next.charAt(0)) ? line : `${line} `;
}

/** Whether a sentence goes on from one column or page to the next. */
export function goesOn(line: string, next: string): boolean {
  if (/[.!?:;。！？；：…]["'”’)\]]*$/u.test(line)) return false;
  if (/^[\p{Ll}(]/u.test(next) || (cjk.test(line.slice(-1)) && cjk.test(next.charAt(0)))) return true;
  return /(?:,|\b(?:the|an?|of|and|or|in|on|to|for|by|with|from|at|as|that|is|was|are|were))$/iu.test(line);
}
