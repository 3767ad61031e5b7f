import type { z } from "zod";
import { type Chunk, chunkId } from "../domain/chunk.ts";
import type { Document } from "../domain/document.ts";
import type { Span } from "../domain/span.ts";
import type { Suggestion } from "../domain/suggestion.ts";
import { createBreather } from "./breathe.ts";
import { damagedFile } from "./damaged-file.ts";
import type { FileRecord } from "./file-record.ts";
import { decodeJsonLines } from "./json-lines.ts";
import { chunkShape, documentShape, fileShape, type LineShape, suggestionShape } from "./line-shapes.ts";

/** documents.jsonl -> documents with ids that are unique; an `IndexError` names `file` and the line at fault. */
export async function parseDocuments(file: string, bytes: Uint8Array): Promise<readonly Document[]> {
  const checkNew = uniqueIds(file);
  const check = (document: Document) => {
    checkNew(document);
    const { id, pages, text } = document;
    if (pages === null || isAscending(pages, text.length)) return;
    throw damagedFile(file, `pages of ${id} out of order`, "where each page begins, ascending from 0 within the text");
  };
  return parseLines(file, bytes, { shape: documentShape, check });
}

/**
 * chunks.jsonl -> chunks whose spans lie inside their document's text and hold their sentences, in order and apart.
 * An `IndexError` names `file` and the chunk at fault.
 */
export async function parseChunks(
  file: string,
  bytes: Uint8Array,
  documents: readonly Document[],
): Promise<readonly Chunk[]> {
  const lengths = lengthsOf(documents);
  const checkNew = uniqueIds(file);
  const check = (chunk: Chunk) => {
    checkNew(chunk);
    const { id, documentId, start, end, sentences } = chunk;
    const length = lengths.get(documentId);
    if (length === undefined) throw damagedFile(file, `chunk ${id} of no document`, "the id of a document");
    if (id !== chunkId(documentId, start, end)) throw damagedFile(file, `chunk ${id}`, chunkId(documentId, start, end));
    if (areInside(sentences, chunk) && end <= length) return;
    const expected = `start < end within the document's ${length} characters and its sentences in order inside it`;
    throw damagedFile(file, `chunk ${id} with a span out of place`, expected);
  };
  return parseLines(file, bytes, { shape: chunkShape, check });
}

/** suggestions.jsonl -> questions, each with a span of a document; an `IndexError` names `file` and what is at fault. */
export async function parseSuggestions(
  file: string,
  bytes: Uint8Array,
  documents: readonly Document[],
): Promise<readonly Suggestion[]> {
  const lengths = lengthsOf(documents);
  const check = ({ documentId, start, end }: Suggestion) => {
    if (start < end && end <= (lengths.get(documentId) ?? 0)) return;
    throw damagedFile(file, `a question over ${documentId} ${start}-${end}`, "a span inside a document");
  };
  return parseLines(file, bytes, { shape: suggestionShape, check });
}

/** files.jsonl -> the files that a generation was made from; an `IndexError` names `file` and what is at fault. */
export async function parseFileRecords(
  file: string,
  bytes: Uint8Array,
  documents: readonly Document[],
): Promise<readonly FileRecord[]> {
  const known = new Set(documents.map(({ id }) => id));
  const check = ({ path, documents: made }: FileRecord) => {
    const stray = made.find(({ id }) => !known.has(id));
    if (stray !== undefined) throw damagedFile(file, `document ${stray.id} of ${path}`, "the id of a document");
  };
  return parseLines(file, bytes, { shape: fileShape, check });
}

/** A line at a time, with turns of the event loop in between. `check` throws for a value that can't stand where it does. */
async function parseLines<T>(
  file: string,
  bytes: Uint8Array,
  { shape, check }: { readonly shape: LineShape<T>; readonly check: (value: T) => void },
): Promise<readonly T[]> {
  const breathe = createBreather();
  const values: T[] = [];
  for (const value of decodeJsonLines(file, bytes)) {
    await breathe();
    const parsed = shape.fits?.(value)
      ? value
      : parseLine(file, value, { schema: shape.schema, line: values.length + 1 });
    check(parsed);
    values.push(parsed);
  }
  return values;
}

function parseLine<T>(
  file: string,
  value: unknown,
  { schema, line }: { readonly schema: z.ZodType<T>; readonly line: number },
): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0] as z.core.$ZodIssue;
  const field = issue.path.length === 0 ? "" : `, field ${issue.path.join(".")}`;
  throw damagedFile(file, `an unusable line ${line}${field}`, issue.message, result.error);
}

function uniqueIds(file: string): (entry: { readonly id: string }) => void {
  const seen = new Set<string>();
  return ({ id }) => {
    if (seen.has(id)) throw damagedFile(file, `the id ${id} twice`, "every id once");
    seen.add(id);
  };
}

function lengthsOf(documents: readonly Document[]): ReadonlyMap<string, number> {
  return new Map(documents.map(({ id, text }) => [id, text.length]));
}

function areInside(sentences: readonly Span[], { start, end }: Span): boolean {
  let at = start;
  for (const sentence of sentences) {
    if (sentence.start < at || sentence.end <= sentence.start) return false;
    at = sentence.end;
  }
  return at <= end;
}

function isAscending(pages: readonly number[], length: number): boolean {
  return pages[0] === 0 && pages.every((start, i) => start <= length && start >= (pages[i - 1] ?? 0));
}
