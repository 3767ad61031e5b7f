import type { Span } from "../domain/span.ts";

/**
 * Runs a text splitter, which returns trimmed pieces without offsets, over `text.slice(start, end)` and finds each piece
 * from the end of the one before: exact as long as pieces come in order and do not overlap.
 * Throws where a piece is not in the text, since an offset would then be a guess.
 */
export async function splitIntoSpans(
  text: string,
  { start, end }: Span,
  split: (text: string) => Promise<readonly string[]>,
): Promise<readonly Span[]> {
  const slice = text.slice(start, end);
  const spans: Span[] = [];
  let from = 0;
  for (const piece of await split(slice)) {
    const at = slice.indexOf(piece, from);
    if (at < 0) throw new Error(`the splitter returned a piece that is not in its text after offset ${start + from}`);
    spans.push({ start: start + at, end: start + at + piece.length });
    from = at + piece.length;
  }
  return spans;
}
