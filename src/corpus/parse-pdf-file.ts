import { CorpusError } from "../domain/errors.ts";
import { dropPageFurniture } from "./drop-page-furniture.ts";
import { findHyphenated } from "./join-lines.ts";
import { measurePdf } from "./measure-pdf.ts";
import { openPdf, type Pdf } from "./open-pdf.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { readFragments } from "./pdf-fragments.ts";
import { type PdfLine, pdfLines } from "./pdf-lines.ts";
import { pdfParagraphs } from "./pdf-paragraphs.ts";
import { readByline } from "./read-byline.ts";
import { readPdfMetadata } from "./read-pdf-metadata.ts";
import { wholeFile } from "./whole-file.ts";
import { writePdfMarkdown } from "./write-pdf-markdown.ts";

/** A PDF as Markdown, with the offset at which each of its pages begins. A page that can't be read is a problem. */
export async function parsePdfFile(bytes: Uint8Array): Promise<ParsedFile> {
  const pdf = await openPdf(bytes);
  try {
    const stated = await readPdfMetadata(pdf);
    const { pages, problems } = await readPages(pdf);
    if (pages.every((lines) => lines.length === 0)) throw new CorpusError(noText(pdf.numPages, problems));
    const lines = dropPageFurniture(pages).flat();
    const hyphenated = findHyphenated(lines.map(({ text }) => text));
    const paragraphs = pdfParagraphs(lines, measurePdf(lines));
    const written = writePdfMarkdown(paragraphs, pdf.numPages, hyphenated);
    const { title, blocks } = parseMarkdown(written.text);
    const file = wholeFile({
      ...stated,
      ...written,
      title: stated.title ?? title,
      blocks,
      publisher: stated.author,
      // What the document says of itself comes before the day on which somebody saved it.
      date: readByline(written.text).date ?? stated.date,
      mediaType: "application/pdf",
    });
    return { ...file, problems };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** How many pages that can't be read are named. */
const maxListed = 20;

async function readPages(
  pdf: Pdf,
): Promise<{ readonly pages: readonly (readonly PdfLine[])[]; readonly problems: readonly string[] }> {
  const pages: (readonly PdfLine[])[] = [];
  const problems: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    try {
      const page = await pdf.getPage(number);
      pages.push(pdfLines(await readFragments(page), number));
      page.cleanup();
    } catch (error) {
      pages.push([]);
      const reason = error instanceof Error ? error.message : String(error);
      if (problems.length < maxListed) problems.push(`page ${number} can't be read: ${reason.slice(0, 200)}`);
    }
  }
  return { pages, problems };
}

function noText(pages: number, [problem]: readonly string[]): string {
  if (problem !== undefined) return `it can't be read as PDF: ${problem}`;
  return `it has ${pages === 1 ? "1 page" : `${pages} pages`} and no text, as a scan does: run OCR over it first`;
}
