import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadThesaurus } from "../../src/node/load-thesaurus.ts";
import { stem } from "../../src/text/stem.ts";
import { temporaryFolder } from "./temporary-folder.ts";

describe("loadThesaurus", () => {
  it("says how to get a thesaurus that is missing", async () => {
    const folder = await temporaryFolder();
    const failure = loadThesaurus(folder);
    await expect(failure).rejects.toMatchObject({ code: "index", file: "thesaurus.bin" });
    await expect(failure).rejects.toThrow(join(folder, "thesaurus.bin"));
    await expect(failure).rejects.toThrow("npm run build:thesaurus");
  });

  it("refuses a thesaurus that is cut off", async () => {
    const path = join(await temporaryFolder(), "thesaurus.bin");
    await copyFile("models/thesaurus.bin", path);
    await expect(loadThesaurus(join(path, ".."))).resolves.toBeDefined();
    await writeFile(path, (await readFile(path)).subarray(0, -1));
    const failure = loadThesaurus(join(path, ".."));
    await expect(failure).rejects.toMatchObject({ code: "index", file: "thesaurus.bin" });
    await expect(failure).rejects.toThrow("damaged");
  });
});

describe("the committed thesaurus", () => {
  it("fits 1.5 MB", async () => {
    expect((await readFile("models/thesaurus.bin")).length).toBeLessThanOrEqual(1_500_000);
  });

  it.each([
    ["buy", "purchase", 1],
    ["begin", "start", 1],
    ["large", "big", 1],
    ["decide", "decision", 1],
    ["die", "death", 1],
    ["car", "vehicle", 0.5],
    ["dog", "animal", 0.5],
    ["dog", "purchase", 0],
    ["table", "purchase", 0],
    ["hot", "cold", 0],
    ["zzqx", "buy", 0],
  ])("relates %s and %s by %d, both ways", async (a, b, strength) => {
    const { relation } = await loadThesaurus("models");
    expect([relation(stem(a), stem(b)), relation(stem(b), stem(a))]).toEqual([strength, strength]);
  });

  it.each([
    ["begin", "end", true],
    ["win", "lose", true],
    ["rise", "fall", true],
    ["increase", "decrease", true],
    ["hot", "cold", true],
    ["buy", "purchase", false],
    ["begin", "start", false],
  ])("opposes %s and %s: %s, both ways", async (a, b, opposed) => {
    const { opposite } = await loadThesaurus("models");
    expect([opposite(stem(a), stem(b)), opposite(stem(b), stem(a))]).toEqual([opposed, opposed]);
  });
});
