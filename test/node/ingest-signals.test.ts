import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { generateDocuments } from "../../bench/generate-documents.ts";
import { currentName } from "../../src/node/current-generation.ts";
import { harbourTexts } from "../harbour-texts.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const cli = fileURLToPath(new URL("../../src/node/cli.ts", import.meta.url));

function start(...words: readonly string[]) {
  const child = spawn(process.execPath, [cli, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (data: Buffer) => (output.stdout += data));
  child.stderr.on("data", (data: Buffer) => (output.stderr += data));
  return { child, output, closed: once(child, "close") };
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await condition()); tries++) {
    if (tries > 600) throw new Error("it did not come to be within 30 s");
    await wait(50);
  }
}

describe("Ctrl-C", () => {
  it.each(["read", "embed", "index", "graph"])(
    "during the step %s leaves the old generation and nothing behind",
    { timeout: 90_000 },
    async (step) => {
      const folder = await temporaryFolder();
      const [corpus, index] = [join(folder, "corpus"), join(folder, "index")];
      await mkdir(corpus);
      await writeFile(join(corpus, "first.md"), "# First\n\nThe first boat came in.");
      expect((await start("ingest", "--corpus", corpus, "--index", index).closed)[0]).toBe(0);
      const before = (await readdir(index)).sort();
      for (const { path, text } of generateDocuments(Object.values(harbourTexts), { passages: 6000, seed: 1 })) {
        await writeFile(join(corpus, path.replace("/", "-")), text);
      }
      const { child, output, closed } = start("ingest", "--corpus", corpus, "--index", index, "--json");
      await until(() => output.stdout.includes(`"step":"${step}"`) || child.exitCode !== null);
      child.kill("SIGINT");
      const [code] = await closed;
      expect([code, output.stderr]).toEqual([
        130,
        "Stopped. Nothing was published: what was served before is served on.\n",
      ]);
      expect(JSON.parse(output.stdout.trimEnd().split("\n").at(-1) ?? "")).toMatchObject({ event: "failed" });
      expect((await readdir(index)).sort()).toEqual(before);
      expect(await currentName(index)).toBe("000001");
    },
  );
});

describe("a corpus that is watched", () => {
  it("is indexed again after each change, goes on after a failure, and ends in order", {
    timeout: 90_000,
  }, async () => {
    const folder = await temporaryFolder();
    const [corpus, index] = [join(folder, "corpus"), join(folder, "index")];
    await mkdir(corpus);
    await writeFile(join(corpus, "first.md"), "# First\n\nThe first boat came in.");
    const { child, output, closed } = start("ingest", "--watch", "--corpus", corpus, "--index", index);
    await until(() => output.stdout.includes("Published generation 000001: 1 documents"));
    await writeFile(join(corpus, "second.md"), "# Second\n\nThe second boat came in.");
    await until(() => output.stdout.includes("Published generation 000002: 2 documents"));
    await rm(join(corpus, "first.md"));
    await rm(join(corpus, "second.md"));
    await until(() => output.stderr.includes("the corpus holds no document that can be indexed"));
    await mkdir(join(corpus, "sub"));
    await writeFile(join(corpus, "sub", "third.md"), "# Third\n\nThe third boat came in.");
    await until(() => output.stdout.includes("Published generation 000003: 1 documents"));
    child.kill("SIGINT");
    expect((await closed)[0]).toBe(0);
    expect(await currentName(index)).toBe("000003");
  });
});
