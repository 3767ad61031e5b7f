import type { WordTableContent } from "./compile-word-table.ts";
import { preambleBytes, type WordTableHeader, wordTableLayout, wordTableMagic } from "./word-table-layout.ts";

/** A table -> the bytes of its file. `sha256` gives lower-case hex; the same table gives the same bytes. */
export function encodeWordTable(table: WordTableContent, sha256: (bytes: Uint8Array) => string): Uint8Array {
  const sorted = sortByBytes(table.words);
  const size = {
    words: table.words.length,
    dimension: table.dimension,
    components: table.principal.length / table.dimension,
    textBytes: sorted.reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
  const layout = wordTableLayout(size);
  const file = new Uint8Array(layout.end);
  const view = new DataView(file.buffer);
  let textOffset = 0;
  for (const [i, { row, bytes }] of sorted.entries()) {
    view.setUint32(layout.textOffsets + 4 * i, textOffset, true);
    view.setUint32(layout.rows + 4 * i, row, true);
    file.set(bytes, layout.text + textOffset);
    textOffset += bytes.length;
  }
  view.setUint32(layout.textOffsets + 4 * size.words, textOffset, true);
  for (const section of ["generalIdf", "scales", "mean", "principal", "sentenceComponent"] as const) {
    for (const [i, value] of table[section].entries()) view.setFloat32(layout[section] + 4 * i, value, true);
  }
  file.set(new Uint8Array(table.matrix.buffer, table.matrix.byteOffset, table.matrix.length), layout.matrix);
  file.set(preamble({ format: 1, ...size, sha256: sha256(file.subarray(preambleBytes)) }));
  return file;
}

function preamble(header: WordTableHeader): Uint8Array {
  return new TextEncoder().encode((wordTableMagic + JSON.stringify(header)).padEnd(preambleBytes, " "));
}

/** By UTF-8 bytes, which is the order that the binary search over the file relies on. */
function sortByBytes(words: readonly string[]): readonly { readonly row: number; readonly bytes: Uint8Array }[] {
  const encoder = new TextEncoder();
  return words
    .map((word, row) => ({ row, bytes: encoder.encode(word) }))
    .sort((a, b) => compareBytes(a.bytes, b.bytes));
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
