import { decodeText } from "./decode-text.ts";
import { parsePlainText } from "./parse-plain-text.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { readByline } from "./read-byline.ts";
import { wholeFile } from "./whole-file.ts";

/** A plain text: as it stands after NFC and LF. */
export function parseTextFile(bytes: Uint8Array): ParsedFile {
  const text = decodeText(bytes);
  return wholeFile({ ...parsePlainText(text), ...readByline(text), mediaType: "text/plain", text });
}
