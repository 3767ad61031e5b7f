import { describe, expect, it } from "vitest";
import { parseOrExplain } from "../../src/corpus/parse-corpus.ts";
import { parseFile } from "../../src/corpus/parse-file.ts";
import { hostileFiles } from "./hostile-files.ts";

const files = hostileFiles();

describe("a file that is broken or hostile", () => {
  it("comes in every format, and no two share a name", () => {
    expect(files.length).toBeGreaterThanOrEqual(45);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    const endings = new Set(files.map(({ path }) => path.split(".").at(-1)));
    for (const ending of ["txt", "md", "html", "htm", "pdf", "docx", "csv", "jsonl"]) expect(endings).toContain(ending);
  });

  it.each(files.filter(({ needsSandbox }) => needsSandbox !== true))(
    "is a problem with its reason, and no exception: $name ($path)",
    async (file) => {
      const { documents, problems } = await parseOrExplain(parseFile, file, { textColumn: null });
      expect(documents).toEqual([]);
      expect(problems).toContainEqual(expect.stringMatching(file.reason));
    },
  );
});
