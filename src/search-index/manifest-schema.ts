import { z } from "zod";
import { damagedFile } from "./damaged-file.ts";
import { graphFile, manifestFile, portableFiles, recordsFile } from "./generation-files.ts";
import type { Manifest } from "./manifest.ts";

const count = z.number().int().min(0);
const positive = z.number().int().min(1).max(0xffffffff);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u, "expected 64 lower-case hex digits");
const fileEntry = z.strictObject({ bytes: count, sha256 });
const fileEntries = z.strictObject({
  ...(Object.fromEntries(portableFiles.map((file) => [file, fileEntry])) as Record<string, typeof fileEntry>),
  [recordsFile]: fileEntry,
  [graphFile]: fileEntry.optional(),
});

const documentEntry = z.strictObject({
  id: z.string().min(1),
  sha256,
  title: z.string(),
  mediaType: z.string().min(1),
});

const manifestSchema = z
  .strictObject({
    formatVersion: z.literal(2),
    corpusHash: z.string().min(1).max(200),
    ingest: z.strictObject({ version: count, textColumn: z.string().min(1).nullable() }),
    embedder: z.strictObject({ id: z.string().min(1).max(500), dimension: positive }),
    metric: z.literal("inner-product"),
    graph: z.strictObject({ m: positive, efConstruction: positive, ef: positive, seed: count }).nullable(),
    counts: z.strictObject({ documents: positive, chunks: positive, sentences: positive }),
    files: fileEntries,
    documents: z.custom<readonly unknown[]>(Array.isArray, "expected an array"),
    checksum: sha256,
  })
  .refine((manifest) => (manifest.graph === null) === (manifest.files[graphFile] === undefined), {
    path: ["graph"],
    message: `expected null without the file ${graphFile} and settings with it`,
  })
  .refine((manifest) => manifest.documents.length === manifest.counts.documents, {
    path: ["documents"],
    message: "expected as many entries as counts.documents says",
  });

/**
 * The bytes of manifest.json, from wherever they come -> a `Manifest`. Throws an `IndexError` that names the field,
 * what it holds and what was expected. `file` is how messages call the file.
 */
export function parseManifest(bytes: Uint8Array, file: string = manifestFile): Manifest {
  const value = parseJson(bytes, file);
  const result = manifestSchema.safeParse(value);
  if (result.success) {
    const { checksum: _, ...manifest } = result.data;
    checkDocuments(manifest.documents, file);
    return manifest as Manifest;
  }
  const issue = result.error.issues[0] as z.core.$ZodIssue;
  const field = issue.path.length === 0 ? "the whole file" : `field ${issue.path.join(".")}`;
  throw damagedFile(file, `${describe(valueAt(value, issue.path))} in ${field}`, lowerFirst(issue.message));
}

/** There may be a hundred thousand: the schema, ten times slower, only says what is wrong with the first that is. */
function checkDocuments(documents: readonly unknown[], file: string): void {
  const index = documents.findIndex((entry) => !isDocumentEntry(entry));
  if (index === -1) return;
  const issue = documentEntry.safeParse(documents[index]).error?.issues[0];
  const path = issue === undefined ? [] : issue.path;
  const field = ["documents", index, ...path].join(".");
  const found = describe(valueAt(documents[index], path));
  throw damagedFile(file, `${found} in field ${field}`, lowerFirst(issue?.message ?? "an entry"));
}

function isDocumentEntry(entry: unknown): boolean {
  if (typeof entry !== "object" || entry === null || Object.keys(entry).length !== 4) return false;
  const { id, sha256: hash, title, mediaType } = entry as Partial<Manifest["documents"][number]>;
  const areTexts = [id, hash, title, mediaType].every((value) => typeof value === "string");
  return areTexts && id !== "" && mediaType !== "" && /^[0-9a-f]{64}$/u.test(hash ?? "");
}

function parseJson(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw damagedFile(file, `${bytes.length} bytes that are no JSON`, "one JSON object in UTF-8", cause);
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined), value);
}

function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `${value.length} entries`;
  if (typeof value === "object" && value !== null) return `the keys ${Object.keys(value).slice(0, 12).join(", ")}`;
  const json = JSON.stringify(value);
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}

function lowerFirst(message: string): string {
  return message.replace(/^Invalid (input|option): expected /u, "").replace(/^expected /u, "");
}
