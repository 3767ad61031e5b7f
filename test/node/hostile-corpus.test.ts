import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildIndex, type IngestReport } from "../../src/node/build-index.ts";
import { soundGeneration } from "../../src/node/current-generation.ts";
import { runIngest } from "../../src/node/ingest-command.ts";
import { readSettings } from "../../src/node/settings.ts";
import { createTerminal } from "../../src/node/terminal.ts";
import { type HostileFile, hostileFiles } from "../corpus/hostile-files.ts";
import { stringWriter } from "./string-writer.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const hostile = hostileFiles();
let report: IngestReport | undefined;
let held: readonly string[] = [];

/** Two sound files among all that are broken, and what is no file at all. */
async function hostileCorpus(folder: string, files: readonly HostileFile[]): Promise<string> {
  const corpus = join(folder, "corpus");
  await mkdir(join(corpus, "sub"), { recursive: true });
  await writeFile(join(corpus, "a-good.md"), "# Good\n\nThe first file is sound.");
  await writeFile(join(corpus, "sub", "z-good.txt"), "The last file is sound too.");
  for (const { path, bytes } of files) {
    await mkdir(join(corpus, path, ".."), { recursive: true });
    await writeFile(join(corpus, path), bytes);
  }
  await writeFile(join(folder, "secret.txt"), "A secret outside of the corpus.");
  await symlink(join(folder, "secret.txt"), join(corpus, "out.txt"));
  await symlink("/etc", join(corpus, "etc"));
  await symlink("/dev/zero", join(corpus, "zero.txt"));
  if (process.platform !== "win32") execFileSync("mkfifo", [join(corpus, "pipe.txt")]);
  await writeFile(join(corpus, "large.txt"), "");
  await truncate(join(corpus, "large.txt"), 64 * 1024 * 1024 + 1);
  return corpus;
}

describe("a corpus with every kind of hostile file", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "annalist-hostile-"));
    const corpus = await hostileCorpus(folder, hostile);
    const settings = readSettings({ corpus, index: join(folder, "index") }, {});
    report = await buildIndex(settings);
    const generation = await soundGeneration(settings.indexDir);
    held = generation?.documents.map(({ path }) => path) ?? [];
  }, 180_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("has its sound files indexed, and none of the others", () => {
    expect(held).toEqual(["a-good.md", "sub/z-good.txt"]);
  });

  it.each(hostile.map(({ name, path, reason }) => [path, name, reason] as const))(
    "reports %s by name and reason: %s",
    (path, _, reason) => {
      const problems = report?.problems.filter((problem) => problem.path === path) ?? [];
      expect(problems.map((problem) => problem.reason)).toContainEqual(expect.stringMatching(reason));
    },
  );

  it.each([
    ["out.txt", "it is a symbolic link"],
    ["etc", "it is a symbolic link"],
    ["zero.txt", "it is a symbolic link"],
    ...(process.platform === "win32" ? [] : [["pipe.txt", "it is no plain file"]]),
    ["large.txt", "it has 67108865 bytes: at most 67108864 are read"],
  ])("reports %s: %s", (path, reason) => {
    expect(report?.problems).toContainEqual({ path, reason: expect.stringContaining(reason) });
  });

  it("fails with --strict, naming each file at the end, and is not read again while it stays the same", async () => {
    const own = await temporaryFolder();
    const some = hostile.filter(({ needsSandbox }) => needsSandbox !== true).slice(0, 5);
    const corpus = await hostileCorpus(own, some);
    const settings = readSettings({ corpus, index: join(own, "index") }, {});
    for (const published of ["Published", "Up to date"]) {
      const [stdout, stderr] = [stringWriter(), stringWriter()];
      const terminal = createTerminal({ json: false, stdout: stdout.stream, stderr: stderr.stream });
      expect(await runIngest(settings, { strict: true }, terminal)).toBe(1);
      expect(stdout.text()).toMatch(new RegExp(`^${published}`, "u"));
      for (const { path } of some) expect(stderr.text()).toContain(`left out: ${path}: `);
    }
  });
});
