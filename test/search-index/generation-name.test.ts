import { describe, expect, it } from "vitest";
import {
  generationFolder,
  generationName,
  generationNumber,
  parseCurrent,
} from "../../src/search-index/generation-name.ts";

describe("a generation's name", () => {
  it("is its number with at least six digits", () => {
    expect([generationName(1), generationName(1234567)]).toEqual(["000001", "1234567"]);
    expect(generationNumber(generationFolder("000042"))).toBe(42);
  });

  it("is read from CURRENT with or without a line end", () => {
    expect([parseCurrent("000042\n"), parseCurrent("000042")]).toEqual(["000042", "000042"]);
  });

  it.each([
    "",
    "\n",
    "../../etc",
    "gen-000001",
    "000001\n000002\n",
    "000001/..",
    " 000001",
    "00001",
    "\0",
    "０００００１",
  ])("is refused in CURRENT as %j", (content) => {
    expect(() => parseCurrent(content)).toThrow(/CURRENT is damaged: found .*npm run ingest/u);
  });

  it("is not read from other folders", () => {
    expect(["gen-1", "tmp-gen-000001", "gen-000001.old", "README.md"].map(generationNumber)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
