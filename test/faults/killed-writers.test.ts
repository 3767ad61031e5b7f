import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { openAssistant } from "../../src/node/open-assistant.ts";
import { publishGeneration } from "../../src/node/publish-generation.ts";
import { readSettings } from "../../src/node/settings.ts";
import { harbourTexts } from "../harbour-texts.ts";
import { temporaryFolder } from "../node/temporary-folder.ts";
import { exampleContent } from "../search-index/example-content.ts";
import type { Fault } from "./faulty-storage.ts";
import { publishedState } from "./published-state.ts";
import { byTier } from "./tier.ts";
import { verifyHere } from "./verify-here.ts";

const run = promisify(execFile);
const program = fileURLToPath(new URL("./publish-with-fault.ts", import.meta.url));
const cli = fileURLToPath(new URL("../../src/node/cli.ts", import.meta.url));
const size = { sentences: 40, dimension: 64 };
const old = exampleContent({ ...size, edition: "old" });
const fresh = exampleContent({ ...size, edition: "fresh" });

async function publishFresh(indexDir: string, fault: Fault | null) {
  const child = spawn(process.execPath, [program, indexDir, "fresh", JSON.stringify(fault)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const output: Buffer[] = [];
  child.stdout.on("data", (data: Buffer) => output.push(data));
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { code, signal, output: Buffer.concat(output).toString() };
}

/** Every operation of a publication, as the places where it can be killed. */
async function namedPoints(): Promise<readonly Fault[]> {
  const indexDir = await temporaryFolder();
  await publishGeneration(indexDir, old, { verify: verifyHere });
  const { output } = await publishFresh(indexDir, null);
  const operations = JSON.parse(output) as readonly string[];
  return operations.flatMap((operation, index): Fault[] => {
    const before: Fault = { at: index + 1, kind: "KILL" };
    return /^write(?:By)? /u.test(operation) ? [before, { at: index + 1, kind: "KILL_INSIDE" }] : [before];
  });
}

describe("a writer that is killed", () => {
  it("at a named point leaves the old generation or the new one, and its lock is free at once", {
    timeout: byTier(240_000, 7_200_000),
  }, async () => {
    const points = await namedPoints();
    expect(points.length).toBeGreaterThan(30);
    const states: number[] = [];
    for (let n = 0; n < byTier(points.length, 800); n++) {
      const fault = points[n % points.length] as Fault;
      const indexDir = await temporaryFolder();
      await publishGeneration(indexDir, old, { verify: verifyHere });
      const { signal } = await publishFresh(indexDir, fault);
      const what = JSON.stringify(fault);
      expect(signal, what).toBe("SIGKILL");
      states.push(await publishedState(indexDir, [old, fresh]));
      expect(states.at(-1), what).toBeGreaterThanOrEqual(0);
      await publishGeneration(indexDir, fresh, { verify: verifyHere });
      expect(await publishedState(indexDir, [old, fresh]), what).toBe(1);
      const entries = await readdir(indexDir);
      expect(
        entries.filter((entry) => !/^(?:CURRENT|gen-\d{6})$/u.test(entry)),
        what,
      ).toEqual([]);
    }
    expect(new Set(states)).toEqual(new Set([0, 1]));
  });

  it("at any time of an ingest leaves the old answers or the new ones", {
    timeout: byTier(240_000, 7_200_000),
  }, async () => {
    const folder = await temporaryFolder();
    const [corpus, index] = [join(folder, "corpus"), join(folder, "index")];
    await mkdir(corpus);
    for (const [name, text] of Object.entries(harbourTexts)) await writeFile(join(corpus, name), text);
    const ingest = [cli, "ingest", "--corpus", corpus, "--index", index];
    const started = performance.now();
    await run(process.execPath, ingest);
    const lasts = performance.now() - started;
    const base = join(folder, "base");
    await cp(index, base, { recursive: true });
    const edited = (await readFile(join(corpus, "harbour.md"), "utf8")).replace("1850", "1851");
    await writeFile(join(corpus, "harbour.md"), edited);

    const years: string[] = [];
    const rounds = byTier(20, 200);
    for (let round = 0; round < rounds; round++) {
      const tried = join(folder, `index-${round}`);
      await cp(base, tried, { recursive: true });
      const child = spawn(process.execPath, ingest.with(-1, tried), { stdio: "ignore" });
      const ended = once(child, "exit");
      // Spread over its whole run, a little past its end.
      await Promise.race([wait((lasts * 1.1 * round) / rounds), ended]);
      child.kill("SIGKILL");
      await ended;
      years.push(await openedIn(corpus, tried));
    }
    expect(years.filter((year) => year !== "1850" && year !== "1851")).toEqual([]);
    expect(years).toContain("1850");
  });
});

/** The year that an index gives for what stands in the edited sentence. */
async function openedIn(corpus: string, index: string): Promise<string> {
  const assistant = await openAssistant(readSettings({ corpus, index }, {}));
  const { citations } = await assistant.ask({
    question: "When was the harbour of Port Vale opened?",
    history: [],
    limit: 1,
  });
  return /18\d\d/u.exec(citations[0]?.quote ?? "")?.[0] ?? "none";
}
