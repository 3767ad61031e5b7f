import { type Chunk, chunkId } from "../src/domain/chunk.ts";
import type { Document } from "../src/domain/document.ts";
import type { Embedder } from "../src/embedding/embedder.ts";
import { buildLexicalIndex } from "../src/search-index/build-lexical-index.ts";
import type { Generation, GenerationContent } from "../src/search-index/generation.ts";
import { holdGeneration } from "../src/search-index/hold-generation.ts";

/** Given sentences, each a paragraph of its own, as one untitled document in memory. Sentence i has the number i. */
export async function indexSentences(sentences: readonly string[], embedder: Embedder): Promise<Generation> {
  const text = sentences.join("\n\n");
  const id = "sentences";
  const unstated = { url: null, author: null, publisher: null, date: null, language: null, pages: null };
  const document: Document = { id, path: `${id}.txt`, title: "", mediaType: "text/plain", text, ...unstated };
  let end = -2;
  const chunks = sentences.map((sentence): Chunk => {
    const start = end + 2;
    end = start + sentence.length;
    return { id: chunkId(id, start, end), documentId: id, start, end, heading: [], sentences: [{ start, end }] };
  });
  const vectors = new Float32Array(chunks.length * embedder.dimension);
  for (const [i, vector] of (await embedder.embed(sentences)).entries()) vectors.set(vector, i * embedder.dimension);
  const content: GenerationContent = {
    documents: [document],
    chunks,
    vectors,
    lexical: buildLexicalIndex([document], chunks),
    embedder: { id: embedder.id, dimension: embedder.dimension },
    corpusHash: "0".repeat(64),
    ingest: { version: 1, textColumn: null },
    files: [],
    suggestions: [],
  };
  return holdGeneration(content, "000000");
}
