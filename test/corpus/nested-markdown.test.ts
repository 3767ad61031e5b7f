import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../src/corpus/parse-markdown.ts";

const partsOf = (text: string) =>
  parseMarkdown(text).blocks.flatMap(({ parts }) => parts.map(({ start, end }) => text.slice(start, end)));

describe("Markdown that a parser trips over", () => {
  it.each([["> ".repeat(3000)], ["- ".repeat(5000)], ["1. ".repeat(2000)]])(
    "is refused by line where it nests deeper than anybody writes",
    (opening) => {
      expect(() => parseMarkdown(`Fine.\n\n${opening}deep`)).toThrow(/line 3 opens more than 60/u);
    },
  );

  it("may hold a long rule of dashes", () => {
    expect(partsOf(`Above.\n\n${"- ".repeat(100)}\n\nBelow.`)).toEqual(["Above.", "Below."]);
  });

  it.each([
    ["a fence that is never closed", "```\nunclosed code\n", ["unclosed code"]],
    ["a closing fence longer than the opening one", "```\ncode\n`````", ["code"]],
    ["an opening fence with words behind it", "~~~~ text   more\ncode here\n~~~~", ["code here"]],
    ["a fence inside a quotation", "> ```\n> code here\n> ```", ["code here"]],
  ])("keeps the words of code after %s", (_, text, expected) => {
    expect(partsOf(text)).toEqual(expected);
  });

  it("has no empty title", () => {
    expect(parseMarkdown("---\ntitle: ''\n---\nText.").title).toBeNull();
    expect(parseMarkdown("# \n\nText.").title).toBeNull();
  });
});

describe("Markdown that was made to take long", () => {
  it("is read also where lists nest by 1,500 indents", () => {
    const text = Array.from({ length: 1500 }, (_, depth) => `${"  ".repeat(depth)}- item ${depth}`).join("\n");
    expect(partsOf(text).join(" ")).toContain("item 1499");
  });

  it.each([
    ["quotations that stop short of the limit", `${"> ".repeat(59)}x`],
    ["emphasis that never closes", "*a_ ".repeat(20_000)],
    ["brackets that never close", "![[".repeat(20_000)],
    ["a line of a megabyte", "word ".repeat(200_000)],
  ])("takes linear time over %s", (_, text) => {
    const before = performance.now();
    expect(parseMarkdown(text).blocks).toHaveLength(1);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
