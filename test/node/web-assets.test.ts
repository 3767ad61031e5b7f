import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWebAssets } from "../../src/node/web-assets.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "annalist-assets-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("web assets", () => {
  it("are null until they are built, and then what was built last", async () => {
    const assets = createWebAssets(folder);
    expect(await assets.read("widget.js")).toBeNull();
    for (const code of ["first()", "second()"]) {
      await writeFile(join(folder, "widget.js"), code);
      expect(new TextDecoder().decode((await assets.read("widget.js")) ?? new Uint8Array())).toBe(code);
    }
  });

  it("are no silent null where the folder is a file", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(createWebAssets(join(folder, "file")).read("widget.js")).rejects.toThrow("ENOTDIR");
  });
});
