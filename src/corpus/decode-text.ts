import { CorpusError } from "../domain/errors.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import { normalizeText } from "./normalize-text.ts";

/** Byte order marks of other encodings; UTF-32 comes first, since its mark begins like that of UTF-16. */
const otherMarks: readonly { readonly encoding: string; readonly mark: readonly number[] }[] = [
  { encoding: "UTF-32", mark: [0xff, 0xfe, 0, 0] },
  { encoding: "UTF-32", mark: [0, 0, 0xfe, 0xff] },
  { encoding: "UTF-16", mark: [0xff, 0xfe] },
  { encoding: "UTF-16", mark: [0xfe, 0xff] },
];

/** Text has next to no control characters; this many, and at least one in a hundred, make a binary file. */
const fewControls = 8;
/** A binary file shows within its first mebibyte. */
const looked = 2 ** 20;

/**
 * The bytes of a text file as canonical text. Refuses what is not UTF-8, names the encoding that a byte order mark gives
 * away, and refuses binary data that happens to be valid UTF-8.
 */
export function decodeText(bytes: Uint8Array): string {
  const other = otherMarks.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (other !== undefined) throw new CorpusError(`it is ${other.encoding}: save it as UTF-8`);
  refuseBinary(bytes.subarray(0, looked));
  return normalizeText(decodeUtf8(bytes));
}

/** Counts C0 controls other than white space and ESC, which coloured logs hold; NUL is left to `decodeUtf8`. */
function refuseBinary(bytes: Uint8Array): void {
  let controls = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x20 && byte > 0 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls++;
  }
  if (controls >= fewControls && controls * 100 >= bytes.length)
    throw new CorpusError(
      `${controls} of its first ${bytes.length} bytes are control characters: this is a binary file, and text in UTF-8 was expected`,
    );
}
