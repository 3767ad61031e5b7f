import type { Span } from "../domain/span.ts";
import { sentenceSegmenter, splitSentences } from "../text/sentences.ts";

/** A sentence of a text that is to be verified. */
export interface ClaimSentence extends Span {
  /** As it stands, but for citation markers, which are blanked out: offsets agree with the text's. */
  readonly words: string;
}

const marker = /\[\d{1,3}\]/gu;
/** Blank lines and line breaks before a heading, a bullet or a number part sentences; any other line break is a soft wrap. */
const partBreak = /\r?\n(?:[ \t]*\r?\n|(?=[ \t]*(?:#{1,6}[ \t]|[-*+•][ \t]|\d{1,3}[.)][ \t])))/gu;
const lineMark = /^\s*(?:#{1,6}|[-*+•]|\d{1,3}[.)])[ \t]+/u;

/** The sentences of any text, in order: those of an answer with its markers, of a list, of Markdown. */
export function splitClaims(text: string): readonly ClaimSentence[] {
  const masked = text.replace(marker, (found) => " ".repeat(found.length));
  const segmenter = sentenceSegmenter();
  return partsOf(masked).flatMap((part) =>
    splitSentences(masked, part, segmenter).map(({ start, end }) => ({
      start,
      end,
      words: masked.slice(start, end),
    })),
  );
}

/** Paragraphs, list items and headings, without the marks that they begin with. */
function partsOf(text: string): readonly Span[] {
  const breaks = [...text.matchAll(partBreak)].map(({ index, 0: found }) => ({
    end: index,
    next: index + found.length,
  }));
  const starts = [0, ...breaks.map(({ next }) => next)];
  const ends = [...breaks.map(({ end }) => end), text.length];
  return starts.map((start, i) => {
    const end = ends[i] as number;
    return { start: start + (lineMark.exec(text.slice(start, end))?.[0].length ?? 0), end };
  });
}
