import mammoth from "mammoth";
import { normalizeText } from "./normalize-text.ts";
import { parseHtml } from "./parse-html.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { readByline } from "./read-byline.ts";
import { readCoreProperties } from "./read-core-properties.ts";
import { repackDocx } from "./repack-docx.ts";
import { wholeFile } from "./whole-file.ts";
import { writeMarkdown } from "./write-markdown.ts";

/** A Word document as Markdown. Images, comments, heads, feet and deleted words are left out; no other file is read. */
export async function parseDocxFile(bytes: Uint8Array): Promise<ParsedFile> {
  const docx = repackDocx(bytes);
  // Under Node the library reads `buffer`, in a browser `arrayBuffer`; either may be plain bytes.
  const input = { buffer: docx, arrayBuffer: docx } as unknown as { readonly arrayBuffer: ArrayBuffer };
  const { value } = await mammoth.convertToHtml(input, {
    externalFileAccess: false,
    includeEmbeddedStyleMap: false,
    convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
  });
  const text = normalizeText(writeMarkdown(parseHtml(value).body));
  const stated = readCoreProperties(docx);
  const { title, blocks } = parseMarkdown(text);
  return wholeFile({
    ...stated,
    title: stated.title ?? title,
    blocks,
    publisher: stated.author,
    // What the document says of itself comes before the day on which somebody saved it.
    date: readByline(text).date ?? stated.date,
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    text,
  });
}
