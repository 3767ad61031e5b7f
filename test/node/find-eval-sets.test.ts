import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigurationError } from "../../src/domain/errors.ts";
import { type EvalSetQuery, findEvalSets } from "../../src/node/find-eval-sets.ts";

let root: string;
let repositoryDir: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "annalist-eval-sets-"));
  repositoryDir = join(root, "repository");
  put("repository/eval/cases/chronicle.jsonl");
  put("repository/eval/cases/another.jsonl");
  put("repository/eval/cases/notes.md");
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), "");
}

function find(fields: Partial<EvalSetQuery> = {}) {
  return findEvalSets({ repositoryDir, names: [], casesFile: null, corpusDir: null, ...fields });
}

describe("findEvalSets", () => {
  it("takes every case file of the repository and says in one line that the shared set is skipped", () => {
    const { sets, notices } = find();
    expect(sets).toEqual([
      {
        name: "another",
        casesFile: join(repositoryDir, "eval/cases/another.jsonl"),
        corpusDir: join(repositoryDir, "corpus"),
      },
      {
        name: "chronicle",
        casesFile: join(repositoryDir, "eval/cases/chronicle.jsonl"),
        corpusDir: join(repositoryDir, "corpus"),
      },
    ]);
    expect(notices).toEqual([`xquad-dev is skipped: ${join(root, "shared/data")} does not hold it`]);
  });

  it("adds xquad-dev, and no other shared set, where it is there", () => {
    put("shared/data/xquad-dev/cases.jsonl");
    put("shared/data/qa-dev/cases.jsonl");
    const { sets, notices } = find();
    expect(sets.map(({ name }) => name)).toEqual(["another", "chronicle", "xquad-dev"]);
    expect(sets.at(-1)?.corpusDir).toBe(join(root, "shared/data/xquad-dev/corpus"));
    expect(notices).toEqual([]);
  });

  it("takes named sets alone, qa-dev over the corpus of xquad-dev", () => {
    put("shared/data/qa-dev/cases.jsonl");
    const { sets } = find({ names: ["qa-dev", "chronicle"] });
    expect(sets.map(({ name }) => name)).toEqual(["qa-dev", "chronicle"]);
    expect(sets[0]?.corpusDir).toBe(join(root, "shared/data/xquad-dev/corpus"));
  });

  it("takes a case file of one's own as the only set, over a corpus of one's own", () => {
    const { sets } = find({ casesFile: join(root, "mine.jsonl"), corpusDir: join(root, "papers") });
    expect(sets).toEqual([{ name: "mine", casesFile: join(root, "mine.jsonl"), corpusDir: join(root, "papers") }]);
  });

  it("puts a corpus of one's own under the repository's cases", () => {
    const { sets } = find({ corpusDir: join(root, "papers"), names: ["chronicle"] });
    expect(sets[0]?.corpusDir).toBe(join(root, "papers"));
  });

  it.each([
    ["a set that there isn't", { names: ["odd"] }, "--set odd: found no such set; expected one of another, chronicle"],
    ["a shared set without its data", { names: ["nq-dev"] }, "--set nq-dev: found no such set (its data does not lie"],
    ["a case file and a set together", { names: ["chronicle"], casesFile: "x.jsonl" }, "expected one of the two"],
  ])("refuses %s as a usage error", (_, query, message) => {
    expect(() => find(query)).toThrow(message);
    expect(() => find(query)).toThrow(expect.objectContaining({ code: "usage" }));
    expect(() => find(query)).toThrow(ConfigurationError);
  });
});
