import { unzipSync, zipSync } from "fflate";
import { CorpusError } from "../domain/errors.ts";

const maxEntries = 2000;
const mebibyte = 2 ** 20;
const maxTotal = 256 * mebibyte;
/** Text that people write shrinks to a tenth; what shrinks to less than this share was made to exhaust its reader. */
const maxRatio = 200;
/** Below this size no ratio does harm. */
const harmless = 10 * mebibyte;

/**
 * The parts of a DOCX that hold text, packed anew without compression. Refuses what is no DOCX, and bombs by the zip's
 * directory before anything is inflated. A directory that lies is harmless: a part is cut where its stated size ends.
 */
export function repackDocx(bytes: Uint8Array): Uint8Array {
  if ([0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte))
    throw new CorpusError("it is an old .doc or an encrypted .docx: save it as .docx without a password");
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new CorpusError("it is no .docx: a zip file was expected");
  refuseBomb(bytes);
  const parts = unzip(bytes, (name) => /\.(?:xml|rels)$/iu.test(name));
  return zipSync(parts, { level: 0 });
}

function refuseBomb(bytes: Uint8Array): void {
  let entries = 0;
  let total = 0;
  let hasText = false;
  unzip(bytes, (name, packed, size) => {
    entries++;
    total += size;
    hasText ||= name === "word/document.xml";
    if (size > harmless && size > maxRatio * packed)
      throw new CorpusError(
        `"${name.slice(0, 100)}" in it shrinks to less than 1/${maxRatio} of its size: it looks like a zip bomb`,
      );
    if (entries > maxEntries) throw new CorpusError(`it holds more than ${maxEntries} parts: it looks like a zip bomb`);
    if (total > maxTotal)
      throw new CorpusError(`it unpacks to more than ${maxTotal / mebibyte} MiB: at most that can be read`);
    return false;
  });
  if (!hasText) throw new CorpusError("it is a zip file without word/document.xml, so it is no .docx");
}

function unzip(
  bytes: Uint8Array,
  wants: (name: string, packed: number, size: number) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: ({ name, size, originalSize }) => wants(name, size, originalSize) });
  } catch (cause) {
    if (cause instanceof CorpusError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CorpusError(`it is a broken or truncated zip file (${reason}): copy or save it again`, { cause });
  }
}
