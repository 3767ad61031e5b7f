import type { Span } from "../domain/span.ts";

/** A stretch of markup, which may be empty, and the HTML that stands in its place. */
export interface Edit extends Span {
  readonly html: string;
}

interface Opener extends Span {
  readonly key: string;
}

/** Escapes, runs of backticks and emphasis marks, brackets. */
const markup = /\\[!-/:-@[-`{-~]|`+|\*+|_+|!?\[|\]/gu;
const escapes = /\\[!-/:-@[-`{-~]/gu;
/** What follows a link's words: an address, a title. Without brackets in it, no two searches read the same stretch. */
const target = /\([^()\s[\]]{0,2000}(?:\([^()\s[\]]{0,2000}\)[^()\s[\]]{0,2000})?(?:[ \t]"[^"\n[\]]{0,2000}")?\)/uy;
const emphasis: Readonly<Record<number, readonly [open: string, close: string]>> = {
  1: ["<em>", "</em>"],
  2: ["<strong>", "</strong>"],
  3: ["<em><strong>", "</strong></em>"],
};
/** So many may be open at once; further ones are shown as they are written. */
const maxOpen = 12;

/** The backslashes before marks that stand for themselves: all the inline markup that files other than Markdown get. */
export function scanEscapes(text: string, lines: readonly Span[]): readonly Edit[] {
  return lines.flatMap(({ start, end }) =>
    Array.from(text.slice(start, end).matchAll(escapes), ({ index }) => hide(start + index, 1)),
  );
}

/**
 * The inline markup of a block's lines as edits, ascending and well nested: emphasis, code, links without their links.
 * Each mark is read once, and one that pairs with no other stays in the text.
 */
export function scanInline(text: string, lines: readonly Span[]): readonly Edit[] {
  const edits: Edit[] = [];
  const open: Opener[] = [];
  const counts = new Map<string, number>();
  const pop = (): Opener | undefined => {
    const last = open.pop();
    if (last !== undefined) counts.set(last.key, (counts.get(last.key) ?? 1) - 1);
    return last;
  };
  const push = (key: string, at: number, length: number) => {
    if (open.length >= maxOpen) return;
    open.push({ key, start: at, end: at + length });
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  /** The nearest opener of a kind; what opened after it and did not close is no markup. */
  const pair = (key: string): Opener | null => {
    if ((counts.get(key) ?? 0) === 0) return null;
    let opener = pop();
    while (opener !== undefined && opener.key !== key) opener = pop();
    return opener ?? null;
  };

  /** Reads a run of emphasis marks, of at most three. */
  const readEmphasis = (run: string, at: number, line: Span) => {
    const tags = emphasis[run.length];
    if (tags === undefined) return;
    const { opens, closes } = flanks(text, { start: at, end: at + run.length }, line);
    const opener = closes ? pair(run) : null;
    if (opener !== null) edits.push({ ...spanOf(opener), html: tags[0] }, { ...hide(at, run.length), html: tags[1] });
    else if (opens) push(run, at, run.length);
  };

  /** Reads a closing bracket; returns where to go on. */
  const readLink = (at: number, line: Span): number => {
    const opener = pair("[");
    if (opener === null || text.charAt(at + 1) !== "(") return at + 1;
    target.lastIndex = at + 1;
    const end = at + 1 + (target.exec(text)?.[0].length ?? line.end);
    if (end > line.end) return at + 1;
    const shown = { start: end, end, html: "</span>" };
    edits.push({ ...spanOf(opener), html: "" }, { ...hide(at, 1), html: '<span class="target">' }, shown);
    return end;
  };

  const nextTicks = lines.some(({ start, end }) => text.slice(start, end).includes("`"))
    ? pairTicks(text, lines)
    : new Map<number, number>();
  let from = 0;
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    for (from = Math.max(from, line.start); from < line.end; ) {
      markup.lastIndex = from - line.start;
      const found = markup.exec(words);
      if (found === null) break;
      const at = line.start + found.index;
      const [mark] = found;
      from = at + mark.length;
      if (mark.startsWith("\\")) edits.push(hide(at, 1));
      else if (mark.startsWith("`")) {
        const closing = nextTicks.get(at);
        if (closing === undefined) continue;
        edits.push({ ...hide(at, mark.length), html: "<code>" }, { ...hide(closing, mark.length), html: "</code>" });
        from = closing + mark.length;
      } else if (mark.endsWith("[")) push("[", at, mark.length);
      else if (mark === "]") from = readLink(at, line);
      else readEmphasis(mark, at, line);
    }
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** Where the run of backticks begins that closes each one: the next of its length. */
function pairTicks(text: string, lines: readonly Span[]): ReadonlyMap<number, number> {
  const runs = lines.flatMap(({ start, end }) =>
    Array.from(text.slice(start, end).matchAll(/`+/gu), ({ index, 0: { length } }) => ({ at: start + index, length })),
  );
  const closing = new Map<number, number>();
  const later = new Map<number, number>();
  for (const { at, length } of runs.reverse()) {
    const next = later.get(length);
    if (next !== undefined) closing.set(at, next);
    later.set(length, at);
  }
  return closing;
}

/** Whether a run of marks may open emphasis and whether it may close it (CommonMark 6.2). */
function flanks(text: string, run: Span, line: Span): { readonly opens: boolean; readonly closes: boolean } {
  const before = run.start > line.start ? text.charAt(run.start - 1) : " ";
  const after = run.end < line.end ? text.charAt(run.end) : " ";
  const [isSpaceBefore, isSpaceAfter] = [/\s/u.test(before), /\s/u.test(after)];
  const [isMarkBefore, isMarkAfter] = [/[\p{P}\p{S}]/u.test(before), /[\p{P}\p{S}]/u.test(after)];
  const left = !isSpaceAfter && (!isMarkAfter || isSpaceBefore || isMarkBefore);
  const right = !isSpaceBefore && (!isMarkBefore || isSpaceAfter || isMarkAfter);
  if (text.charAt(run.start) !== "_") return { opens: left, closes: right };
  return { opens: left && (!right || isMarkBefore), closes: right && (!left || isMarkAfter) };
}

function hide(start: number, length: number): Edit {
  return { start, end: start + length, html: "" };
}

function spanOf({ start, end }: Opener): Span {
  return { start, end };
}
