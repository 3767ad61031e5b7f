/**
 * What is wrong with a text from outside that takes 1 to `maxCodePoints` code points, already in NFC and trimmed; null
 * where nothing is. Every way in counts alike: code points, as JSON Schema does.
 */
export function boundedTextProblem(text: string, maxCodePoints: number): string | null {
  const length = countCodePoints(text);
  return length >= 1 && length <= maxCodePoints
    ? null
    : `takes 1 to ${maxCodePoints} characters after trimming, got ${length}`;
}

/** What is wrong with a text that can't be brought to NFC as it stands; null where nothing is. */
export function brokenTextProblem(text: string): string | null {
  return text.isWellFormed() ? null : "holds half a surrogate pair; send whole characters";
}

export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
