import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { docxParts, makeDocx, paragraph, table } from "./make-docx.ts";
import { blocksOf, expectCanonical, readDraft } from "./read-draft.ts";

describe("a Word document", () => {
  it("has headings by style, paragraphs, and tables row by row", async () => {
    const body = [
      paragraph("The Harbour", "Title"),
      paragraph("Its walls", "Heading1"),
      paragraph("The wall stands. It is old."),
      table([
        ["Town", "People"],
        ["Alba", "1,200"],
      ]),
    ].join("");
    const draft = await readDraft("a.docx", makeDocx({ body }));
    expectCanonical(draft);
    expect(draft.title).toBe("The Harbour");
    expect(blocksOf(draft)).toEqual([
      ["Its walls", "The wall stands. It is old."],
      ["Its walls", "| Town | People |", "| Alba | 1,200 |"],
    ]);
  });

  it("states its title, author, date and language", async () => {
    const core = `<dc:title>A Report</dc:title><dc:creator>Ann Lee</dc:creator><dc:language>en-GB</dc:language>
      <dcterms:created>2020-01-02T00:00:00Z</dcterms:created><dcterms:modified>2024-05-06T00:00:00Z</dcterms:modified>`;
    expect(await readDraft("a.docx", makeDocx({ body: paragraph("Prose."), core }))).toMatchObject({
      title: "A Report",
      author: "Ann Lee",
      publisher: "Ann Lee",
      date: "2024-05-06",
      language: "en-GB",
    });
  });

  it("says nothing of itself without core properties", async () => {
    const { "docProps/core.xml": _, ...parts } = docxParts(paragraph("Prose."));
    expect(await readDraft("a.docx", zipSync(parts))).toMatchObject({ title: null, author: null, date: null });
  });

  it("keeps words that look like markup as prose", async () => {
    const body = paragraph("&lt;b&gt;no tag&lt;/b&gt;") + paragraph("# no heading");
    expect(blocksOf(await readDraft("a.docx", makeDocx({ body })))).toEqual([
      ["", "\\<b>no tag\\</b>"],
      ["", "\\# no heading"],
    ]);
  });

  it("reads no file that it names", async () => {
    const body = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="r9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>${paragraph("Prose.")}`;
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd"/></Relationships>`;
    const draft = await readDraft(
      "a.docx",
      makeDocx({ body, entries: { "word/_rels/document.xml.rels": strToU8(relations) } }),
    );
    expect(draft.text).toBe("Prose.");
  });
});
