import { CorpusError } from "../domain/errors.ts";
import { findCalendarDate } from "../text/calendar-date.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import { normalizeText } from "./normalize-text.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { parsePlainText } from "./parse-plain-text.ts";
import type { CorpusFile, ParsedDocument } from "./parsed-document.ts";
import { type Byline, readByline } from "./read-byline.ts";

/** Formats by file ending, lower case. */
export const mediaTypes: Readonly<Record<string, string>> = {
  txt: "text/plain",
  md: "text/markdown",
  markdown: "text/markdown",
};

/** The lower-case ending of a path, without the period; empty when it has none. */
export function fileEnding(path: string): string {
  return /\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? "";
}

/** One file -> one document. Throws a `CorpusError` with the reason; the caller adds the file's name. */
export function parseDocument({ path, bytes }: CorpusFile, id: string): ParsedDocument {
  const mediaType = mediaTypes[fileEnding(path)];
  if (mediaType === undefined) {
    throw new CorpusError(
      `unknown format: expected one of ${Object.keys(mediaTypes)
        .map((ending) => `.${ending}`)
        .join(", ")}`,
    );
  }
  const text = normalizeText(decodeUtf8(bytes));
  const { title, blocks, byline } = mediaType === "text/markdown" ? readMarkdown(text) : readPlainText(text);
  if (blocks.length === 0) throw new CorpusError(text.trim() === "" ? "the file is empty" : "the file holds no prose");
  return { document: { id, title: title ?? id, mediaType, text, ...byline }, blocks };
}

function readPlainText(text: string) {
  return { ...parsePlainText(text), byline: readByline(text) };
}

function readMarkdown(text: string) {
  const { title, blocks, frontMatter } = parseMarkdown(text);
  const written = readByline(text);
  const url = frontMatter.url ?? frontMatter.link;
  const byline: Byline = {
    publisher: frontMatter.publisher ?? frontMatter.author ?? written.publisher,
    date: findCalendarDate(frontMatter.date ?? "") ?? written.date,
    url: url !== undefined && /^https?:\/\//u.test(url) ? url : written.url,
  };
  return { title, blocks, byline };
}
