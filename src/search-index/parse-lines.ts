import { z } from "zod";
import { type Chunk, chunkId } from "../domain/chunk.ts";
import type { Document } from "../domain/document.ts";
import type { Span } from "../domain/span.ts";
import type { Suggestion } from "../domain/suggestion.ts";
import { damagedFile } from "./damaged-file.ts";
import type { FileRecord } from "./file-record.ts";
import { decodeJsonLines } from "./json-lines.ts";

const offset = z.number().int().min(0);
const span = z.strictObject({ start: offset, end: offset });
const documentSchema = z.strictObject({
  id: z.string().min(1),
  path: z.string().min(1),
  title: z.string(),
  url: z.string().nullable(),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  date: z.string().nullable(),
  language: z.string().nullable(),
  mediaType: z.string().min(1),
  pages: z.array(offset).min(1).nullable(),
  text: z.string(),
});
const chunkSchema = z.strictObject({
  id: z.string().min(1),
  documentId: z.string().min(1),
  start: offset,
  end: offset,
  heading: z.array(z.string()),
  sentences: z.array(span).min(1),
});
const fileSchema = z.strictObject({
  path: z.string().min(1),
  bytes: offset,
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  documents: z.array(z.strictObject({ id: z.string().min(1), key: z.string().nullable() })),
  problems: z.array(z.string()),
});
const suggestionSchema = z.strictObject({
  question: z.string().min(1),
  documentId: z.string().min(1),
  start: offset,
  end: offset,
});

/** documents.jsonl -> documents with ids that are unique; an `IndexError` names `file` and the line at fault. */
export function parseDocuments(file: string, bytes: Uint8Array): readonly Document[] {
  const documents = parseLines(file, bytes, documentSchema);
  checkUnique(file, documents);
  return documents;
}

/**
 * chunks.jsonl -> chunks whose spans lie inside their document's text and hold their sentences, in order and apart.
 * An `IndexError` names `file` and the chunk at fault.
 */
export function parseChunks(file: string, bytes: Uint8Array, documents: readonly Document[]): readonly Chunk[] {
  const lengths = new Map(documents.map(({ id, text }) => [id, text.length]));
  const chunks = parseLines(file, bytes, chunkSchema);
  checkUnique(file, chunks);
  for (const chunk of chunks) {
    const length = lengths.get(chunk.documentId);
    const { id, documentId, start, end } = chunk;
    if (length === undefined) throw damagedFile(file, `chunk ${id} of no document`, "the id of a document");
    if (id !== chunkId(documentId, start, end)) throw damagedFile(file, `chunk ${id}`, chunkId(documentId, start, end));
    if (!areInside(chunk.sentences, chunk) || end > length) {
      const expected = `start < end within the document's ${length} characters and its sentences in order inside it`;
      throw damagedFile(file, `chunk ${id} with a span out of place`, expected);
    }
  }
  return chunks;
}

/** suggestions.jsonl -> questions, each with a span of a document; an `IndexError` names `file` and what is at fault. */
export function parseSuggestions(
  file: string,
  bytes: Uint8Array,
  documents: readonly Document[],
): readonly Suggestion[] {
  const lengths = new Map(documents.map(({ id, text }) => [id, text.length]));
  const suggestions = parseLines(file, bytes, suggestionSchema);
  for (const { documentId, start, end } of suggestions) {
    if (start < end && end <= (lengths.get(documentId) ?? 0)) continue;
    throw damagedFile(file, `a question over ${documentId} ${start}-${end}`, "a span inside a document");
  }
  return suggestions;
}

/** files.jsonl -> the files that a generation was made from; an `IndexError` names `file` and what is at fault. */
export function parseFileRecords(
  file: string,
  bytes: Uint8Array,
  documents: readonly Document[],
): readonly FileRecord[] {
  const known = new Set(documents.map(({ id }) => id));
  const records = parseLines(file, bytes, fileSchema);
  for (const { path, documents: made } of records) {
    const stray = made.find(({ id }) => !known.has(id));
    if (stray !== undefined) throw damagedFile(file, `document ${stray.id} of ${path}`, "the id of a document");
  }
  return records;
}

function parseLines<T>(file: string, bytes: Uint8Array, schema: z.ZodType<T>): readonly T[] {
  const values: T[] = [];
  for (const value of decodeJsonLines(file, bytes)) {
    const result = schema.safeParse(value);
    if (!result.success) {
      const issue = result.error.issues[0] as z.core.$ZodIssue;
      const field = issue.path.length === 0 ? "" : `, field ${issue.path.join(".")}`;
      throw damagedFile(file, `an unusable line ${values.length + 1}${field}`, issue.message, result.error);
    }
    values.push(result.data);
  }
  return values;
}

function checkUnique(file: string, entries: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) throw damagedFile(file, `the id ${id} twice`, "every id once");
    seen.add(id);
  }
}

function areInside(sentences: readonly Span[], { start, end }: Span): boolean {
  let at = start;
  for (const sentence of sentences) {
    if (sentence.start < at || sentence.end <= sentence.start) return false;
    at = sentence.end;
  }
  return at <= end;
}
