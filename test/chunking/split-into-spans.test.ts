import { describe, expect, it } from "vitest";
import { splitIntoSpans } from "../../src/chunking/split-into-spans.ts";

describe("pieces of a splitter", () => {
  it("are found in order, so that equal pieces get places of their own", async () => {
    const spans = await splitIntoSpans("-- ab ab ab", { start: 3, end: 11 }, async () => ["ab", "ab", "ab"]);
    expect(spans).toEqual([
      { start: 3, end: 5 },
      { start: 6, end: 8 },
      { start: 9, end: 11 },
    ]);
  });

  it.each([
    ["is not in the text", ["ab", "xy"]],
    ["comes out of order", ["cd", "ab"]],
    ["was changed on its way", ["ab  cd"]],
    ["lies behind the span's end", ["ef"]],
  ])("are refused where one %s", async (_, pieces) => {
    await expect(splitIntoSpans("ab cd ef", { start: 0, end: 5 }, async () => pieces)).rejects.toThrow(
      "a piece that is not in its text",
    );
  });
});
