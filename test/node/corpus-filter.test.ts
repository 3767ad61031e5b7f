import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CorpusError } from "../../src/domain/errors.ts";
import { ignoreFile, readCorpusFilter } from "../../src/node/corpus-filter.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const paths = ["a.md", "b.txt", "notes/c.md", "notes/old/d.md", "reports/e.md"];

async function taken(ignored: string | null, patterns: Parameters<typeof readCorpusFilter>[1] = {}): Promise<string[]> {
  const folder = await temporaryFolder();
  if (ignored !== null) await writeFile(join(folder, ignoreFile), ignored);
  const filter = await readCorpusFilter(folder, patterns);
  return paths.filter((path) => filter.takesFile(path));
}

describe("the files of a corpus", () => {
  it("are all of them where nothing says otherwise", async () => {
    expect(await taken(null)).toEqual(paths);
    expect(await taken("")).toEqual(paths);
  });

  it.each([
    ["a comment and blank lines", "# notes\n\n", paths],
    ["a folder", "notes/\r\n", ["a.md", "b.txt", "reports/e.md"]],
    ["a kind of file, but for one", "*.md\n!a.md\n", ["a.md", "b.txt"]],
    ["a path from the top", "/a.md\n", paths.slice(1)],
    ["folders at any depth", "**/old/\n", paths.filter((path) => !path.includes("/old/"))],
  ])("are fewer by %s in .annalistignore", async (_, lines, expected) => {
    expect(await taken(lines)).toEqual(expected);
  });

  it("are those that include matches, less those that exclude or .annalistignore does", async () => {
    expect(await taken(null, { include: ["*.md"] })).toEqual(paths.filter((path) => path.endsWith(".md")));
    expect(await taken(null, { include: ["notes"] })).toEqual(["notes/c.md", "notes/old/d.md"]);
    expect(await taken("reports/\n", { include: ["*.md"], exclude: ["old/", "a.*"] })).toEqual(["notes/c.md"]);
  });

  it("are not looked for in a folder that is left out", async () => {
    const filter = await readCorpusFilter(await temporaryFolder(), { exclude: ["node_modules/"] });
    expect([filter.entersFolder("node_modules"), filter.entersFolder("notes")]).toEqual([false, true]);
  });

  it("are not guessed where .annalistignore can't be read", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, ignoreFile));
    await expect(readCorpusFilter(folder, {})).rejects.toBeInstanceOf(CorpusError);
  });
});
