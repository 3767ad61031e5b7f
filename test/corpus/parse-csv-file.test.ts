import { describe, expect, it } from "vitest";
import { parseFile } from "../../src/corpus/parse-file.ts";

const read = (text: string, textColumn: string | null = null) =>
  parseFile({ path: "a.csv", bytes: new TextEncoder().encode(text) }, { textColumn });

describe("a table of comma-separated values", () => {
  it.each([[","], [";"], ["\t"]])("may part its cells by %j", async (by) => {
    const { documents } = await read(
      ["id,title,text", 'a,Walls,"The wall stands; it is old, they say."']
        .join("\n")
        .replace(/^.*$/mu, (line) => line.replaceAll(",", by))
        .replace("a,Walls,", `a${by}Walls${by}`),
    );
    expect(documents).toMatchObject([
      { key: "a", title: "Walls", text: "The wall stands; it is old, they say.", mediaType: "text/csv" },
    ]);
  });

  it("may have a byte order mark, quotes in quotes, line breaks in cells, and CRLF", async () => {
    const { documents } = await read('\uFEFFtext,date\r\n"He said ""no"".\r\nThen he left.",2024-05-06\r\n');
    expect(documents).toMatchObject([{ key: "1", text: 'He said "no".\nThen he left.', date: "2024-05-06" }]);
  });

  it("leaves out a row with more or fewer cells than its header, by the line on which it ends", async () => {
    const { documents, problems } = await read('id,text\n1,One.\n2\n3,"Three\nlines, here."\n4,Four.,x\n');
    expect(documents.map(({ key }) => key)).toEqual(["1", "3"]);
    expect(problems).toEqual([
      "line 3: it has 1 cell, and the header has 2",
      "line 6: it has 3 cells, and the header has 2",
    ]);
  });

  it("takes the column that was asked for", async () => {
    expect((await read("text,note\nNot this.,This one.\n", "Note")).documents[0]?.text).toBe("This one.");
    await expect(read("a,b\nOne.,Two.\n", "note")).rejects.toThrow(/it has "a", "b"/u);
  });

  it.each([
    [
      "a quote that is never closed",
      'id,text\n1,One.\n2,"Two.\n3,Three.\n',
      /a quote in the row that begins on line 3 is never closed/u,
    ],
    ["nothing but a header", "id,text\n", /holds no rows: a header/u],
    ["a header without names", ",\n1,2\n", /first row names no columns/u],
  ])("is refused with %s", async (_, text, reason) => {
    await expect(read(text)).rejects.toThrow(reason);
  });
});
