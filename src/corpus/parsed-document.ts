import type { Block } from "../domain/block.ts";
import type { Document } from "../domain/document.ts";

/** What a parser makes of one file: the document, and where its prose stands. */
export interface ParsedDocument {
  readonly document: Document;
  readonly blocks: readonly Block[];
}

/** One file as it was read: `path` is relative to the corpus, with `/` between folders. */
export interface CorpusFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}
