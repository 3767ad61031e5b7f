import { CorpusError } from "../domain/errors.ts";

/** Bytes as text; a `CorpusError` names the first byte that is not UTF-8, or a NUL byte, by its offset and value. */
export function decodeUtf8(bytes: Uint8Array): string {
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new CorpusError(`byte ${nul} is NUL: this is a binary file, and text in UTF-8 was expected`);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    const at = firstInvalidByte(bytes);
    if (at === bytes.length) throw new CorpusError(`the file ends at byte ${at} inside a UTF-8 character`, { cause });
    const value = (bytes[at] ?? 0).toString(16).padStart(2, "0");
    throw new CorpusError(`byte ${at} (0x${value}) is not UTF-8: save the file as UTF-8`, { cause });
  }
}

/** Offset of the first byte that begins no UTF-8 character: where the longest decodable prefix ends, by bisection. */
function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodesAsPrefix(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  // The prefix may end inside a character: its lead byte is the one at fault.
  const isContinuation = (at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80;
  if (low < bytes.length)
    for (let back = 1; back <= 3 && low - back >= 0; back++) {
      if (isContinuation(low - back)) continue;
      return (bytes[low - back] ?? 0) >= 0xc0 && !decodesWhole(bytes.subarray(low - back, low)) ? low - back : low;
    }
  return low;
}

function decodesWhole(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decodesAsPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
