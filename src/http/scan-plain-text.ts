import type { ReaderBlock } from "./reader-block.ts";

/** A plain text as blocks: what stands between blank lines, white space at its start and line breaks included. */
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
      if (end > open) yield block(open, end);
      open = lineEnd + 1;
      end = open;
    }
    at = lineEnd + 1;
  }
  if (end > open) yield block(open, end);
}

function block(start: number, end: number): ReaderBlock {
  return { kind: "plain", start, containers: [], lines: [{ start, end }] };
}
