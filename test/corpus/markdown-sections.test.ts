import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import { markdownSections } from "../../src/corpus/markdown-sections.ts";

/** Top-level blocks of a text, by kind and place. */
function blocksOf(text: string, base = 0): string[] {
  return fromMarkdown(text).children.map(
    ({ type, position }) => `${type} ${base + (position?.start.offset ?? 0)}-${base + (position?.end.offset ?? 0)}`,
  );
}

const filler = `${"Boats came in and left again. ".repeat(1200).trimEnd()}\n\n`;
const pieces = [
  "# Heading\n\n",
  "A paragraph.\nIts second line.\n\n",
  "- item\n\n  still the item\n\n",
  "- item\n- other\n\n\n",
  "1. first\n\n   ```\n   code\n\n   more\n   ```\n\n",
  "```\ncode\n\nNo paragraph\n```\n\n",
  "~~~~ js\ncode\n\n~~~\n\nstill code\n~~~~\n\n",
  "<!-- a comment\n\nNo paragraph\n-->\n\n",
  "<pre>\n\nkept\n</pre>\n\n",
  "<div>\n\nA paragraph\n\n</div>\n\n",
  "> quoted\n\n",
  "> ```\n> code\n\n",
  "    indented code\n\n    more of it\n\n",
  "| a | b |\n| - | - |\n| 1 | 2 |\n\n",
  "Setext\n======\n\n",
  "***\n\n",
  "`code` begins it.\n\n",
  "A paragraph\n- and a list\n\n",
  "A paragraph\n===\n\n",
  "A paragraph\n    goes on\n\n",
  "a | b\n--- | ---\n1 | 2\n\n",
  "2024. A list?\n\n",
  "A fence\n```\ncode\n\nNo paragraph\n```\nEnd.\n\n",
  "\t\n",
  "  Indented a little.\n\n",
  filler,
];

describe("sections of a Markdown text", () => {
  it("are its whole, in order, and parsed on their own have the blocks that they have together", () => {
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 30, size: "max" }).map((parts) => parts.join(""));
    let most = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const sections = markdownSections(text, 0);
        most = Math.max(most, sections.length);
        expect(sections.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
        const parsed = sections.flatMap(({ start, end, isParagraph }) =>
          isParagraph
            ? [`paragraph ${start}-${start + text.slice(start, end).trimEnd().length}`]
            : blocksOf(text.slice(start, end), start),
        );
        expect(parsed).toEqual(blocksOf(text));
      }),
      { numRuns: 60 },
    );
    expect(most).toBeGreaterThan(2);
  });

  it("are short even where no block ends, and a very long line is one by itself", () => {
    const line = "word ".repeat(100_000);
    const text = `${"- item\n".repeat(100_000)}${line}\n${"Last lines.\n".repeat(3)}`;
    const lengths = markdownSections(text, 0).map(({ start, end }) => end - start);
    expect(lengths.filter((length) => length > 70_000)).toEqual([line.length + 1]);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(text.length);
  });
});
