import type { Block } from "../domain/block.ts";
import { normalizeText } from "./normalize-text.ts";
import { parsePlainText } from "./parse-plain-text.ts";
import type { DraftDocument } from "./parsed-file.ts";
import { readMetadata } from "./read-metadata.ts";
import type { Fields } from "./text-column.ts";

/** One row as a document whose text is that of one field; what the others state becomes metadata. Null without text. */
export function rowDocument(fields: Fields, textColumn: string, mediaType: string): Omit<DraftDocument, "key"> | null {
  const text = normalizeText(fields[textColumn] ?? "");
  const stated = readMetadata({ ...fields, [textColumn]: "" });
  const parsed = parsePlainText(text);
  const named = stated.title ?? (parsed.blocks.length > 0 ? parsed.title : null);
  // A first line that reads as a title is none where a field names the document, or where nothing follows it.
  const blocks =
    parsed.title !== null && named !== parsed.title ? [firstLine(text, parsed.title), ...parsed.blocks] : parsed.blocks;
  if (blocks.length === 0) return null;
  return { ...stated, title: named, mediaType, pages: null, text, blocks };
}

function firstLine(text: string, words: string): Block {
  const span = { start: text.indexOf(words), end: text.indexOf(words) + words.length };
  return { ...span, heading: [], parts: [span] };
}
