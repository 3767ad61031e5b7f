import type { Span } from "../domain/span.ts";
import { trimSpan } from "../text/sentences.ts";

/** Runs of lines between blank lines (white space alone counts as blank), trimmed, in order. */
export function splitBlocks(text: string): Span[] {
  const blocks: Span[] = [];
  let open: number | null = null;
  let end = 0;
  for (const line of splitLines(text, { start: 0, end: text.length })) {
    if (line.end > line.start) {
      open ??= line.start;
      end = line.end;
    } else if (open !== null) {
      blocks.push({ start: open, end });
      open = null;
    }
  }
  if (open !== null) blocks.push({ start: open, end });
  return blocks;
}

/** Lines of a span, each trimmed of white space; a blank line is an empty span. */
export function splitLines(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  let open = start;
  while (open <= end) {
    const lineBreak = text.indexOf("\n", open);
    const close = lineBreak < 0 || lineBreak > end ? end : lineBreak;
    lines.push(trimSpan(text, { start: open, end: close }));
    open = close + 1;
  }
  return lines;
}
