/**
 * Exact match and F1 of a short answer against the best of several variants, as SQuAD's evaluation script computes them
 * (Rajpurkar et al. 2016): lower case, ASCII punctuation and articles dropped, words compared as a bag.
 */
export interface ShortAnswerScore {
  /** 1 or 0. */
  readonly exactMatch: number;
  /** 0 to 1. */
  readonly f1: number;
}

/** Null, for no short answer, scores 0. */
export function scoreShortAnswer(short: string | null, answers: readonly string[]): ShortAnswerScore {
  if (short === null) return { exactMatch: 0, f1: 0 };
  const found = words(short);
  const scores = answers.map((answer) => {
    const expected = words(answer);
    return { exactMatch: found.join(" ") === expected.join(" ") ? 1 : 0, f1: overlap(found, expected) };
  });
  return {
    exactMatch: Math.max(0, ...scores.map(({ exactMatch }) => exactMatch)),
    f1: Math.max(0, ...scores.map(({ f1 }) => f1)),
  };
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/gu, "")
    .split(/\s+/u)
    .filter((word) => word !== "" && word !== "a" && word !== "an" && word !== "the");
}

function overlap(found: readonly string[], expected: readonly string[]): number {
  if (found.length === 0 || expected.length === 0) return found.length === expected.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    common++;
    left.set(word, count - 1);
  }
  return (2 * common) / (found.length + expected.length);
}
