import { describe, expect, it } from "vitest";
import { parsePlainText } from "../../src/corpus/parse-plain-text.ts";

function read(text: string) {
  const { title, blocks } = parsePlainText(text);
  return {
    title,
    blocks: blocks.map(({ heading, parts }) => ({
      heading,
      parts: parts.map(({ start, end }) => text.slice(start, end)),
    })),
  };
}

describe("a plain text", () => {
  it("has its first line as title, and headings above its prose", () => {
    expect(read("The Title\n\nFirst here. Second.\n\nA Heading\n\nMore prose follows.\n")).toEqual({
      title: "The Title",
      blocks: [
        { heading: [], parts: ["First here. Second."] },
        { heading: ["A Heading"], parts: ["More prose follows."] },
      ],
    });
  });

  it("has no title where its first line is a sentence", () => {
    expect(read("It begins at once.\nAnd goes on.")).toEqual({
      title: null,
      blocks: [{ heading: [], parts: ["It begins at once.", "And goes on."] }],
    });
  });

  it("is one part where an editor wrapped its lines", () => {
    const lines = [
      "The long road to the harbour was laid with stones that were carried",
      "down from the old quarry on the hill by twelve men and their horses",
      "within two years.",
    ];
    expect(read(`Roads\n\n${lines.join("\n")}`).blocks).toEqual([{ heading: [], parts: [lines.join("\n")] }]);
  });

  it("keeps a label with its value as prose", () => {
    expect(read("Title\n\nHeight: 12 m\nThe tower is old.").blocks[0]?.parts).toEqual([
      "Height: 12 m",
      "The tower is old.",
    ]);
  });

  it.each([[""], [" \n\t\n "], ["Only a title"]])("without prose has no blocks: %j", (text) => {
    expect(read(text).blocks).toEqual([]);
  });
});

it("a block of very many lines is read without recursion", () => {
  expect(parsePlainText("Some words stand here.\n".repeat(300_000)).blocks).toHaveLength(1);
});
