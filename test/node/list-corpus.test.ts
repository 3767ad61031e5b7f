import { once } from "node:events";
import { chmod, mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { hashSources } from "../../src/corpus/source-file.ts";
import { CorpusError } from "../../src/domain/errors.ts";
import { listCorpus } from "../../src/node/list-corpus.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

describe("a corpus folder", () => {
  it("is read with all folders below it, in the order of paths", async () => {
    const { sources, problems } = await listCorpus(
      await folderOf({ "b.txt": "two", "a/z.md": "one", "c.pdf": "three" }),
    );
    const read = sources.map(async (source) => [source.path, new TextDecoder().decode(await source.read())]);
    expect(await Promise.all(read)).toEqual([
      ["a/z.md", "one"],
      ["b.txt", "two"],
      ["c.pdf", "three"],
    ]);
    expect(problems).toEqual([]);
  });

  it("has names that begin with a period left out in silence", async () => {
    const folder = await folderOf({ ".DS_Store": "x", ".git/config.txt": "x", "a/.hidden.md": "x", "a.txt": "x" });
    const { sources, problems } = await listCorpus(folder);
    expect([sources.map(({ path }) => path), problems]).toEqual([["a.txt"], []]);
  });

  it("has symbolic links reported and never followed, to files, folders or nowhere", async () => {
    const outside = await folderOf({ "secret.txt": "secret" });
    const folder = await folderOf({ "a.txt": "x" });
    await symlink(join(outside, "secret.txt"), join(folder, "file.txt"));
    await symlink(outside, join(folder, "folder"));
    await symlink(join(folder, "nowhere"), join(folder, "broken.txt"));
    const { sources, problems } = await listCorpus(folder);
    expect(sources.map(({ path }) => path)).toEqual(["a.txt"]);
    expect(problems.map(({ path }) => path)).toEqual(["broken.txt", "file.txt", "folder"]);
    for (const { reason } of problems) expect(reason).toBe("it is a symbolic link: put the file itself here");
  });

  it("has a file reported that is too large to read", async () => {
    const folder = await folderOf({ "large.txt": "", "a.txt": "x" });
    await truncate(join(folder, "large.txt"), 64 * 1024 * 1024 + 1);
    const { sources } = await listCorpus(folder);
    const { files, problems } = await hashSources(sources);
    expect(files.map(({ path }) => path)).toEqual(["a.txt"]);
    expect(problems).toEqual([
      { path: "large.txt", reason: "it has 67108865 bytes: at most 67108864 are read; split it" },
    ]);
  });

  it("has what is no plain file reported, and never opened", async () => {
    const folder = await folderOf({ "a.txt": "x" });
    const server = createServer().listen(join(folder, "socket.txt"));
    onTestFinished(() => void server.close());
    await once(server, "listening");
    expect((await listCorpus(folder)).problems).toEqual([
      { path: "socket.txt", reason: "it is no plain file: put the file itself here" },
    ]);
  });

  it.skipIf(process.getuid?.() === 0)("has a file reported that this user may not read", async () => {
    const folder = await folderOf({ "secret.txt": "x", "a.txt": "x" });
    await chmod(join(folder, "secret.txt"), 0);
    const { files, problems } = await hashSources((await listCorpus(folder)).sources);
    expect(files.map(({ path }) => path)).toEqual(["a.txt"]);
    expect(problems).toEqual([{ path: "secret.txt", reason: expect.stringMatching(/^it can't be read: EACCES/u) }]);
  });

  it("that is empty holds no files", async () => {
    expect(await listCorpus(await temporaryFolder())).toEqual({ sources: [], problems: [] });
  });

  it("that can't be read is an error which says how to name another", async () => {
    const folder = await folderOf({ "a.txt": "x" });
    for (const path of [join(folder, "missing"), join(folder, "a.txt")]) {
      await expect(listCorpus(path)).rejects.toThrow(CorpusError);
      await expect(listCorpus(path)).rejects.toThrow(`the corpus folder ${path} can't be read`);
      await expect(listCorpus(path)).rejects.toThrow("--corpus DIR");
    }
  });
});
