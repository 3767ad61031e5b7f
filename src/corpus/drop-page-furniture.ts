import type { PdfLine } from "./pdf-lines.ts";

/** How many lines from the top and from the bottom of a page may be a running head or foot. */
const reach = 2;
/** They stand within this share of the height that text takes up; a line of prose that repeats stands further in. */
const margin = 0.06;

const pageNumber =
  /^(?:(?:page|p\.|seite|第)?\s*[-–—|]?\s*\d{1,4}\s*(?:(?:\/|of|von)\s*\d{1,4})?\s*[-–—|页]?|[ivxlc]{1,7})$/iu;

/** Pages without running heads and feet, which repeat on most pages but for their digits, and without page numbers. */
export function dropPageFurniture(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const edges = edgeFinder(pages.flat());
  const counts = new Map<string, number>();
  for (const lines of pages)
    for (const key of new Set(edges(lines).flatMap(keysOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const printed = pages.filter((lines) => lines.length > 0).length;
  // Heads of left and of right pages take turns, so that each stands on fewer than half of them.
  const often = Math.max(3, printed * 0.4);
  const isFurniture = (line: PdfLine): boolean =>
    pageNumber.test(line.text) || keysOf(line).some((key) => (counts.get(key) ?? 0) >= often);
  return pages.map((lines) => {
    const dropped = new Set(edges(lines).filter(isFurniture));
    return lines.filter((line) => !dropped.has(line));
  });
}

/** Finds the lines of a page that stand highest and lowest, wherever they come in the order of reading. */
function edgeFinder(all: readonly PdfLine[]): (lines: readonly PdfLine[]) => readonly PdfLine[] {
  const top = all.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY);
  const bottom = all.reduce((most, { y }) => Math.max(most, y), Number.NEGATIVE_INFINITY);
  const depth = (bottom - top) * margin;
  return (lines) => {
    const outer = lines.filter(({ y }) => y <= top + depth || y >= bottom - depth).sort((a, b) => a.y - b.y);
    return [...new Set([...outer.slice(0, reach), ...outer.slice(-reach)])];
  };
}

/**
 * Equal for lines that differ in digits alone and stand at the same height, and for lines with the number of their page
 * at either end: the head of a chapter changes, and its numbers go on.
 */
function keysOf({ text, y, page }: PdfLine): string[] {
  const number = /^(\d{1,4})\s|\s(\d{1,4})$/u.exec(text);
  const keys = [`${Math.round(y / 4)} ${text.replace(/\d+/gu, "0").toLowerCase()}`];
  if (number !== null) keys.push(`page ${Number(number[1] ?? number[2]) - page}`);
  return keys;
}
