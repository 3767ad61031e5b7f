import type { ReaderBlock } from "./reader-block.ts";

/** A line longer than this was not broken to fit a page: where there is one, each line is a paragraph. */
const maxWrappedLine = 100;

/**
 * A plain text as blocks: what stands between blank lines, white space at its start and line breaks included; line by line where
 * lines are long.
 */
export function* scanPlainText(text: string): Generator<ReaderBlock> {
  const length = text.trimEnd().length;
  let open = 0;
  let end = 0;
  // Line by line: one pattern for all blank lines would overflow the stack on a million of them.
  for (let at = 0; at < length; ) {
    const lineBreak = text.indexOf("\n", at);
    const lineEnd = lineBreak < 0 ? length : Math.min(lineBreak, length);
    if (/\S/u.test(text.slice(at, lineEnd))) end = lineEnd;
    else if (at > 0) {
      yield* paragraphs(text, open, end);
      open = lineEnd + 1;
      end = open;
    }
    at = lineEnd + 1;
  }
  yield* paragraphs(text, open, end);
}

function* paragraphs(text: string, start: number, end: number): Generator<ReaderBlock> {
  const lines = text.slice(start, end).split("\n");
  if (!lines.some((line) => line.length > maxWrappedLine)) {
    if (end > start) yield block(start, end);
    return;
  }
  let at = start;
  for (const { length } of lines) {
    yield block(at, at + length);
    at += length + 1;
  }
}

function block(start: number, end: number): ReaderBlock {
  return { kind: "plain", start, containers: [], lines: [{ start, end }] };
}
