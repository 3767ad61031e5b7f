import { isDeepStrictEqual } from "node:util";
import { IndexError } from "../../src/domain/errors.ts";
import { openGeneration } from "../../src/node/open-generation.ts";
import type { GenerationContent } from "../../src/search-index/generation.ts";

/**
 * Which of the given contents an index holds, whole and unmixed, by its place in the list. Throws where it holds none of
 * them, or can't be opened; -1 where nothing was ever published.
 */
export async function publishedState(indexDir: string, contents: readonly GenerationContent[]): Promise<number> {
  const [first] = contents;
  if (first === undefined) throw new Error("no content to compare with");
  try {
    const generation = await openGeneration(indexDir, { embedder: first.embedder });
    const { documents, chunks, vectors, suggestions, manifest } = generation;
    const held = { documents, chunks, suggestions, corpusHash: manifest.corpusHash, vectors: vectors.slice() };
    const found = contents.findIndex((each) =>
      isDeepStrictEqual(held, {
        documents: each.documents,
        chunks: each.chunks,
        suggestions: each.suggestions,
        corpusHash: each.corpusHash,
        vectors: each.vectors,
      }),
    );
    if (found === -1) throw new Error(`generation ${generation.name} holds a mix`);
    return found;
  } catch (error) {
    if (error instanceof IndexError && error.code === "index_missing") return -1;
    throw error;
  }
}
