import { decodeText } from "./decode-text.ts";
import { findArticle } from "./find-article.ts";
import { normalizeText } from "./normalize-text.ts";
import { parseHtml } from "./parse-html.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { readHtmlMetadata } from "./read-html-metadata.ts";
import { refuseOtherCharset } from "./refuse-other-charset.ts";
import { wholeFile } from "./whole-file.ts";
import { writeMarkdown } from "./write-markdown.ts";

/** A web page as Markdown: its article, or all of its body. Nothing of it is run or fetched. */
export function parseHtmlFile(bytes: Uint8Array): ParsedFile {
  refuseOtherCharset(bytes);
  const html = decodeText(bytes);
  const stated = readHtmlMetadata(parseHtml(html).root);
  const text = normalizeText(writeMarkdown(findArticle(html)));
  const { title, blocks } = parseMarkdown(text);
  return wholeFile({
    ...stated,
    title: stated.title ?? title,
    blocks,
    // The author of a text without a publisher answers for it.
    publisher: stated.publisher ?? stated.author,
    mediaType: "text/html",
    text,
  });
}
