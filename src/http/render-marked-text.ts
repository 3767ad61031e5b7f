import type { Span } from "../domain/span.ts";
import { escapeHtml } from "./escape-html.ts";

/** Cited words; `number` becomes the id `cite-NUMBER`. */
export interface Mark extends Span {
  readonly number: number;
}

/**
 * A document's text as HTML paragraphs, one a block between blank lines, with `<mark>` around the cited words. Overlapping marks
 * become one, under the lowest number. All but the white space around blocks is kept.
 */
export function renderMarkedText(text: string, marks: readonly Mark[]): string {
  const merged = mergeMarks(marks);
  return blocksOf(text)
    .map((block) => `<p>${renderBlock(text, block, merged)}</p>`)
    .join("\n");
}

function blocksOf(text: string): Span[] {
  const blocks: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n(?:[ \t]*\n)+/gu)) {
    blocks.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  return [...blocks, { start, end: text.trimEnd().length }].filter(
    (block) => text.slice(block.start, block.end).trim() !== "",
  );
}

function renderBlock(text: string, block: Span, marks: readonly Mark[]): string {
  let html = "";
  let at = block.start;
  for (const mark of marks) {
    const start = Math.max(mark.start, block.start);
    const end = Math.min(mark.end, block.end);
    if (start >= end) continue;
    const cited = renderLines(text.slice(start, end));
    html += `${renderLines(text.slice(at, start))}${openMark(mark, start)}${cited}</mark>`;
    at = end;
  }
  return html + renderLines(text.slice(at, block.end));
}

/** Only the part where a mark begins carries its id. The first is focused, which scrolls to it without a script. */
function openMark({ number, start }: Mark, partStart: number): string {
  if (partStart !== start) return "<mark>";
  return `<mark id="cite-${number}"${number === 1 ? ' tabindex="-1" autofocus' : ""}>`;
}

function renderLines(text: string): string {
  return escapeHtml(text).replaceAll("\n", "<br>\n");
}

function mergeMarks(marks: readonly Mark[]): Mark[] {
  const merged: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || a.number - b.number)) {
    const last = merged.at(-1);
    if (last === undefined || mark.start >= last.end) merged.push(mark);
    else {
      const number = Math.min(last.number, mark.number);
      merged[merged.length - 1] = { number, start: last.start, end: Math.max(last.end, mark.end) };
    }
  }
  return merged;
}
