import { isPointing } from "./noun-phrase.ts";

const maxWords = 15;

/** A heading that asks, "How are loans renewed?", as the question it is; null for any other, or one that leans on its place. */
export function questionOfHeading(heading: string): string | null {
  const text = heading.replace(/\s+/gu, " ").trim();
  if (
    !/^(?:What|Which|Who|When|Where|Why|How|Is|Are|Can|Do|Does|Did|Must|May|Should)\b[\p{L}\p{M}\p{N} ,'’.-]+\?$/u.test(
      text,
    )
  ) {
    return null;
  }
  const words = text.slice(0, -1).split(" ");
  const leans = words
    .slice(1)
    .some((word) => isPointing(word) && !/^(?:i|you|my|your|we|not|many|much|there)$/iu.test(word));
  return leans || words.length < 3 || words.length > maxWords ? null : text;
}
