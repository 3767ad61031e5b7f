import { orderColumns } from "./order-columns.ts";
import { isSameBaseline, type PdfFragment } from "./pdf-fragments.ts";

/** A line of a page. Lines with two cells or more, one below the other, make a table. */
export interface PdfLine extends PdfFragment {
  readonly page: number;
  readonly cells: readonly string[];
}

/** Fragments of a page as lines, in the order of reading; `page` counts from 1. */
export function pdfLines(fragments: readonly PdfFragment[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const fragment of orderColumns(fragments)) {
    const text = cleanWords(fragment.text);
    if (text === "") continue;
    const last = lines.at(-1);
    if (last === undefined || !isSameBaseline(last, fragment) || fragment.x < last.endX - fragment.size) {
      lines.push({ ...fragment, text, page, cells: [text] });
      continue;
    }
    lines[lines.length - 1] = {
      ...last,
      text: `${last.text} ${text}`,
      endX: Math.max(last.endX, fragment.endX),
      size: Math.max(last.size, fragment.size),
      cells: [...last.cells, text],
    };
  }
  return lines;
}

/** NFC without control characters; leaders of dots are cut short. A soft hyphen at the end is kept for who joins lines. */
function cleanWords(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\u200B\u2060\uFEFF]/gu, "")
    .replace(/\u00AD(?!\s*$)/gu, "")
    .replace(/(?:\s?\.){6,}/gu, " …")
    .trim()
    .normalize("NFC");
}
