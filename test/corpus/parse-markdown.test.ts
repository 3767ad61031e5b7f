import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../src/corpus/parse-markdown.ts";

function read(text: string) {
  return parseMarkdown(text).blocks.map(({ heading, parts }) => ({
    heading,
    parts: parts.map(({ start, end }) => text.slice(start, end)),
  }));
}

const partsOf = (text: string) => read(text).flatMap(({ parts }) => parts);

describe("a Markdown text", () => {
  it("has the first heading of depth 1 as title, and paths of headings below it", () => {
    const text = "# A\n\n## B\n\nOne.\n\n### C\n\nTwo.\n\n## D\n\nThree.\n";
    expect(parseMarkdown(text).title).toBe("A");
    expect(read(text)).toEqual([
      { heading: ["B"], parts: ["One."] },
      { heading: ["B", "C"], parts: ["Two."] },
      { heading: ["D"], parts: ["Three."] },
    ]);
  });

  it("has each item of a list as a part, without its bullet, nested ones too", () => {
    expect(read("- one\n- two\n  - three\n\n1. four\n2. five\n").map(({ parts }) => parts)).toEqual([
      ["one", "two", "three"],
      ["four", "five"],
    ]);
  });

  it("has each row of a table as a part, and not the rule below its head", () => {
    expect(partsOf("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n")).toEqual(["| a | b |", "| 1 | 2 |", "| 3 | 4 |"]);
  });

  it("has what stands between fences, without the fences", () => {
    expect(partsOf("```js\nlet a = 1;\nlet b;\n```\n")).toEqual(["let a = 1;", "let b;"]);
    expect(partsOf("```\n```\n")).toEqual([]);
  });

  it("has indented code, quotations and inline markup as they are written", () => {
    expect(partsOf("    code here\n")).toEqual(["code here"]);
    expect(partsOf("> Quoted words.\n")).toEqual(["Quoted words."]);
    expect(partsOf("Some **bold** [words](http://x.example).\n")).toEqual(["Some **bold** [words](http://x.example)."]);
  });

  it("leaves out raw HTML, rules and link definitions", () => {
    expect(partsOf("<script>alert(1)</script>\n\n---\n\n[x]: http://a.example\n\nProse.\n")).toEqual(["Prose."]);
  });

  it("leaves out front matter, keeping every offset, and takes its title", () => {
    const text = "---\ntitle: Hi\n---\n\n# Other\n\nText here.\n";
    expect(parseMarkdown(text)).toMatchObject({ title: "Hi", frontMatter: { title: "Hi" } });
    expect(partsOf(text)).toEqual(["Text here."]);
  });

  it("has no blocks where nothing is written", () => {
    expect(parseMarkdown("")).toMatchObject({ title: null, blocks: [] });
  });
});
