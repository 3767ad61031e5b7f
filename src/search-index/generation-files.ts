/** Files of a generation that every platform reads, in the order in which they are written and checked. */
export const portableFiles = [
  "documents.jsonl",
  "chunks.jsonl",
  "vectors.bin",
  "lexical.bin",
  "suggestions.jsonl",
] as const;

/** Only where hnswlib-node built one; without it the exact scan over vectors.bin serves. */
export const graphFile = "graph.hnsw";

/** The files that the generation was made from: only the writer of the next one reads it. */
export const recordsFile = "files.jsonl";

export const manifestFile = "manifest.json";

export type PortableFile = (typeof portableFiles)[number];
