import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { TestProject } from "vitest/node";
import { createApp } from "../../src/http/create-app.ts";
import { ingest } from "../../src/ingest.ts";
import { buildWidget } from "../../src/node/build-widget.ts";
import { listCorpus } from "../../src/node/list-corpus.ts";
import { loadWordVectors } from "../../src/node/load-word-vectors.ts";
import { openAssistant, openEmbedder } from "../../src/node/open-assistant.ts";
import { publishGeneration } from "../../src/node/publish-generation.ts";
import { readSettings, type Settings } from "../../src/node/settings.ts";
import { stageWorker } from "../../src/node/stage-worker.ts";
import { askBody, comparable, requests } from "./requests.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the staged assets, removed when the tests end. */
    readonly workerAssets: string;
    /** What Node answers to each of `requests`, without what differs between any two runs. */
    readonly nodeAnswers: readonly Readonly<Record<string, unknown>>[];
  }
}

/** Builds an index of the corpus, lets Node answer from it and stages it for the Worker. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Miniflare would fetch a sample of request metadata from Cloudflare otherwise.
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false";
  process.env.WRANGLER_SEND_METRICS = "false";
  const folder = await mkdtemp(join(tmpdir(), "annalist-worker-"));
  const settings = readSettings({ index: join(folder, "index") }, {});
  const assetsDir = join(folder, "assets");
  await buildIndex(settings);
  await buildWidget(folder);
  await stageWorker({ ...settings, widgetDir: folder, assetsDir });
  project.provide("workerAssets", assetsDir);
  project.provide("nodeAnswers", await answerInNode(settings));
  return () => rm(folder, { recursive: true, force: true });
}

async function buildIndex(settings: Settings): Promise<void> {
  const { sources } = await listCorpus(settings.corpusDir);
  const embedder = await openEmbedder(settings, await loadWordVectors(settings.modelsDir));
  const { content } = await ingest(sources, { embedder });
  if (content === null) throw new Error("an ingest without a hash to compare with returned nothing");
  await publishGeneration(settings.indexDir, content);
}

async function answerInNode(settings: Settings): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const assistant = await openAssistant(settings);
  const app = createApp({ assistant: () => assistant, assets: { read: async () => null }, allowedOrigins: [] });
  return Promise.all(requests.map(async (request) => comparable(await app.request("/ask", askBody(request)))));
}
