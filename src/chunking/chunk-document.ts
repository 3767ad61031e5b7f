import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import type { Block } from "../domain/block.ts";
import { type Chunk, chunkId } from "../domain/chunk.ts";
import type { Document } from "../domain/document.ts";
import type { Span } from "../domain/span.ts";
import { sentenceSegmenter, splitSentences } from "../text/sentences.ts";
import { splitIntoSpans } from "./split-into-spans.ts";

/** Chunks aim at no more code units than this; a longer sentence is a chunk of its own. */
export const maxChunkLength = 1000;

export type ChunkDocument = (document: Document, blocks: readonly Block[]) => Promise<readonly Chunk[]>;

/**
 * Makes a chunker: document -> chunks of whole sentences, in reading order. Each block is split on its own, so that an
 * edit changes the chunks of its block only. `maxLength` is in UTF-16 code units.
 */
export function createChunker({ maxLength = maxChunkLength }: { readonly maxLength?: number } = {}): ChunkDocument {
  const splitter = new RecursiveCharacterTextSplitter({
    chunkSize: maxLength,
    chunkOverlap: 0,
    separators: ["\n", ". ", "; ", ", ", " ", ""],
  });
  const segmenter = sentenceSegmenter();
  return async (document, blocks) => {
    const chunks: Chunk[] = [];
    for (const block of blocks) {
      const sentences = block.parts.flatMap((part) => splitSentences(document.text, part, segmenter));
      const pieces = await splitIntoSpans(document.text, block, (text) => splitter.splitText(text));
      for (const group of groupByPiece(sentences, pieces)) chunks.push(toChunk(document.id, block.heading, group));
    }
    return chunks;
  };
}

/** A sentence goes with the piece in which it begins, so that every piece is widened to whole sentences. */
function groupByPiece(sentences: readonly Span[], pieces: readonly Span[]): Span[][] {
  const groups: Span[][] = pieces.map(() => []);
  let piece = 0;
  for (const sentence of sentences) {
    while (piece < pieces.length - 1 && sentence.start >= (pieces[piece]?.end ?? 0)) piece++;
    groups[piece]?.push(sentence);
  }
  return groups.filter((group) => group.length > 0);
}

function toChunk(documentId: string, heading: readonly string[], sentences: readonly Span[]): Chunk {
  const start = sentences[0]?.start ?? 0;
  const end = sentences.at(-1)?.end ?? start;
  return { id: chunkId(documentId, start, end), documentId, start, end, heading, sentences };
}
