import type { Passage } from "../domain/passage.ts";

/**
 * Passages as a model reads them: one JSON object to a line, with ids p1 to pn in the order given. JSON escapes quotes
 * and line breaks, so no text can end its own line or open another passage.
 */
export function renderPassages(passages: readonly Passage[]): string {
  return passages
    .map(({ chunk, text }, i) => dataLine({ id: passageId(i), heading: chunk.heading.join(" > "), text }))
    .join("\n");
}

/** The id under which a model knows the passage at `index`, from 0. */
export function passageId(index: number): string {
  return `p${index + 1}`;
}

/** A value as one line of JSON; the line breaks that JSON allows in strings are escaped as well. */
export function dataLine(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(/[\u007F-\u009F\u2028\u2029]/gu, escaped);
}
