import { createBreather } from "./breathe.ts";
import { firstBadRow } from "./check-vector.ts";
import { damagedFile } from "./damaged-file.ts";

const bytesPerElement = Float32Array.BYTES_PER_ELEMENT;

const rowsAtOnce = 500;

/**
 * vectors.bin, little-endian float32 -> `rows` unit vectors of `dimension` elements, a view into `bytes` where it is
 * aligned. Throws an `IndexError` naming `file` for another size and for a row that is not finite or not of unit length.
 */
export async function parseVectors(
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
  shape: { readonly rows: number; readonly dimension: number },
): Promise<Float32Array> {
  const { rows, dimension } = shape;
  if (bytes.length !== rows * dimension * bytesPerElement) {
    const expected = `${rows * dimension * bytesPerElement} for ${rows} chunks of dimension ${dimension}`;
    throw damagedFile(file, `${bytes.length} bytes`, expected);
  }
  const aligned = bytes.byteOffset % bytesPerElement === 0 ? bytes : bytes.slice();
  const vectors = new Float32Array(aligned.buffer, aligned.byteOffset, rows * dimension);
  const breathe = createBreather();
  for (let from = 0; from < rows; from += rowsAtOnce) {
    await breathe();
    const bad = firstBadRow(vectors.subarray(from * dimension, (from + rowsAtOnce) * dimension), dimension);
    if (bad === null) continue;
    throw damagedFile(file, `row ${from + bad.row} with ${bad.problem}`, "finite rows of unit length");
  }
  return vectors;
}
