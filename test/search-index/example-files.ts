import { createManifest } from "../../src/search-index/create-manifest.ts";
import { encodeGeneration } from "../../src/search-index/encode-generation.ts";
import { encodeManifest } from "../../src/search-index/encode-manifest.ts";
import type { GenerationContent } from "../../src/search-index/generation.ts";
import { readGeneration } from "../../src/search-index/read-generation.ts";
import { exampleContent, exampleEmbedder } from "./example-content.ts";

export type Files = Map<string, Uint8Array<ArrayBuffer>>;

/** The files of a generation without a graph, manifest included. */
export async function exampleFiles(content: GenerationContent = exampleContent()): Promise<Files> {
  const files: Files = new Map(Object.entries(encodeGeneration(content)));
  const manifest = await createManifest(content, files, null);
  return files.set("manifest.json", await encodeManifest(manifest));
}

/** Replaces a file and states its size and hash in the manifest, so that only what it says is wrong. */
export async function restated(files: Files, file: string, bytes: Uint8Array<ArrayBuffer>): Promise<Files> {
  const content = exampleContent();
  const changed: Files = new Map(files).set(file, bytes);
  const stated: Files = new Map(changed);
  stated.delete("manifest.json");
  const manifest = await createManifest(content, stated, null);
  return changed.set("manifest.json", await encodeManifest(manifest));
}

export function readFiles(files: Files, embedder: GenerationContent["embedder"] = exampleEmbedder) {
  const read = async (file: string) => {
    const bytes = files.get(file);
    if (bytes === undefined) throw new Error("no such file");
    return bytes;
  };
  return readGeneration({ name: "000001", read, embedder });
}
