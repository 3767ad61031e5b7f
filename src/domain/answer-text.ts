import type { Answer } from "./answer.ts";
import { type Document, pageAt } from "./document.ts";

/** Finds a document where there is one: its pages stand in the footnotes. */
export type FindDocument = (id: string) => Pick<Document, "pages"> | null;

/** Code units of the closest passage that are shown where nothing was answered. */
const maxClosest = 200;

/** An answer as plain text: its words, then what `answerNotes` says. */
export function answerText(answer: Answer, document: FindDocument = () => null): string {
  return [answer.answer, ...answerNotes(answer, document)].join("\n");
}

/**
 * Lines below the words of an answer, each block after a blank line: the short answer; one footnote a citation with the
 * exact sentence, the document, its offsets and, where it has pages, its page; the closest words where nothing was answered.
 */
export function answerNotes(
  { citations, short, status, passages }: Answer,
  document: FindDocument = () => null,
): readonly string[] {
  const lines: string[] = [];
  if (short !== null) lines.push("", `In short: ${short}`);
  if (citations.length > 0) lines.push("");
  for (const { marker, quote, documentId, title, start, end } of citations) {
    const page = pageAt(document(documentId) ?? { pages: null }, start);
    const place = page === null ? "" : `, page ${page}`;
    lines.push(`[${marker}] “${onOneLine(quote)}”`, `    ${title}, ${start}-${end}${place}`);
  }
  const closest = passages[0];
  if (status === "unanswerable" && closest !== undefined) {
    lines.push("", `Closest: “${onOneLine(closest.text).slice(0, maxClosest)}”`);
  }
  return lines;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, " ");
}
