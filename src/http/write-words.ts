import type { Span } from "../domain/span.ts";
import { escapeHtml } from "./escape-html.ts";
import type { Mark } from "./merge-marks.ts";
import type { Edit } from "./scan-inline.ts";

/** What stands in a text wherever its blocks begin and end: marks that don't overlap, and where pages begin; both ascending. */
export interface Overlay {
  readonly marks: readonly Mark[];
  readonly pages: readonly number[];
}

/**
 * Line breaks of a block: `shown` as such inside its lines, `kept` for an element that shows white space, else `spaces`, but for
 * those that Markdown shows, behind two spaces.
 */
export type LineEnds = "shown" | "kept" | "spaces";

export interface WordsWriter {
  /** Lines as HTML, with `edits` made in them. Lines come in the order of the text, from one call to the next. */
  write(lines: readonly Span[], edits: readonly Edit[], lineEnds: LineEnds): string;
  /** The pages that begin before an offset and are not written yet, as elements between blocks. */
  turnPages(before: number): string;
  /** What is left at the end of the text. */
  finish(): string;
}

/** Writes stretches of a text as HTML, everything in it escaped, cited words and beginnings of pages marked. */
export function createWordsWriter(text: string, { marks, pages }: Overlay): WordsWriter {
  const first = marks.reduce((least, { number }) => Math.min(least, number), Number.POSITIVE_INFINITY);
  let html = "";
  let nextPage = 0;
  let nextMark = 0;
  let isOpen = false;
  /** Whether the mark that comes next has got its id, which only its first part carries. */
  let isNamed = false;

  const openMark = ({ number }: Mark) => {
    const focused = number === first ? ' tabindex="-1" autofocus' : "";
    html += isNamed ? "<mark>" : `<mark id="cite-${number}"${focused}>`;
    isNamed = true;
    isOpen = true;
  };
  const closeMark = () => {
    if (isOpen) html += "</mark>";
    isOpen = false;
  };
  /** A mark around nothing that is shown is left as a place to go to. */
  const passMarks = (at: number) => {
    for (let mark = marks[nextMark]; mark !== undefined && mark.end <= at; mark = marks[++nextMark]) {
      if (!isNamed) openMark(mark);
      closeMark();
      isNamed = false;
    }
  };
  const turn = (before: number, element: "div" | "span") => {
    for (; nextPage < pages.length && (pages[nextPage] as number) < before; nextPage++)
      html += writePageStart(nextPage + 1, element);
  };
  /** At one offset a mark ends before a page begins, and a page begins before a mark does. */
  const writeShown = ({ start, end }: Span, lineEnds: LineEnds) => {
    for (let at = start; at < end; ) {
      passMarks(at);
      turn(at + 1, "span");
      const mark = marks[nextMark];
      const isMarked = mark !== undefined && mark.start <= at;
      if (isMarked && !isOpen) openMark(mark);
      const limit = (isMarked ? mark.end : mark?.start) ?? end;
      const stop = Math.min(end, limit, pages[nextPage] ?? end);
      const words = escapeHtml(text.slice(at, stop));
      html += lineEnds === "shown" ? words.replaceAll("\n", "<br>\n") : words;
      at = stop;
    }
  };
  const take = () => {
    const taken = html;
    html = "";
    return taken;
  };

  return {
    write(lines, edits, lineEnds) {
      let next = 0;
      for (const [index, line] of lines.entries()) {
        let at = line.start;
        for (let edit = edits[next]; edit !== undefined && edit.start < line.end + 1; edit = edits[++next]) {
          writeShown({ start: at, end: edit.start }, lineEnds);
          if (edit.html !== "") closeMark();
          html += edit.html;
          at = edit.end;
        }
        writeShown({ start: at, end: line.end }, lineEnds);
        passMarks(line.end);
        if (index + 1 < lines.length)
          html += lineEnds === "spaces" && text.startsWith("  ", line.end) ? "<br>\n" : "\n";
      }
      closeMark();
      return take();
    },
    turnPages(before) {
      turn(before, "div");
      return take();
    },
    finish() {
      passMarks(Number.POSITIVE_INFINITY);
      turn(Number.POSITIVE_INFINITY, "div");
      return take();
    },
  };
}

/** The number is shown by the style sheet, so that it is no part of the text when that is selected or copied. */
function writePageStart(page: number, element: "div" | "span"): string {
  return `<${element} class="page" id="page-${page}" data-page="${page}" role="separator" aria-label="page ${page}"></${element}>`;
}
