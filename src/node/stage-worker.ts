import { copyFile, mkdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { AnnalistError, ConfigurationError } from "../domain/errors.ts";
import { createStaticEmbedder } from "../embedding/static-embedder.ts";
import { thesaurusFile } from "../embedding/thesaurus-layout.ts";
import { wordTableFile } from "../embedding/word-table-layout.ts";
import { manifestFile, portableFiles } from "../search-index/generation-files.ts";
import { currentFile, generationFolder } from "../search-index/generation-name.ts";
import { loadThesaurus } from "./load-thesaurus.ts";
import { loadWordVectors } from "./load-word-vectors.ts";
import { openGeneration } from "./open-generation.ts";
import { readSettings, type Settings } from "./settings.ts";

export interface StageOptions extends Pick<Settings, "indexDir" | "modelsDir"> {
  /** Holds the built `widget.js`. */
  readonly widgetDir: string;
  /** Replaced as a whole. */
  readonly assetsDir: string;
}

/** The most that Cloudflare takes in one asset. */
const maxAssetBytes = 25 * 1024 * 1024;

const dist = (path: string) => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));

/**
 * Lays out what the Worker reads: the published generation without its graph, the word vectors and the widget. All of it
 * is opened and checked first. Returns the generation's name. Throws an `IndexError` where the index can't be served
 * with the static embedder, a `ConfigurationError` where a file is missing or too large for an asset.
 */
export async function stageWorker({ indexDir, modelsDir, widgetDir, assetsDir }: StageOptions): Promise<string> {
  await loadThesaurus(modelsDir);
  const embedder = createStaticEmbedder(await loadWordVectors(modelsDir));
  const { name } = await openGeneration(indexDir, { embedder, loadLibrary: async () => null });
  const folder = generationFolder(name);
  const files: readonly (readonly [from: string, to: string])[] = [
    ...[manifestFile, ...portableFiles].map(
      (file) => [join(indexDir, folder, file), join("index", folder, file)] as const,
    ),
    [join(modelsDir, wordTableFile), join("models", wordTableFile)],
    [join(modelsDir, thesaurusFile), join("models", thesaurusFile)],
    [join(widgetDir, "widget.js"), "widget.js"],
  ];
  await checkSizes(files.map(([from]) => from));
  await rm(assetsDir, { recursive: true, force: true });
  for (const [from, to] of files) {
    await mkdir(dirname(join(assetsDir, to)), { recursive: true });
    await copyFile(from, join(assetsDir, to));
  }
  // Last, so that a copy that broke off holds no index.
  await writeFile(join(assetsDir, "index", currentFile), `${name}\n`);
  return name;
}

async function checkSizes(paths: readonly string[]): Promise<void> {
  const problems: string[] = [];
  for (const path of paths) {
    try {
      const { size } = await stat(path);
      if (size <= maxAssetBytes) continue;
      problems.push(
        `${path} has ${size} bytes, an asset at most ${maxAssetBytes}: serve a smaller corpus from the Worker`,
      );
    } catch (cause) {
      const command = path.endsWith(".js") ? "npm run widget" : "npm run ingest";
      problems.push(`${path} can't be read: ${(cause as Error).message}; build it with: ${command}`);
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
}

if (import.meta.main) {
  const assetsDir = dist("worker");
  try {
    const name = await stageWorker({ ...readSettings({}, process.env), widgetDir: dist(""), assetsDir });
    console.log(`Staged generation ${name} for the Worker in ${assetsDir}`);
  } catch (error) {
    if (!(error instanceof AnnalistError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
