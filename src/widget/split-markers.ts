/** One stretch of an answer: plain text, or a marker such as `[2]` with the white space before it. */
export interface AnswerPart {
  readonly text: string;
  /** Null for plain text. */
  readonly marker: number | null;
}

/** Cuts an answer, or a piece of one that splits no marker, at its markers. The texts joined equal the input. */
export function splitMarkers(text: string): AnswerPart[] {
  const parts: AnswerPart[] = [];
  let end = 0;
  for (const match of text.matchAll(/\s*\[(\d{1,4})\]/gu)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), marker: null });
    parts.push({ text: match[0], marker: Number(match[1]) });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), marker: null });
  return parts;
}
