import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { currentName } from "../../src/node/current-generation.ts";
import { withIndexLock } from "../../src/node/index-lock.ts";
import { harbourTexts } from "../harbour-texts.ts";
import { temporaryFolder } from "../node/temporary-folder.ts";
import { byTier } from "./tier.ts";

const cli = fileURLToPath(new URL("../../src/node/cli.ts", import.meta.url));
const lastsMs = byTier(10_000, 30 * 60_000);
const readers = 4;
const question = "When was the harbour of Port Vale opened?";

interface Answered {
  readonly status: number;
  readonly generation: string;
  readonly quote: string;
}

it("4 readers of a server, 1 writer and 1 refused second writer see no failed and no mixed answer", {
  timeout: lastsMs + 90_000,
}, async () => {
  const folder = await temporaryFolder();
  const [corpus, index] = [join(folder, "corpus"), join(folder, "index")];
  await mkdir(corpus);
  for (const [name, text] of Object.entries(harbourTexts)) await writeFile(join(corpus, name), text);
  const editions = new Map<string, string>();
  const publish = async (year: number) => {
    await writeFile(join(corpus, "harbour.md"), (harbourTexts["harbour.md"] ?? "").replace("1850", String(year)));
    expect(await runCli("ingest", "--corpus", corpus, "--index", index)).toMatchObject({ code: 0 });
    editions.set((await currentName(index)) ?? "", String(year));
  };
  await publish(1600);
  const url = await startServer(index);

  const stop = new AbortController();
  const answers: Answered[] = [];
  const reading = Array.from({ length: readers }, async () => {
    while (!stop.signal.aborted) answers.push(await ask(url));
  });
  const ends = performance.now() + lastsMs;
  for (let year = 1601; performance.now() < ends; year++) await publish(year);

  // The second writer is refused at once, by name, while the first one holds the lock.
  await writeFile(join(corpus, "more.txt"), "More boats came in.");
  const refused = await withIndexLock(index, () => runCli("ingest", "--corpus", corpus, "--index", index));
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("is being written by process") });
  await wait(500);
  stop.abort();
  await Promise.all(reading);

  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  const mixed = answers.filter(
    ({ generation, quote }) => !quote.includes(editions.get(generation) ?? "no such generation"),
  );
  expect(mixed).toEqual([]);
  expect(answers.length).toBeGreaterThan(100);
  const seen = new Set(answers.map(({ generation }) => generation));
  expect(seen.size).toBeGreaterThanOrEqual(Math.min(3, editions.size));
  expect(answers.at(-1)?.generation).toBe([...editions.keys()].at(-1));
});

async function ask(url: string): Promise<Answered> {
  const response = await fetch(`${url}/ask`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question }),
  });
  const { generation = "", citations = [] } = (await response.json()) as {
    generation?: string;
    citations?: { quote: string }[];
  };
  return { status: response.status, generation, quote: citations[0]?.quote ?? "" };
}

async function startServer(index: string): Promise<string> {
  const child = spawn(process.execPath, [cli, "serve", "--index", index, "--port", "0", "--json"], {
    stdio: ["ignore", "pipe", "ignore"],
    // On a busy machine a question may wait longer than it would be let: that is another test's matter.
    env: { ...process.env, ANNALIST_QUEUE_MS: "60000" },
  });
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await once(child, "exit");
  });
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return (JSON.parse(line) as { url: string }).url;
}

function runCli(...words: readonly string[]): Promise<{ readonly code: number; readonly stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...words], (error, _, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stderr }),
    );
  });
}
