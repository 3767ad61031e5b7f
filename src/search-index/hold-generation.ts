import { createManifest } from "./create-manifest.ts";
import { createExactIndex } from "./exact-index.ts";
import type { Generation, GenerationContent } from "./generation.ts";
import { openLexicalIndex } from "./lexical-index.ts";

/** Content -> the generation that it will be, in memory, with the exact scan: what it answers can be asked before it is published. */
export async function holdGeneration(content: GenerationContent, name: string): Promise<Generation> {
  const { documents, chunks, vectors, suggestions, embedder } = content;
  return {
    name,
    manifest: await createManifest(content, new Map(), null),
    documents,
    chunks,
    vectors,
    dense: createExactIndex(vectors, embedder.dimension),
    lexical: await openLexicalIndex(content.lexical),
    suggestions,
  };
}
