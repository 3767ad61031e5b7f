import type { Span } from "../domain/span.ts";

/** Abbreviations that end in a period without ending a sentence. */
const abbreviation =
  /(?:^|[\s("'“‘[])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gen|Col|Capt|Lt|Sgt|Gov|Sen|Rep|Pres|St|Mt|Ft|Jr|Sr|vs|etc|e\.g|i\.e|cf|ca|c|approx|No|Nos|Vol|Fig|Figs|Eq|pp|p|Inc|Ltd|Co|Corp|Bros|Dept|Univ|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|a\.m|p\.m|U\.S|U\.K|U\.N|\p{Lu}|\p{Lu}\.\p{Lu})\.["'”’)\]]*\s*$/u;

/** These often do end a sentence: only a lower-case or numeric continuation joins them. */
const mayEndSentence = /(?:etc|Inc|Ltd|Co|Corp|Bros|Jr|Sr|a\.m|p\.m|U\.S|U\.K|U\.N)\.["'”’)\]]*\s*$/u;

const endsSentence = /[.!?。！？…][\p{Pe}\p{Pf}"'”’]*\s*$/u;
const continues = /^[\s]*[\p{Ll},;:)\]]/u;
/** As much of the text on either side as decides a boundary. */
const contextLength = 60;
const hasWord = /[\p{L}\p{N}]/u;

/** Costs about a millisecond to make: pass one along where many texts are split. */
export function sentenceSegmenter(): Intl.Segmenter {
  return new Intl.Segmenter("en", { granularity: "sentence" });
}

/**
 * Sentence spans of `text.slice(start, end)`, trimmed of white space, in order, as offsets into `text`.
 * Unicode's default boundaries (UAX 29), joined again after abbreviations and before lower-case continuations.
 */
export function splitSentences(
  text: string,
  { start, end }: Span = { start: 0, end: text.length },
  segmenter: Intl.Segmenter = sentenceSegmenter(),
): Span[] {
  const spans: Span[] = [];
  let open = start;
  const slice = text.slice(start, end);
  for (const { index, segment } of segmenter.segment(slice)) {
    const segmentEnd = start + index + segment.length;
    const lastWords = text.slice(Math.max(open, segmentEnd - contextLength), segmentEnd);
    if (joinsNext(lastWords, text.slice(segmentEnd, Math.min(end, segmentEnd + contextLength)))) continue;
    push(spans, text, { start: open, end: segmentEnd });
    open = segmentEnd;
  }
  push(spans, text, { start: open, end });
  return spans;
}

function joinsNext(current: string, rest: string): boolean {
  if (rest.trim() === "") return false;
  // The caller hands over one paragraph or line at a time, so a line break inside it is a soft wrap.
  if (!endsSentence.test(current)) return true;
  if (continues.test(rest)) return true;
  if (!abbreviation.test(current)) return false;
  return mayEndSentence.test(current) ? /^\s*\p{Nd}/u.test(rest) : true;
}

function push(spans: Span[], text: string, span: Span): void {
  const trimmed = trimSpan(text, span);
  if (trimmed.start >= trimmed.end) return;
  const last = spans.at(-1);
  // Closing quotes and stray punctuation belong to the sentence before them.
  if (last !== undefined && !hasWord.test(text.slice(trimmed.start, trimmed.end))) {
    spans[spans.length - 1] = { start: last.start, end: trimmed.end };
    return;
  }
  spans.push(trimmed);
}

/** The span without white space at either end; empty at its start when it holds nothing else. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from++;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
