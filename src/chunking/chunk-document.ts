import type { Block } from "../domain/block.ts";
import { type Chunk, chunkId } from "../domain/chunk.ts";
import type { Document } from "../domain/document.ts";
import type { Span } from "../domain/span.ts";
import { sentenceSegmenter, splitSentences } from "../text/sentences.ts";
import { halveSentences } from "./halve-sentences.ts";
import { createSentenceSplitter } from "./split-long-sentence.ts";

/** Chunks hold no more code units than this; a longer sentence is a chunk of its own. */
export const maxChunkLength = 1000;
/** A sentence longer than so many chunks has no end that can be found, and is cut into pieces that stand for sentences. */
const longSentence = 2;

export type ChunkDocument = (document: Document, blocks: readonly Block[]) => Promise<readonly Chunk[]>;

/**
 * Makes a chunker: document -> chunks of whole sentences, in reading order. Each block is split on its own, so that an
 * edit changes the chunks of its block only, and at most two of them. `maxLength` is in UTF-16 code units.
 */
export function createChunker({ maxLength = maxChunkLength }: { readonly maxLength?: number } = {}): ChunkDocument {
  const splitLong = createSentenceSplitter(maxLength);
  const segmenter = sentenceSegmenter();
  return async (document, blocks) => {
    const chunks: Chunk[] = [];
    for (const { heading, parts } of blocks) {
      const close = (run: readonly Span[]) => {
        for (const group of halveSentences(run, maxLength)) chunks.push(toChunk(document.id, heading, group));
      };
      let run: Span[] = [];
      for (const sentence of parts.flatMap((part) => splitSentences(document.text, part, segmenter))) {
        if (sentence.end - sentence.start <= longSentence * maxLength) {
          run.push(sentence);
          continue;
        }
        close(run);
        run = [];
        for (const piece of await splitLong(document.text, sentence)) close([piece]);
      }
      close(run);
    }
    return chunks;
  };
}

function toChunk(documentId: string, heading: readonly string[], sentences: readonly Span[]): Chunk {
  const start = sentences[0]?.start ?? 0;
  const end = sentences.at(-1)?.end ?? start;
  return { id: chunkId(documentId, start, end), documentId, start, end, heading, sentences };
}
