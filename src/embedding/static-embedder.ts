import { AnnalistError } from "../domain/errors.ts";
import { dot, unitVector, type Vector } from "../domain/vector.ts";
import { basisVector } from "./basis-vector.ts";
import type { Embedder } from "./embedder.ts";
import { resolveWord } from "./resolve-word.ts";
import { createSifWeighting } from "./sif-weighting.ts";
import { addUnknownWordVector } from "./unknown-word-vector.ts";
import type { WordTable } from "./word-table.ts";

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** What a word outside the table counts; the rarest word inside it counts 1. */
const unknownWeight = 0.3;

/**
 * Averages word vectors, weighted by smooth inverse frequency, less what sentences have in common (Arora, Liang and Ma
 * 2017). A vector is a function of its text and of the table alone: other texts, earlier calls and the corpus change
 * nothing. Throws only when `signal` is aborted.
 */
export function createStaticEmbedder(words: WordTable): Embedder {
  const { weight } = createSifWeighting(words.size);
  const { dimension, sentenceComponent } = words;

  const embedText = (text: string): Vector => {
    const sum = new Float64Array(dimension);
    const wordVector = new Float32Array(dimension);
    for (const [word] of text.normalize("NFC").matchAll(wordPattern)) {
      for (const part of resolveWord(words, word)) {
        if (typeof part === "string") addUnknownWordVector(sum, part, unknownWeight);
        else addScaled(sum, words.vector(part, wordVector), weight(words.rank(part)));
      }
    }
    addScaled(sum, sentenceComponent, -dot(sum, sentenceComponent));
    return unitVector(sum) ?? basisVector(dimension);
  };

  return {
    id: `static:${words.id.slice(0, 12)}`,
    dimension,
    languages: ["en"],
    embed: async (texts, signal) => {
      if (signal?.aborted) throw new AnnalistError("aborted", "Embedding was cancelled.", { cause: signal.reason });
      return texts.map(embedText);
    },
  };
}

function addScaled(sum: Float64Array, vector: Float32Array, factor: number): void {
  for (let i = 0; i < sum.length; i++) (sum[i] as number) += factor * (vector[i] as number);
}
