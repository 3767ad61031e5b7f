import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../bench/find-browser.ts";

describe("findBrowser", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "annalist-browser-"));
    for (const name of ["google-chrome", "own-browser"]) {
      await writeFile(join(folder, name), "");
      await chmod(join(folder, name), 0o755);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("takes CHROME_PATH before anything else, and nothing when that is wrong", () => {
    const PATH = folder;
    expect(findBrowser({ PATH, CHROME_PATH: join(folder, "own-browser") })).toBe(join(folder, "own-browser"));
    expect(findBrowser({ PATH, CHROME_PATH: join(folder, "missing") })).toBeNull();
  });

  it("searches the folders of PATH in their order", () => {
    expect(findBrowser({ PATH: ["", join(folder, "missing"), folder].join(delimiter) })).toBe(
      join(folder, "google-chrome"),
    );
  });
});
