import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import type { Span } from "../domain/span.ts";
import { trimSpan } from "../text/sentences.ts";
import { splitIntoSpans } from "./split-into-spans.ts";

/** What is handed to the splitter at once: its memory is many times that of its text. */
const windowLength = 20_000;

/**
 * Makes a splitter of "sentences" in which no end was found, such as a log or a row of numbers: pieces of at most
 * `maxLength` code units, cut at lines, clauses and words where there are any. Spans are exact, in order and apart.
 */
export function createSentenceSplitter(maxLength: number): (text: string, sentence: Span) => Promise<readonly Span[]> {
  const splitter = new RecursiveCharacterTextSplitter({
    chunkSize: maxLength,
    chunkOverlap: 0,
    separators: ["\n", "; ", ", ", " ", ""],
  });
  return async (text, sentence) => {
    const pieces: Span[] = [];
    for (const window of windows(text, sentence)) {
      for (const piece of await splitIntoSpans(text, window, (words) => splitter.splitText(words))) {
        const whole = { start: afterPair(text, piece.start), end: afterPair(text, piece.end) };
        const { start, end } = trimSpan(text, whole);
        if (end > start) pieces.push({ start, end });
      }
    }
    return pieces;
  };
}

/** The offset, moved behind a surrogate pair where it falls into one. */
function afterPair(text: string, offset: number): number {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1)) ? offset + 1 : offset;
}

/** Cut at white space where the last tenth holds some, and never inside a surrogate pair. */
function* windows(text: string, { start, end }: Span): Generator<Span> {
  let from = start;
  while (end - from > windowLength) {
    let to = from + windowLength;
    const space = text.slice(to - windowLength / 10, to).search(/\s\S*$/u);
    if (space >= 0) to = to - windowLength / 10 + space;
    else to = afterPair(text, to);
    yield { start: from, end: to };
    from = to;
  }
  yield { start: from, end };
}
