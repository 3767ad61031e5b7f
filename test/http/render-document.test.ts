import process from "node:process";
import { describe, expect, it } from "vitest";
import { renderDocument } from "../../src/http/render-document.ts";

const nothing = { marks: [], pages: [] };

function render(text: string, mediaType: string): string {
  return renderDocument({ text, title: "A title", mediaType }, nothing).html;
}

function paragraphsOf(text: string): string[] {
  return [...render(text, "text/plain").matchAll(/<p[ >]/gu)].map(([tag]) => tag);
}

describe("a plain text in the reader", () => {
  const long = `It was said ${"again and ".repeat(12)}again.`;

  it("has a paragraph a line where lines are long", () => {
    expect(paragraphsOf(`A headline\n${long}\n${long}\n\nAnother.`)).toHaveLength(4);
  });

  it("keeps short lines together, as verses or as an editor broke them", () => {
    expect(paragraphsOf("Roses are red,\nviolets are blue.\n\nAnother verse.")).toHaveLength(2);
    expect(render("Roses are red,\nviolets are blue.", "text/plain")).toContain("red,<br>\n");
  });
});

describe("the work on a text eight times as long", () => {
  const shapes: readonly (readonly [name: string, mediaType: string, unit: string])[] = [
    ["plain words", "text/plain", "some words without an end "],
    ["plain lines", "text/plain", "a line\n\n"],
    ["blank lines", "text/plain", "\n"],
    ["prose", "text/markdown", "Some *words* with a `code`.\n\n"],
    ["headings", "text/markdown", "## A heading\n\nIts words.\n\n"],
    ["open brackets", "text/markdown", "[a]( ![b]( ](\n"],
    ["stars without an end", "text/markdown", "*a **b ***c _d\n"],
    ["backslashes", "text/markdown", "\\* \\[ \\\\\n\n"],
    ["nested quotations", "text/markdown", "> > > > > > > > a\n"],
    ["staggered lists", "text/markdown", "- a\n  - b\n    - c\n      - d\n"],
    ["table rows", "text/markdown", "| a | b | c |\n"],
    ["open fences", "text/markdown", "```\ncode\n````\n"],
  ];

  it.each(shapes)("is nowhere near the square: %s", { retry: 2 }, (_, mediaType, unit) => {
    const textOf = (size: number): string => unit.repeat(Math.ceil(size / unit.length));
    const [short, long] = [textOf(120_000), textOf(960_000)];
    const timeOf = (text: string): number => {
      const before = process.cpuUsage();
      render(text, mediaType);
      return process.cpuUsage(before).user / 1000;
    };
    timeOf(long);
    const shortTimes = Array.from({ length: 6 }, () => timeOf(short));
    const longTimes = Array.from({ length: 2 }, () => timeOf(long));
    // A quadratic step would make it sixty-four times; a larger heap makes it more than eight. The floor keeps a clock's noise out of short runs.
    expect(Math.min(...longTimes) / Math.max(Math.min(...shortTimes), 0.5)).toBeLessThan(45);
  });
});
