import { z } from "zod";
import type { Chunk } from "../domain/chunk.ts";
import type { Document } from "../domain/document.ts";
import type { Suggestion } from "../domain/suggestion.ts";
import type { FileRecord } from "./file-record.ts";

/** What a line of a file has to be. */
export interface LineShape<T> {
  readonly schema: z.ZodType<T>;
  /**
   * True only for what the schema takes, and false for none of what we write: a hundred thousand lines are let through
   * by it in a fifth of the time that the schema takes, which then says what is wrong with the one that is not.
   */
  readonly fits?: (value: unknown) => value is T;
}

const offset = z.number().int().min(0);
const span = z.strictObject({ start: offset, end: offset });

export const documentShape: LineShape<Document> = {
  schema: z.strictObject({
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
  }),
};

export const chunkShape: LineShape<Chunk> = {
  schema: z.strictObject({
    id: z.string().min(1),
    documentId: z.string().min(1),
    start: offset,
    end: offset,
    heading: z.array(z.string()),
    sentences: z.array(span).min(1),
  }),
  fits: isChunk,
};

export const fileShape: LineShape<FileRecord> = {
  schema: z.strictObject({
    path: z.string().min(1),
    bytes: offset,
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    documents: z.array(z.strictObject({ id: z.string().min(1), key: z.string().nullable() })),
    problems: z.array(z.string()),
  }),
};

export const suggestionShape: LineShape<Suggestion> = {
  schema: z.strictObject({
    question: z.string().min(1),
    documentId: z.string().min(1),
    start: offset,
    end: offset,
  }),
};

function isChunk(value: unknown): value is Chunk {
  if (!isObject(value, 6)) return false;
  const { id, documentId, start, end, heading, sentences } = value as Partial<Chunk>;
  return (
    isName(id) &&
    isName(documentId) &&
    isOffset(start) &&
    isOffset(end) &&
    Array.isArray(heading) &&
    heading.every((each) => typeof each === "string") &&
    Array.isArray(sentences) &&
    sentences.length > 0 &&
    sentences.every(isSpan)
  );
}

function isSpan(value: unknown): boolean {
  if (!isObject(value, 2)) return false;
  const { start, end } = value as { readonly start?: unknown; readonly end?: unknown };
  return isOffset(start) && isOffset(end);
}

function isObject(value: unknown, keys: number): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === keys;
}

function isName(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isOffset(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
