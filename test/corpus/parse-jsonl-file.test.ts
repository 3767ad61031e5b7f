import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFile } from "../../src/corpus/parse-file.ts";
import { expectCanonical } from "./read-draft.ts";

const read = (lines: readonly unknown[], textColumn: string | null = null) => {
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  return parseFile({ path: "a.jsonl", bytes: new TextEncoder().encode(text) }, { textColumn });
};

describe("a file of JSON lines", () => {
  it("is one document a row, with what the other fields state", async () => {
    const { documents, problems } = await read([
      {
        id: "x-1",
        title: "Walls",
        text: "The wall stands.",
        authors: ["Ann", "Bo"],
        source: "The Post",
        date: "2024-05-06",
        lang: "en",
        url: "https://x.example/1",
      },
      { id: 2, TEXT: "Ships come.", url: "javascript:alert(1)" },
    ]);
    expect(problems).toEqual([]);
    expect(documents[0]).toMatchObject({
      key: "x-1",
      title: "Walls",
      author: "Ann, Bo",
      publisher: "The Post",
      date: "2024-05-06",
      language: "en",
      url: "https://x.example/1",
      text: "The wall stands.",
      mediaType: "application/x-ndjson",
    });
    expect(documents[1]).toMatchObject({ key: "2", title: null, url: null, text: "Ships come." });
  });

  it.each<[string, unknown[], string | null, string]>([
    ["the one asked for, whatever its case", [{ Note: "This one.", text: "Not this." }], "note", "This one."],
    [
      "the likeliest by name",
      [{ description: "Not this one, although it is longer.", body: "This one." }],
      null,
      "This one.",
    ],
    [
      "the longest prose, if no name tells",
      [{ a: "Short.", b: "This one is longer.", c: `https://x.example/${"x".repeat(99)}` }],
      null,
      "This one is longer.",
    ],
  ])("has as text the field that is %s", async (_, rows, column, expected) => {
    expect((await read(rows, column)).documents[0]?.text).toBe(expected);
  });

  it("lists its fields where the one asked for is missing", async () => {
    await expect(read([{ a: "One.", b: "Two." }], "body")).rejects.toThrow(/no column "body".*it has "a", "b"/u);
  });

  it("numbers its rows where their ids don't tell them apart", async () => {
    const rows = [{ id: 1, text: "One." }, "", { id: 1, text: "Two." }, "broken", { text: "Three." }];
    const { documents, problems } = await read(rows);
    expect(documents.map(({ key }) => key)).toEqual(["1", "2", "4"]);
    expect(problems).toEqual([expect.stringMatching(/^line 4: it is no JSON/u)]);
  });

  it.each<[string, unknown, RegExp]>([
    ["is no JSON", "{", /^line 2: it is no JSON$/u],
    ["is a list", [1], /^line 2: it is a list, and a JSON object was expected$/u],
    ["is null", "null", /^line 2: it is null/u],
    ["has no text", { text: " " }, /^line 2: no text in "text"$/u],
    [
      "nests too deeply",
      `{"text":"x","a":${"[".repeat(40)}${"]".repeat(40)}}`,
      /^line 2: it is nested deeper than 32 levels$/u,
    ],
  ])("leaves out a row that %s, and keeps the others", async (_, row, reason) => {
    const { documents, problems } = await read([{ text: "One." }, row, { text: "Three." }]);
    expect(documents.map(({ text }) => text)).toEqual(["One.", "Three."]);
    expect(problems).toEqual([expect.stringMatching(reason)]);
  });

  it("names twenty rows that were left out, and counts the others", async () => {
    const { problems } = await read([{ text: "One." }, ...Array(30).fill("x")]);
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toBe("and 10 more rows");
  });

  it("keeps a text of one line without a closing mark as prose", async () => {
    const { documents } = await read([{ text: "Alba has a wall" }, { title: "T", text: "Head\n\nProse follows." }]);
    expect(documents.map(({ title, blocks }) => [title, blocks.length])).toEqual([
      [null, 1],
      ["T", 2],
    ]);
  });

  it("has canonical texts, whatever strings it holds", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ text: fc.string({ unit: "binary" }), title: fc.string({ unit: "binary" }) }), {
          minLength: 1,
          maxLength: 5,
        }),
        async (rows) => {
          const { documents } = await read([{ text: "Prose." }, ...rows]);
          for (const draft of documents) expectCanonical(draft);
        },
      ),
    );
  });
});
