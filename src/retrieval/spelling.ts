import type { LexicalIndex } from "../search-index/lexical-index.ts";
import { lazily, type Steps } from "../search-index/steps.ts";
import { editDistance } from "../text/edit-distance.ts";

/** What the corpus knows of how a word is written. Words are folded (`foldWord`). */
export interface Spelling {
  knows(word: string): boolean;
  /** The corpus's word that a misspelled one most likely means, or null: one edit from 4 letters, two from 7. */
  nearest(word: string): string | null;
  /** Two corpus words that a run-together word is made of, or null. */
  split(word: string): readonly [string, string] | null;
  /** Makes what the others look words up in, a piece at a time: left to them, it takes 80 ms for 200,000 words. */
  prepare(): Promise<void>;
}

interface WordList {
  readonly known: ReadonlySet<string>;
  /** The letters of each surface. */
  readonly letters: Int32Array;
}

const minLength = 4;
const minLengthOfTwoEdits = 7;
const minPart = 3;
const wordsAtOnce = 2_000;

export function createSpelling(lexical: LexicalIndex): Spelling {
  const list = lazily(listWords(lexical.surfaces));

  function nearest(word: string): string | null {
    if (word.length < minLength || /\d/u.test(word)) return null;
    const limit = word.length >= minLengthOfTwoEdits ? 2 : 1;
    const wanted = letterSet(word);
    const { letters } = list.get();
    let best: string | null = null;
    let bestDistance = limit + 1;
    // Surfaces come most frequent first, so that the commonest of equally near words is kept.
    for (let i = 0; i < letters.length && bestDistance > 1; i++) {
      if (bitCount((letters[i] as number) ^ wanted) > 2 * limit) continue;
      const surface = lexical.surfaces[i] as string;
      if (surface.length < minLength || /\d/u.test(surface)) continue;
      const distance = editDistance(word, surface, bestDistance - 1);
      if (distance < bestDistance) {
        best = surface;
        bestDistance = distance;
      }
    }
    return best;
  }

  function split(word: string): readonly [string, string] | null {
    const { known } = list.get();
    for (let at = minPart; at <= word.length - minPart; at++) {
      const left = word.slice(0, at);
      const right = word.slice(at);
      if (known.has(left) && known.has(right)) return [left, right];
    }
    return null;
  }

  return { knows: (word) => list.get().known.has(word), nearest, split, prepare: list.prepare };
}

function* listWords(surfaces: readonly string[]): Steps<WordList> {
  const known = new Set<string>();
  const letters = new Int32Array(surfaces.length);
  for (const [i, surface] of surfaces.entries()) {
    if (i % wordsAtOnce === 0) yield;
    known.add(surface);
    letters[i] = letterSet(surface);
  }
  return { known, letters };
}

/** One bit a letter a to z; one edit changes at most two of them. */
function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - 97;
    if (letter >= 0 && letter < 26) set |= 1 << letter;
  }
  return set;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
