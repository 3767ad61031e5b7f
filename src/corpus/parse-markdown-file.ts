import { decodeText } from "./decode-text.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { readByline } from "./read-byline.ts";
import { readMetadata } from "./read-metadata.ts";
import { wholeFile } from "./whole-file.ts";

/** A Markdown text: as it stands after NFC and LF; what its front matter states comes before what its first lines say. */
export function parseMarkdownFile(bytes: Uint8Array): ParsedFile {
  const text = decodeText(bytes);
  const { title, blocks, frontMatter } = parseMarkdown(text);
  const stated = readMetadata(frontMatter);
  const written = readByline(text);
  return wholeFile({
    ...stated,
    title,
    blocks,
    // The author of a text without a publisher answers for it.
    publisher: stated.publisher ?? stated.author ?? written.publisher,
    date: stated.date ?? written.date,
    url: stated.url ?? written.url,
    mediaType: "text/markdown",
    text,
  });
}
