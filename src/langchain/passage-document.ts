import { Document as LangChainDocument } from "@langchain/core/documents";
import type { Chunk } from "../domain/chunk.ts";
import type { Document } from "../domain/document.ts";

/** Where the words of a passage stand. Offsets are UTF-16 code units into the text of the document, end exclusive. */
export interface PassageMetadata {
  readonly chunkId: string;
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly title: string;
  /** Where the document was published; null when its file does not say. */
  readonly url: string | null;
  /** Headings above the passage, outermost first. */
  readonly heading: readonly string[];
  /** Comparable within one question only; higher is better. Absent where nothing was asked. */
  readonly score?: number;
}

/** A chunk of a document as LangChain has it: its exact words, and where they stand. */
export function passageDocument(
  { id, documentId, start, end, heading }: Chunk,
  { document, score }: { readonly document: Document; readonly score?: number },
): LangChainDocument<PassageMetadata> {
  const { title, url, text } = document;
  const place = { chunkId: id, documentId, start, end, title, url, heading: [...heading] };
  return new LangChainDocument({
    pageContent: text.slice(start, end),
    metadata: score === undefined ? place : { ...place, score },
  });
}
