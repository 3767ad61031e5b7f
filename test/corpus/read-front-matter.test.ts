import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../src/corpus/read-front-matter.ts";

describe("front matter", () => {
  it("is a mapping of scalars by lower-case name", () => {
    const text = "---\nTitle: A day\ndate: 2024-05-06\ndraft: true\ntags: [a, b]\n---\nBody.";
    const { values, end } = readFrontMatter(text);
    expect({ ...values }).toEqual({ title: "A day", date: "2024-05-06", draft: "true" });
    expect(text.slice(end)).toBe("Body.");
  });

  it.each([
    ["is missing", "Title\n---\nBody."],
    ["does not stand at the top", "\n---\na: b\n---\nBody."],
    ["is not closed", "---\na: b\nBody."],
    ["is no mapping", "---\njust words\n---\nBody."],
    ["is a list", "---\n- a\n---\nBody."],
    ["is no YAML", "---\na: [b\n---\nBody."],
    ["multiplies itself by aliases", "---\na: &x [1, 2]\nb: [*x, *x]\n---\nBody."],
  ])("that %s is left to the prose", (_, text) => {
    expect(readFrontMatter(text)).toEqual({ values: {}, end: 0 });
  });

  it("can't reach the prototype of its values", () => {
    const { values } = readFrontMatter("---\n__proto__: x\ntoString: y\n---\n");
    expect(Object.getPrototypeOf(values)).toBeNull();
    expect(values.toString).toBeUndefined();
  });
});

describe("a list of authors", () => {
  it.each([
    ["author: [Ann, Bo]", { author: "Ann, Bo" }],
    ["authors:\n  - Ann\n  - ''\n  - {name: Bo}\n  - Cy", { authors: "Ann, Cy" }],
  ])("is joined by commas: %j", (yaml, expected) => {
    expect({ ...readFrontMatter(`---\n${yaml}\n---\nBody.`).values }).toEqual(expected);
  });
});
