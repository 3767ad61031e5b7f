import type { Pdf } from "./open-pdf.ts";
import { type Metadata, readMetadata } from "./read-metadata.ts";

/** Titles that programs give to files on their own. */
const junkTitle =
  /^(?:untitled|microsoft (?:word|powerpoint|excel)|slide 1$|document\d*$|powerpoint presentation$|title$)|\.(?:docx?|pptx?|xlsx?|pdf|tex|dvi|indd|rtf|odt|qxd)$/iu;

/** What the Info dictionary of a PDF and its catalogue state. A file whose metadata is broken states nothing. */
export async function readPdfMetadata(pdf: Pdf): Promise<Metadata> {
  const info = await pdf.getMetadata().then(
    (metadata) => metadata.info as Readonly<Record<string, unknown>>,
    (): Readonly<Record<string, unknown>> => ({}),
  );
  const title = textOf(info.Title);
  return readMetadata({
    title: junkTitle.test(title) ? "" : title,
    author: textOf(info.Author),
    date: dateOf(info.CreationDate) || dateOf(info.ModDate),
    language: textOf(info.Language),
  });
}

function textOf(value: unknown): string {
  if (typeof value !== "string") return "";
  return value
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, 500);
}

/** `D:20240506...` (ISO 32000, 7.9.4) as `2024-05-06`; empty for what is none. */
function dateOf(value: unknown): string {
  const match = /^(?:D:)?(\d{4})(\d{2})(\d{2})/u.exec(textOf(value));
  return match === null ? "" : match.slice(1, 4).join("-");
}
