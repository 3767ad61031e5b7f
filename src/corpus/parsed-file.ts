import type { Block } from "../domain/block.ts";
import type { Document } from "../domain/document.ts";

/** One file as it was read: `path` is relative to the corpus, with `/` between folders. */
export interface CorpusFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A document before it has an id, which depends on what else the corpus holds, and where its prose stands. */
export interface DraftDocument extends Omit<Document, "id" | "path" | "title"> {
  /** Tells it from the others of its file, such as the number of its row; null where the file is one document. */
  readonly key: string | null;
  /** Null where the file names none: the id then serves. */
  readonly title: string | null;
  readonly blocks: readonly Block[];
}

/** What a parser makes of a file: one document, or one for each row. */
export interface ParsedFile {
  /** Each with at least one block. */
  readonly documents: readonly DraftDocument[];
  /** Rows that were left out, each with its place and the reason. */
  readonly problems: readonly string[];
}

export interface ParseOptions {
  /** The column or field that holds the text of a row; null to choose it by its name, else by its length. */
  readonly textColumn: string | null;
}

/** Bytes -> what the file holds. Rejects with a `CorpusError` that gives the reason; the caller adds the file's name. */
export type ParseFile = (file: CorpusFile, options: ParseOptions) => Promise<ParsedFile>;
