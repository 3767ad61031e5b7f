import type { Span } from "../domain/span.ts";
import { continueContainers, type OpenContainer, openContainers } from "./markdown-containers.ts";
import {
  closesFence,
  indentOf,
  interruptsParagraph,
  isRule,
  readFence,
  readHeading,
  readUnderline,
  skipColumns,
} from "./markdown-line.ts";
import { readColumns, splitCells } from "./markdown-table.ts";
import type { ReaderBlock } from "./reader-block.ts";

/** A block that the next line may go on with. */
type Growing =
  | { readonly kind: "paragraph" | "indented"; readonly start: number; readonly lines: Span[] }
  | {
      readonly kind: "fenced";
      readonly start: number;
      readonly lines: Span[];
      readonly marks: string;
      readonly info: Span;
    }
  | (Extract<ReaderBlock, { kind: "table" }> & { readonly rows: (readonly Span[])[] });

/** In code units: a longer line is no row of a table that anybody reads. */
const maxRow = 32 * 1024;

/**
 * A Markdown text as blocks, line by line (CommonMark with tables, but for raw HTML and definitions, which are words here).
 * Takes time in proportion to the text, and nests no deeper than `openContainers` lets it.
 */
export function* scanMarkdown(text: string): Generator<ReaderBlock> {
  let blocks: ReaderBlock[] = [];
  let open: readonly OpenContainer[] = [];
  let growing: Growing | null = null;

  const close = () => {
    if (growing !== null) blocks.push(finish(growing, open));
    growing = null;
  };

  /** A line inside the containers that are open, no part of what grew before. */
  const begin = (line: Span, start: number): void => {
    const { columns, at } = indentOf(text, line);
    if (at === line.end) return;
    const words = text.slice(at, line.end);
    const place = { start, containers: open };
    const heading = columns < 4 ? readHeading(words) : null;
    const marks = columns < 4 ? readFence(words) : null;
    if (columns >= 4) {
      const code = trimEnd(text, { start: skipColumns(text, line.start, 4), end: line.end });
      growing = { kind: "indented", start, lines: [code] };
    } else if (heading !== null) {
      const lines = [{ start: at + heading.start, end: at + heading.end }];
      blocks.push({ kind: "heading", ...place, level: heading.level, lines });
    } else if (marks !== null) {
      const info = indentOf(text, { start: at + marks.length, end: line.end }).at;
      growing = { kind: "fenced", start, lines: [], marks, info: trimEnd(text, { start: info, end: line.end }) };
    } else if (isRule(words)) blocks.push({ kind: "rule", ...place });
    else growing = { kind: "paragraph", start, lines: [trimEnd(text, { start: at, end: line.end })] };
  };

  /** Whether a line belongs to what grows; `isInside` where it goes on in all open containers. */
  const grow = (line: Span, isInside: boolean): boolean => {
    const { columns, at } = indentOf(text, line);
    const words = text.slice(at, line.end);
    if (growing === null) return false;
    if (growing.kind === "fenced") {
      if (!isInside) return false;
      if (columns < 4 && closesFence(words, growing.marks)) close();
      else growing.lines.push(line);
      return true;
    }
    if (words === "") return false;
    if (growing.kind === "indented") {
      if (!isInside || columns < 4) return false;
      growing.lines.push(trimEnd(text, { start: skipColumns(text, line.start, 4), end: line.end }));
      return true;
    }
    if (growing.kind === "table") {
      if (!isInside || words.length > maxRow || (columns < 4 && interruptsParagraph(words, false))) return false;
      growing.rows.push(splitCells(text, { start: at, end: line.end }));
      return true;
    }
    if (isInside && columns < 4 && (endParagraph(words) || beginTable({ start: at, end: line.end }))) return true;
    if (columns < 4 && interruptsParagraph(words, !isInside)) return false;
    growing.lines.push(trimEnd(text, { start: at, end: line.end }));
    return true;
  };

  const endParagraph = (words: string): boolean => {
    const level = readUnderline(words);
    if (level === null || growing?.kind !== "paragraph") return false;
    blocks.push({ kind: "heading", start: growing.start, containers: open, level, lines: growing.lines });
    growing = null;
    return true;
  };

  /** A paragraph's last line becomes the head of a table where the line below it parts as many columns. */
  const beginTable = (line: Span): boolean => {
    const head = growing?.kind === "paragraph" ? growing.lines.at(-1) : undefined;
    if (growing?.kind !== "paragraph" || head === undefined || head.end - head.start > maxRow) return false;
    const sides = readColumns(text, line);
    if (sides === null) return false;
    const cells = splitCells(text, head);
    if (cells.length !== sides.length) return false;
    const isAll = growing.lines.length === 1;
    const start = isAll ? growing.start : head.start;
    growing.lines.pop();
    if (!isAll) close();
    growing = { kind: "table", start, containers: open, sides, rows: [cells] };
    return true;
  };

  const scanLine = (line: Span): void => {
    const { count, at } = continueContainers(text, line, open);
    const rest = { start: at, end: line.end };
    if (grow(rest, count === open.length)) return;
    close();
    const opened = openContainers(text, rest, { kept: open.slice(0, count), ended: open[count] });
    open = opened.open;
    begin({ start: opened.at, end: line.end }, line.start);
  };

  const matter = readMatter(text);
  if (matter !== null) yield { kind: "matter", start: 0, containers: [], lines: [matter.words] };
  for (let at = matter?.end ?? 0; at < text.length; ) {
    const lineBreak = text.indexOf("\n", at);
    const end = lineBreak < 0 ? text.length : lineBreak;
    scanLine({ start: at, end });
    yield* blocks;
    if (blocks.length > 0) blocks = [];
    at = end + 1;
  }
  close();
  yield* blocks;
}

function finish(growing: Growing, containers: readonly OpenContainer[]): ReaderBlock {
  if (growing.kind === "table") return growing;
  const { kind, start, lines } = growing;
  if (kind === "paragraph") return { kind, start, containers, lines };
  const info = kind === "fenced" && growing.info.end > growing.info.start ? growing.info : null;
  return { kind: "code", start, containers, lines, info };
}

/** What stands between two lines of hyphens at the top, as `readFrontMatter` of the parser has it, but for the YAML. */
function readMatter(text: string): { readonly words: Span; readonly end: number } | null {
  const match = /^---[ \t]*\n([\s\S]{0,10000}?)\n---[ \t]*(?:\n|$)/u.exec(text);
  const words = match?.[1];
  if (match === null || words === undefined || !/^[\p{L}_][^\n:]*:/mu.test(words)) return null;
  const start = match[0].indexOf("\n") + 1;
  return { words: { start, end: start + words.length }, end: match[0].length };
}

function trimEnd(text: string, { start, end }: Span): Span {
  let to = end;
  while (to > start && /\s/u.test(text.charAt(to - 1))) to--;
  return { start, end: to };
}
