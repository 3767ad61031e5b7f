import { execFile, execFileSync } from "node:child_process";
import { chmod, cp, mkdir, readdir, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { IndexError } from "../../src/domain/errors.ts";
import { diskStorage } from "../../src/node/index-storage.ts";
import { openAssistant } from "../../src/node/open-assistant.ts";
import { readSettings } from "../../src/node/settings.ts";
import { harbourTexts } from "../harbour-texts.ts";
import { temporaryFolder } from "../node/temporary-folder.ts";

const cli = fileURLToPath(new URL("../../src/node/cli.ts", import.meta.url));

/** Whether a small file system may be mounted here: root may, and only on Linux. */
function canMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", "/mnt"], { stdio: "ignore" });
    execFileSync("umount", ["/mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const mounts = canMount();
if (!mounts)
  console.log("full-disk.test.ts: the tests with a mounted file system are skipped: it can't be mounted here");

async function mountedFolder(size: string): Promise<string> {
  const folder = await temporaryFolder();
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder]);
  onTestFinished(() => void execFileSync("umount", [folder]));
  return folder;
}

async function harbourCorpus(changed = ""): Promise<string> {
  const corpus = join(await temporaryFolder(), "corpus");
  await mkdir(corpus);
  for (const [name, text] of Object.entries(harbourTexts)) await writeFile(join(corpus, name), `${text}${changed}`);
  return corpus;
}

function ingest(corpus: string, index: string): Promise<{ readonly code: number; readonly stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, "ingest", "--corpus", corpus, "--index", index], (error, _, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stderr }),
    );
  });
}

async function answers(corpus: string, index: string): Promise<string | undefined> {
  const assistant = await openAssistant(readSettings({ corpus, index }, {}));
  const { citations } = await assistant.ask({
    question: "How tall is the lighthouse on Gull Rock?",
    history: [],
    limit: 1,
  });
  return citations[0]?.quote;
}

const answer = "The lighthouse on Gull Rock is 48 metres tall.";

describe("an ingest", () => {
  it.skipIf(!mounts)(
    "onto a disk that is full names the file, and leaves what was published",
    { timeout: 120_000 },
    async () => {
      const disk = await mountedFolder("400k");
      const index = join(disk, "index");
      const first = await ingest(await harbourCorpus(), index);
      expect(first).toMatchObject({ code: 0 });
      const before = await readdir(index);
      const corpus = await harbourCorpus("\n\nThe tide tables are printed once a year.\n");
      // With more and more left, it is the lock, a file of the index, or the graph that does not fit.
      for (const leftKiB of [0, 4, 12, 24, 44]) {
        const { bavail, bsize } = await statfs(disk);
        await writeFile(join(disk, "filler"), new Uint8Array(bavail * bsize - leftKiB * 1024));
        const { code, stderr } = await ingest(corpus, index);
        expect(code, `${leftKiB} KiB: ${stderr}`).toBe(1);
        expect(stderr).toMatch(new RegExp(`${index}/\\S+ can't be written: `, "u"));
        expect((await readdir(index)).sort()).toEqual(before.sort());
        expect(await answers(corpus, index)).toBe(answer);
        await rm(join(disk, "filler"));
      }
    },
  );

  it.skipIf(!mounts)("into a file system that is read-only says so, and what is published answers on", async () => {
    const disk = await mountedFolder("2m");
    const index = join(disk, "index");
    const corpus = await harbourCorpus();
    expect((await ingest(corpus, index)).code).toBe(0);
    execFileSync("mount", ["-o", "remount,ro", disk]);
    const { code, stderr } = await ingest(await harbourCorpus(" Edited."), index);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/can't be written: EROFS/u)]);
    expect((await ingest(corpus, index)).code, "an index that is up to date need not be written").toBe(0);
    expect(await answers(corpus, index)).toBe(answer);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "into a folder that this user may not write to says so",
    async () => {
      const corpus = await harbourCorpus();
      const index = join(await temporaryFolder(), "index");
      expect((await ingest(corpus, index)).code).toBe(0);
      const copy = join(await temporaryFolder(), "index");
      await cp(index, copy, { recursive: true });
      await chmod(copy, 0o555);
      onTestFinished(() => chmod(copy, 0o755));
      const { code, stderr } = await ingest(await harbourCorpus(" Edited."), copy);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/can't be written: EACCES/u)]);
      expect(await answers(corpus, copy)).toBe(answer);
    },
  );
});

describe("the storage of an index", () => {
  it.skipIf(process.platform !== "linux")("reports a device that is always full, by path", async () => {
    const written = diskStorage.write("/dev/full", "some words");
    await expect(written).rejects.toBeInstanceOf(IndexError);
    await expect(written).rejects.toThrow(/^\/dev\/full can't be written: ENOSPC/u);
  });

  it.skipIf(process.platform !== "linux")("gives up where the system makes no folders", async () => {
    const made = diskStorage.makeFolder("/proc/annalist/index", { recursive: true });
    await expect(made).rejects.toThrow(/^\/proc\/annalist\/index can't be written: ENOENT/u);
  });

  it("makes the folders above one, and takes those that are there", async () => {
    const folder = join(await temporaryFolder(), "a", "b");
    for (let times = 0; times < 2; times++) await diskStorage.makeFolder(folder, { recursive: true });
    expect(await readdir(folder)).toEqual([]);
  });

  it("says of an index folder that is a file what stands in its way", async () => {
    const file = join(await temporaryFolder(), "index");
    await writeFile(file, "");
    const { code, stderr } = await ingest(await harbourCorpus(), file);
    expect([code, stderr]).toEqual([1, expect.stringContaining(`${file} can't be written: EEXIST`)]);
  });
});
