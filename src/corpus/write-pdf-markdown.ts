import { escapeLine, escapeTags } from "./escape-markdown.ts";
import { closeLine } from "./join-lines.ts";
import { normalizeText } from "./normalize-text.ts";
import type { PdfLine } from "./pdf-lines.ts";
import type { PdfParagraph } from "./pdf-paragraphs.ts";

export interface PdfText {
  readonly text: string;
  /** Where each page begins; a page without text begins where the next one does. */
  readonly pages: readonly number[];
}

/** Paragraphs as canonical Markdown, and the offset at which each page begins in it, even amid a paragraph. */
export function writePdfMarkdown(
  paragraphs: readonly PdfParagraph[],
  pageCount: number,
  hyphenated: ReadonlySet<string>,
): PdfText {
  const levels = headingLevels(paragraphs);
  const starts = new Map<number, number>();
  const pieces: string[] = [];
  let length = 0;
  const write = (piece: string, page?: number) => {
    if (page !== undefined && !starts.has(page)) starts.set(page, length);
    pieces.push(piece);
    length += piece.length;
  };
  for (const { kind, lines } of paragraphs) {
    if (length > 0) write("\n\n");
    if (kind === "table") writeRows(lines, write);
    else if (kind === "heading") write(`${"#".repeat(levels.get(sizeOf(lines)) ?? 2)} `, lines[0]?.page);
    for (const [at, line] of kind === "table" ? [] : lines.entries()) {
      const next = lines[at + 1];
      const words =
        next === undefined ? line.text.replace(/\u00AD$/u, "") : closeLine(line.text, next.text, hyphenated);
      write(at > 0 || kind === "heading" ? escapeTags(words) : openParagraph(words, kind), line.page);
    }
  }
  return canonical(pieces.join(""), pageOffsets(starts, pageCount, length));
}

function openParagraph(words: string, kind: PdfParagraph["kind"]): string {
  const space = /\s$/u.test(words) ? " " : "";
  if (kind !== "item") return `${escapeLine(words)}${space}`;
  return escapeTags(words.replace(/^[^\p{L}\p{N}]\s+/u, "- "));
}

function writeRows(rows: readonly PdfLine[], write: (piece: string, page?: number) => void): void {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  for (const [at, { cells, page }] of rows.entries()) {
    const padded = at === 0 ? [...cells, ...Array<string>(width - cells.length).fill("")] : cells;
    write(
      `${at === 0 ? "" : "\n"}| ${padded.map((cell) => escapeTags(cell).replaceAll("|", "\\|")).join(" | ")} |`,
      page,
    );
    if (at === 0) write(`\n|${" --- |".repeat(width)}`);
  }
}

/** The largest type of the first page, if it is used once, is the title's; the others have levels 2 to 4 by their size. */
function headingLevels(paragraphs: readonly PdfParagraph[]): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const { kind, lines } of paragraphs)
    if (kind === "heading") sizes.set(sizeOf(lines), (sizes.get(sizeOf(lines)) ?? 0) + 1);
  const ranked = [...sizes.keys()].sort((a, b) => b - a);
  const first = paragraphs.find(({ kind, lines }) => kind === "heading" && sizeOf(lines) === ranked[0])?.lines[0];
  const isTitled = first?.page === 1 && sizes.get(ranked[0] ?? 0) === 1;
  return new Map(ranked.map((size, rank) => [size, Math.min(4, rank + (isTitled ? 1 : 2))]));
}

function sizeOf(lines: readonly PdfLine[]): number {
  return Math.round(lines[0]?.size ?? 0);
}

function pageOffsets(starts: ReadonlyMap<number, number>, pageCount: number, end: number): number[] {
  const offsets = Array<number>(pageCount).fill(end);
  let next = end;
  for (let page = pageCount; page >= 1; page--) {
    next = starts.get(page) ?? next;
    offsets[page - 1] = next;
  }
  offsets[0] = 0;
  return offsets;
}

/** Lines are NFC one by one; where two of them compose with each other, the pages move along. */
function canonical(text: string, pages: readonly number[]): PdfText {
  const composed = normalizeText(text);
  if (composed === text) return { text, pages };
  return { text: composed, pages: pages.map((offset) => normalizeText(text.slice(0, offset)).length) };
}
