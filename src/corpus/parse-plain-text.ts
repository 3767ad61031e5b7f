import type { Block } from "../domain/block.ts";
import type { Span } from "../domain/span.ts";
import { splitBlocks, splitLines } from "./split-blocks.ts";

/** A line this long is prose even without a period. */
const maxHeadingLength = 80;
/** Lines no longer than this, all about equally long, were wrapped by an editor. */
const maxWrappedLine = 100;

/**
 * Blocks of a plain text. A short line without a closing mark, followed by a line of prose, is a heading.
 * A line break ends a sentence, unless the block was hard-wrapped. The first line, where it reads as one, is the title.
 */
export function parsePlainText(text: string): { readonly title: string | null; readonly blocks: readonly Block[] } {
  const blocks: Block[] = [];
  let title: string | null = null;
  let heading: readonly string[] = [];
  const spans = splitBlocks(text);
  for (const [at, block] of spans.entries()) {
    const lines = splitLines(text, block).filter(({ start, end }) => end > start);
    const wrapped = isHardWrapped(lines);
    let parts: Span[] = [];
    const close = () => {
      const first = parts[0];
      const last = parts.at(-1);
      if (first !== undefined && last !== undefined) blocks.push({ start: first.start, end: last.end, heading, parts });
      parts = [];
    };
    for (const [index, line] of lines.entries()) {
      const words = text.slice(line.start, line.end);
      if (title === null && blocks.length === 0 && parts.length === 0 && index === 0 && isTitle(words, lines.length)) {
        title = words;
      } else if (
        !wrapped &&
        isHeading(words, nextLine(index + 1 < lines.length ? lines[index + 1] : spans[at + 1], text))
      ) {
        close();
        heading = [words];
      } else parts.push(line);
    }
    if (wrapped && parts.length > 0) parts = [{ start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 }];
    close();
  }
  return { title, blocks };
}

function isTitle(line: string, linesInBlock: number): boolean {
  return (
    line.length <= 200 &&
    !/[.!?。！？;；,，:：]$/u.test(line) &&
    (linesInBlock === 1 || line.length <= maxHeadingLength)
  );
}

/** The line that a span begins with, or nothing. */
function nextLine(span: Span | undefined, text: string): string {
  return span === undefined ? "" : (text.slice(span.start, span.end).split("\n", 1)[0] ?? "").trim();
}

function isHeading(line: string, next: string): boolean {
  if (line.length > maxHeadingLength || /[.!?。！？;；,，:：…-]["'”’)]*$/u.test(line)) return false;
  const startsLikeOne = /^(?:\p{Lu}|\p{Lo}|\p{N}+[.)]?\s+\p{Lu})/u.test(line);
  return (
    startsLikeOne && !/[:：]\s/u.test(line) && (next.length > maxHeadingLength || /[.!?。！？]["'”’)]*$/u.test(next))
  );
}

function isHardWrapped(lines: readonly Span[]): boolean {
  if (lines.length < 2) return false;
  const lengths = lines.map(({ start, end }) => end - start);
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
  return longest <= maxWrappedLine && longest >= 50 && lengths.slice(0, -1).every((length) => length >= 0.7 * longest);
}
