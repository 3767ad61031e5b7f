import type { Span } from "../domain/span.ts";

/** White space at the start of a line, in columns; `at` is the first code unit after it. */
export interface Indent {
  readonly columns: number;
  readonly at: number;
}

/** A tab counts as four columns, wherever it stands. */
export function indentOf(text: string, { start, end }: Span): Indent {
  let columns = 0;
  let at = start;
  for (; at < end; at++) {
    const char = text.charAt(at);
    if (char === " ") columns += 1;
    else if (char === "\t") columns += 4;
    else break;
  }
  return { columns, at };
}

/** The offset behind so many columns of white space. */
export function skipColumns(text: string, from: number, columns: number): number {
  let at = from;
  for (let left = columns; left > 0; at++) left -= text.charAt(at) === "\t" ? 4 : 1;
  return at;
}

/** The tests below read a line from its first character that is no white space, without its line break. */
export interface ListMarker {
  /** Null for a bullet. */
  readonly number: number | null;
  /** Items with the same one, at the same depth, make one list. */
  readonly sign: string;
  /** Columns from the marker to the words, which later lines of the item are indented by. */
  readonly width: number;
  readonly isEmpty: boolean;
}

export function readListMarker(line: string): ListMarker | null {
  const [whole, marker = "", digits] = /^((\d{1,9})[.)]|[-*+])(?=[ \t]|$)/u.exec(line) ?? [];
  if (whole === undefined) return null;
  const { columns, at } = indentOf(line, { start: whole.length, end: line.length });
  const isEmpty = at === line.length;
  return {
    number: digits === undefined ? null : Number(digits),
    sign: marker.slice(-1),
    width: whole.length + (isEmpty || columns > 4 ? 1 : columns),
    isEmpty,
  };
}

/** The level of a heading and where its words stand in the line. */
export function readHeading(line: string): ({ readonly level: number } & Span) | null {
  const marks = /^#{1,6}(?=[ \t]|$)/u.exec(line)?.[0];
  if (marks === undefined) return null;
  const { at: start } = indentOf(line, { start: marks.length, end: line.length });
  let end = line.trimEnd().length;
  let closing = end;
  while (closing > start && line.charAt(closing - 1) === "#") closing--;
  if (closing === start || /[ \t]/u.test(line.charAt(closing - 1))) end = line.slice(0, closing).trimEnd().length;
  return { level: marks.length, start, end: Math.max(start, end) };
}

/** The level that a line gives to the paragraph above it; null where it underlines nothing. */
export function readUnderline(line: string): number | null {
  const marks = line.trimEnd();
  if (marks === "") return null;
  if (/^=+$/u.test(marks)) return 1;
  return /^-+$/u.test(marks) ? 2 : null;
}

export function isRule(line: string): boolean {
  const mark = line.charAt(0);
  if (!/^[-*_]/u.test(mark) || /[^-*_ \t]/u.test(line)) return false;
  const marks = line.replaceAll(/[ \t]/gu, "");
  return marks.length >= 3 && marks === mark.repeat(marks.length);
}

/** The marks that open fenced code, or null. */
export function readFence(line: string): string | null {
  const marks = /^(?:`{3,}|~{3,})/u.exec(line)?.[0] ?? null;
  return marks?.startsWith("`") && line.includes("`", marks.length) ? null : marks;
}

export function closesFence(line: string, marks: string): boolean {
  const words = line.trimEnd();
  return words.length >= marks.length && words === marks.charAt(0).repeat(words.length);
}

/** Whether a line ends the paragraph above it; an item may be any where that paragraph's own container has ended. */
export function interruptsParagraph(line: string, mayBeAnyItem: boolean): boolean {
  if (!/^[#>`~*+_\-\d]/u.test(line)) return false;
  if (line.startsWith(">") || isRule(line) || readHeading(line) !== null || readFence(line) !== null) return true;
  const marker = readListMarker(line);
  return marker !== null && (mayBeAnyItem || (!marker.isEmpty && (marker.number ?? 1) === 1));
}
