import type { Span } from "../domain/span.ts";
import { escapeHtml } from "./escape-html.ts";

/** Cited words; `number` becomes the id `cite-NUMBER`. */
export interface Mark extends Span {
  readonly number: number;
}

/** HTML that stands at an offset of the text. */
interface Insertion {
  readonly at: number;
  readonly html: string;
}

/**
 * A document's text as HTML paragraphs, one a block between blank lines, with `<mark>` around the cited words; no two marks may
 * overlap. `pages` holds where each page begins, ascending: empty elements with the ids `page-1`, `page-2`, ... stand there,
 * between paragraphs where that is possible. All but the white space around blocks is kept, and nothing is added to it.
 */
export function renderMarkedText(
  text: string,
  { marks, pages }: { readonly marks: readonly Mark[]; readonly pages: readonly number[] },
): string {
  const html: string[] = [];
  let next = 0;
  const turnPages = (before: number, element: "div" | "span"): Insertion[] => {
    const turned: Insertion[] = [];
    for (; next < pages.length && (pages[next] as number) < before; next++)
      turned.push({ at: pages[next] as number, html: renderPageStart(next + 1, element) });
    return turned;
  };
  for (const block of blocksOf(text)) {
    html.push(...turnPages(block.start + 1, "div").map((page) => page.html));
    html.push(`<p>${renderBlock(text, block, { marks, pages: turnPages(block.end, "span") })}</p>`);
  }
  html.push(...turnPages(Number.POSITIVE_INFINITY, "div").map((page) => page.html));
  return html.join("\n");
}

/** The number is shown by the style sheet, so that it is no part of the text when that is selected or copied. */
function renderPageStart(page: number, element: "div" | "span"): string {
  return `<${element} class="page" id="page-${page}" data-page="${page}" role="doc-pagebreak" aria-label="page ${page}"></${element}>`;
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

function renderBlock(
  text: string,
  block: Span,
  { marks, pages }: { readonly marks: readonly Mark[]; readonly pages: readonly Insertion[] },
): string {
  const parts = marks
    .map((mark) => ({ mark, start: Math.max(mark.start, block.start), end: Math.min(mark.end, block.end) }))
    .filter(({ start, end }) => start < end);
  // At one offset a mark ends before a page begins, and a page begins before a mark does.
  const insertions = [
    ...parts.map(({ end }) => ({ at: end, html: "</mark>" })),
    ...pages,
    ...parts.map(({ mark, start }) => ({ at: start, html: openMark(mark, start) })),
  ].sort((a, b) => a.at - b.at);
  let html = "";
  let at = block.start;
  for (const insertion of insertions) {
    html += renderLines(text.slice(at, insertion.at)) + insertion.html;
    at = insertion.at;
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

/** Marks that overlap become one, under the lowest of their numbers; in the order of the text. */
export function mergeMarks(marks: readonly Mark[]): readonly Mark[] {
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
