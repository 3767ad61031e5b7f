import { strict as assert } from "node:assert";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { drawTable } from "../eval/report-table.ts";
import { openAssistant } from "../src/node/open-assistant.ts";
import { readSettings } from "../src/node/settings.ts";
import { generateDocuments } from "./generate-documents.ts";

// `npm run bench:bulk -- [PASSAGES]...`: how ingest grows from 1,000 over 10,000 to 100,000 passages of a generated corpus.
// Each size is built, built again unchanged, and built again after one sentence was edited, by the program itself.

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "src/node/cli.ts");
const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [1_000, 10_000, 100_000];

interface Run {
  readonly seconds: number;
  /** Largest resident memory of the ingesting process, as Linux keeps it; null elsewhere. */
  readonly peakMiB: number | null;
  readonly steps: ReadonlyMap<string, number>;
  readonly report: {
    readonly chunks: number;
    readonly embedded: number;
    readonly parsed: number;
    readonly generation: string;
  };
}

const temporary = await mkdtemp(join(tmpdir(), "annalist-bulk-"));
try {
  const rows: string[][] = [];
  // The models are part of every process and of no chunk.
  await measure(20);
  for (const passages of sizes) rows.push(...(await measure(passages)));
  console.log(
    drawTable({
      head: [
        "passages",
        "run",
        "s",
        "chunks/s",
        "peak MiB",
        "embedded",
        "bytes a chunk on disk",
        "in memory",
        "slowest steps, s",
      ],
      rows,
    }),
  );
} finally {
  await rm(temporary, { recursive: true, force: true });
}

async function measure(passages: number): Promise<string[][]> {
  const folder = join(temporary, String(passages));
  const [corpus, index] = [join(folder, "corpus"), join(folder, "index")];
  let last = "";
  for (const { path, text } of generateDocuments(sourceTexts(), { passages, seed: 1 })) {
    last = join(corpus, path);
    await mkdir(dirname(last), { recursive: true });
    await writeFile(last, text);
  }
  const first = await ingest(corpus, index);
  assert.ok(first.report.chunks >= passages * 0.99, `${passages} passages made ${first.report.chunks} chunks`);
  const again = await ingest(corpus, index);
  assert.equal(again.report.embedded, 0);
  const text = await readFile(last, "utf8");
  await writeFile(last, text.replace(/(\w+)\.\n$/u, "$1 after an edit.\n"));
  const edited = await ingest(corpus, index);
  assert.ok(edited.report.embedded <= 2, `one edited sentence embedded ${edited.report.embedded} chunks`);
  const { chunks, generation } = first.report;
  const disk = await folderBytes(join(index, `gen-${generation}`));
  const memory = await memoryOf(corpus, index);
  return [
    row(passages, "build", first, [disk / chunks, memory / chunks]),
    row(passages, "unchanged", again, null),
    row(passages, "one edit", edited, null),
  ];
}

function row(
  passages: number,
  name: string,
  run: Run,
  bytes: readonly [disk: number, memory: number] | null,
): string[] {
  const slowest = [...run.steps].sort(([, a], [, b]) => b - a).slice(0, 4);
  return [
    passages.toLocaleString("en"),
    name,
    run.seconds.toFixed(1),
    run.report.embedded === 0 ? "-" : (run.report.chunks / run.seconds).toFixed(0),
    run.peakMiB === null ? "-" : run.peakMiB.toFixed(0),
    String(run.report.embedded),
    bytes === null ? "-" : bytes[0].toFixed(0),
    bytes === null ? "-" : bytes[1].toFixed(0),
    slowest.map(([step, seconds]) => `${step} ${seconds.toFixed(1)}`).join(", "),
  ];
}

async function ingest(corpus: string, index: string): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, [cli, "ingest", "--json", "--corpus", corpus, "--index", index], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const watching = watchMemory(child);
  const ended = once(child, "close");
  const steps = new Map<string, number>();
  let since = started;
  let report: Run["report"] | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    const event = JSON.parse(line) as { event: string; step?: string } & Run["report"];
    if (event.event === "done") report = event;
    if (event.step === undefined) continue;
    steps.set(event.step, (steps.get(event.step) ?? 0) + (performance.now() - since) / 1000);
    since = performance.now();
  }
  const [code] = (await ended) as [number];
  assert.equal(code, 0, "ingest failed");
  assert.ok(report !== null, "ingest gave no report");
  return { seconds: (performance.now() - started) / 1000, peakMiB: watching(), steps, report };
}

/** Looks at the high-water mark of a process until it ends; the last look is what counts. */
function watchMemory({ pid }: ChildProcess): () => number | null {
  let peak: number | null = null;
  const timer = setInterval(() => {
    try {
      const kib = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
      if (kib !== undefined) peak = Number(kib) / 1024;
    } catch {
      // It has ended, or this is no Linux.
    }
  }, 20);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/** What an open generation adds to the memory of a process that has opened one before, in bytes. */
async function memoryOf(corpus: string, index: string): Promise<number> {
  assert.ok(globalThis.gc !== undefined, "run with --expose-gc");
  globalThis.gc();
  const before = process.memoryUsage.rss();
  const assistant = await openAssistant(readSettings({ corpus, index }, {}));
  await assistant.ask({ question: "What was said about the harbour?", history: [], limit: 1 });
  globalThis.gc();
  return process.memoryUsage.rss() - before;
}

async function folderBytes(folder: string): Promise<number> {
  const sizes = await Promise.all(readdirSync(folder).map(async (file) => (await stat(join(folder, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The committed documents: real words, in the frequencies of real text. */
function sourceTexts(): readonly string[] {
  const corpora = join(root, "eval/corpora");
  return readdirSync(corpora, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|txt)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => readFileSync(file, "utf8"));
}
