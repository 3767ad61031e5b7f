import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageAt } from "../../src/domain/document.ts";
import { makePdf, type PdfWords, proseLines } from "./make-pdf.ts";
import { blocksOf, expectCanonical, readDraft } from "./read-draft.ts";

const title: PdfWords = { text: "The Harbour", y: 740, size: 24 };
const head = (text: string, y: number): PdfWords => ({ text, y, size: 16 });

describe("a PDF", () => {
  it("has lines as paragraphs, parted by space, and larger type as headings", async () => {
    const page = [
      title,
      head("Its walls", 700),
      ...proseLines(["The harbour has two walls that were built of the stone", "of the hill. Both stand."], { y: 670 }),
      ...proseLines(["A second paragraph follows after a gap in the page."], { y: 620 }),
      head("Its ships", 590),
      ...proseLines(["Ships come every day."], { y: 560 }),
    ];
    const draft = await readDraft("a.pdf", makePdf([page]));
    expect(draft.title).toBe("The Harbour");
    expect(draft.text.startsWith("# The Harbour\n\n## Its walls\n\nThe harbour")).toBe(true);
    expect(blocksOf(draft)).toEqual([
      ["Its walls", "The harbour has two walls that were built of the stone of the hill. Both stand."],
      ["Its walls", "A second paragraph follows after a gap in the page."],
      ["Its ships", "Ships come every day."],
    ]);
  });

  it("joins words that were parted at the end of a line, but for those written with a hyphen elsewhere", async () => {
    const lines = [
      "The well-known wall was re-",
      "built, and its well-",
      "known stones were kept by the coun-",
      "cil for good.",
    ];
    const draft = await readDraft("a.pdf", makePdf([proseLines(lines)]));
    expect(blocksOf(draft)).toEqual([
      ["", "The well-known wall was rebuilt, and its well-known stones were kept by the council for good."],
    ]);
  });

  it("says where each page begins, amid a paragraph too, and an empty page begins where the next one does", async () => {
    const pages = [
      proseLines(["The first page tells of a wall that the"]),
      [],
      proseLines(["council built. The end."]),
    ];
    const draft = await readDraft("a.pdf", makePdf(pages));
    expect(blocksOf(draft)).toEqual([["", "The first page tells of a wall that the council built. The end."]]);
    const third = draft.text.indexOf("council");
    expect(draft.pages).toEqual([0, third, third]);
    expect(pageAt(draft, 3)).toBe(1);
    expect(pageAt(draft, third)).toBe(3);
  });

  it("leaves out heads and feet that repeat, and bare page numbers", async () => {
    const pages = [1, 2, 3, 4].map((number) => [
      { text: `Annual Report — page ${number} of 4`.replace("—", "-"), y: 770, size: 9 },
      ...proseLines([`This is what stands on page ${number} of the report.`]),
      { text: String(number), y: 30, size: 9 },
    ]);
    const draft = await readDraft("a.pdf", makePdf(pages));
    expect(blocksOf(draft).flat().join(" ")).not.toMatch(/Annual Report/u);
    expect(blocksOf(draft).map(([, words]) => words)).toEqual(
      [1, 2, 3, 4].map((number) => `This is what stands on page ${number} of the report.`),
    );
  });

  it("reads the left of two columns before the right, however they were drawn", async () => {
    const left = [
      "The left column begins here and",
      "it goes on with a second line",
      "and a third one that is long",
      "and a fourth that ends it all.",
    ];
    const right = [
      "The right column begins here",
      "and it has a second line also",
      "and a third one that is long",
      "and a fourth that ends it too.",
    ];
    const page = left.flatMap((text, row) => [
      { text, x: 60, y: 700 - row * 13 },
      { text: right[row] as string, x: 330, y: 700 - row * 13 },
    ]);
    const draft = await readDraft("a.pdf", makePdf([page]));
    expect(blocksOf(draft)).toEqual([
      ["", left.join(" ")],
      ["", right.join(" ")],
    ]);
  });

  it("has rows of cells as a table, each row a part", async () => {
    const rows = [
      ["Town", "People"],
      ["Alba", "1,200"],
      ["Borg", "950"],
    ];
    const page = rows.flatMap(([town, people], row) => [
      { text: town as string, x: 72, y: 700 - row * 14 },
      { text: people as string, x: 240, y: 700 - row * 14 },
    ]);
    const draft = await readDraft("a.pdf", makePdf([page]));
    expect(blocksOf(draft)).toEqual([["", "| Town | People |", "| Alba | 1,200 |", "| Borg | 950 |"]]);
  });

  it("has bulleted and numbered lines as items of their own", async () => {
    const draft = await readDraft(
      "a.pdf",
      makePdf([
        proseLines(["Two things are needed:", "\x95 bread that is fresh", "\x95 water", "1. first", "2. second"]),
      ]),
    );
    expect(blocksOf(draft).map(([, ...parts]) => parts)).toEqual([
      ["Two things are needed:"],
      ["bread that is fresh", "water"],
      ["first", "second"],
    ]);
  });

  it("is prose where a line would begin something in Markdown", async () => {
    const lines = [
      "# not a heading.",
      "> not a quotation.",
      "<b>no tag</b> here.",
      "1984. That year was long.",
      "- - -",
      "[a]: http://x.example",
    ];
    for (const line of lines) {
      const draft = await readDraft("a.pdf", makePdf([proseLines([line, "And this is more of it."])]));
      expect(blocksOf(draft).flat().join(" ").replaceAll("\\", ""), line).toContain(line);
    }
  });

  it("states its title, author, date and language", async () => {
    const info = { Title: "A Report", Author: "Ann Lee", CreationDate: "D:20240506120000Z" };
    const draft = await readDraft(
      "a.pdf",
      makePdf([proseLines(["Some prose."])], { info, language: "en-GB", isCompressed: true }),
    );
    expect(draft).toMatchObject({
      title: "A Report",
      author: "Ann Lee",
      publisher: "Ann Lee",
      date: "2024-05-06",
      language: "en-GB",
    });
    expect(draft.mediaType).toBe("application/pdf");
  });

  it.each(["Microsoft Word - x.doc", "untitled", "report_final.docx"])(
    "has no title where a program made it up: %s",
    async (Title) => {
      expect((await readDraft("a.pdf", makePdf([proseLines(["Some prose."])], { info: { Title } }))).title).toBeNull();
    },
  );

  it("leaves the bytes that it is given as they are, since they are hashed afterwards", async () => {
    const bytes = Buffer.from(makePdf([proseLines(["Some prose."])]));
    const before = Buffer.from(Uint8Array.from(bytes));
    await readDraft("a.pdf", bytes);
    expect(bytes.equals(before)).toBe(true);
  });

  it("never throws, and its blocks and pages are in order, whatever stands on its pages", async () => {
    const words = fc.record({
      text: fc.constantFrom(
        "A b c.",
        "- x",
        "# y",
        "| z |",
        "1. w",
        "the",
        "re-",
        "built",
        "\x95 i",
        "```",
        "<p>",
        "   ",
        "12",
        "\\",
        "e\xb4",
      ),
      x: fc.constantFrom(50, 72, 90, 300, 330),
      y: fc.integer({ min: 10, max: 780 }),
      size: fc.constantFrom(1, 8, 11, 11, 11, 18, 40),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(words, { maxLength: 8 }), { minLength: 1, maxLength: 4 }), async (pages) => {
        fc.pre(pages.flat().some(({ text, y }) => text === "A b c." && y > 100 && y < 700));
        const { parseFile } = await import("../../src/corpus/parse-file.ts");
        const { documents } = await parseFile({ path: "a.pdf", bytes: makePdf(pages) }, { textColumn: null }).catch(
          () => ({ documents: [] }),
        );
        for (const draft of documents) {
          expectCanonical(draft);
          expect(draft.pages).toHaveLength(pages.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
