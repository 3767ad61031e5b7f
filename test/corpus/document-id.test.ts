import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentIds, slugPath } from "../../src/corpus/document-id.ts";

const idsOf = (paths: readonly string[]) => documentIds(paths.map((path) => ({ path, keys: [null] }))).flat();

describe("a path as a slug", () => {
  it.each([
    ["Q1 Report.txt", "q1-report"],
    ["it's—here!.md", "its-here"],
    ["日本 語.md", "日本-語"],
    ["archive.tar.gz", "archive-tar"],
    ["....txt", "document"],
    ["", "document"],
  ])("%j is %s", (path, slug) => {
    expect(slugPath(path)).toBe(slug);
  });
});

describe("ids of documents", () => {
  it("that would meet are numbered, the first in order keeping its name", () => {
    expect(idsOf(["a.md", "a.txt", "b.txt", "A.txt"])).toEqual(["a", "a-2", "b", "a-3"]);
  });

  it("of rows are the file's with the key, and never take a file's own", () => {
    const files = [
      { path: "log.csv", keys: ["7", "Q 1", "7", "%"] },
      { path: "log-7.txt", keys: [null] },
    ];
    expect(documentIds(files)).toEqual([["log-7-2", "log-q-1", "log-7-3", "log-row"], ["log-7"]]);
  });

  it("are kept for a file that can't be read", () => {
    expect(
      documentIds([
        { path: "a.md", keys: [] },
        { path: "a.txt", keys: [null] },
      ]),
    ).toEqual([[], ["a-2"]]);
  });

  it("never meet, and hold nothing that a path of a URL could be misled by", () => {
    const path = fc.array(fc.constantFrom("a", "A", "-2", ".txt", ".", "/", " ", "..", "%", "?", "é"), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(path, { maxLength: 12 }), (paths) => {
        const ids = idsOf(paths.map((parts) => parts.join("")));
        expect(new Set(ids).size).toBe(paths.length);
        for (const id of ids) expect(id).toMatch(/^[\p{L}\p{N}-]+$/u);
      }),
    );
  });
});
