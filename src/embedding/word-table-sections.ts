import { damagedTable } from "./word-table-header.ts";
import { type WordTableHeader, wordTableLayout } from "./word-table-layout.ts";

/** The parts of a table as views over its bytes. */
export interface WordTableSections {
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
  readonly generalIdf: Float32Array;
  readonly scales: Float32Array;
  readonly mean: Float32Array;
  readonly principal: Float32Array;
  readonly sentenceComponent: Float32Array;
  readonly matrix: Int8Array;
  readonly text: Uint8Array;
}

/**
 * Opens the sections of a table whose size was checked, and checks what lookups rely on: offsets in order, rows in
 * range, numbers finite. Typed arrays read in the machine's byte order, which is little-endian wherever this runs.
 */
export function openWordTableSections(bytes: Uint8Array, header: WordTableHeader): WordTableSections {
  const { words, dimension, components } = header;
  const layout = wordTableLayout(header);
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const floats = (offset: number, length: number) => new Float32Array(buffer, byteOffset + offset, length);
  const sections = {
    offsets: new Uint32Array(buffer, byteOffset + layout.textOffsets, words + 1),
    rows: new Uint32Array(buffer, byteOffset + layout.rows, words),
    generalIdf: floats(layout.generalIdf, words),
    scales: floats(layout.scales, words),
    mean: floats(layout.mean, dimension),
    principal: floats(layout.principal, components * dimension),
    sentenceComponent: floats(layout.sentenceComponent, dimension),
    matrix: new Int8Array(buffer, byteOffset + layout.matrix, words * dimension),
    text: new Uint8Array(buffer, byteOffset + layout.text, header.textBytes),
  };
  checkOffsets(sections.offsets, header.textBytes);
  checkEach("row", sections.rows, (row) => row < words, `less than ${words}`);
  checkEach("scale", sections.scales, (scale) => scale > 0 && scale <= 1, "more than 0 and at most 1");
  for (const name of ["generalIdf", "mean", "principal", "sentenceComponent"] as const) {
    checkEach(name, sections[name], Number.isFinite, "a finite number");
  }
  return sections;
}

function checkOffsets(offsets: Uint32Array, textBytes: number): void {
  const last = offsets.length - 1;
  checkEach(
    "word offset",
    offsets,
    (offset, i) => (i === 0 ? offset === 0 : offset > (offsets[i - 1] as number)),
    "0, then rising",
  );
  if (offsets[last] !== textBytes)
    throw damagedTable(`word offset ${last} is ${offsets[last]}`, `${textBytes}, the end of the words`);
}

function checkEach(
  name: string,
  values: Uint32Array | Float32Array,
  isValid: (value: number, index: number) => boolean,
  expected: string,
): void {
  for (let i = 0; i < values.length; i++) {
    if (!isValid(values[i] as number, i)) throw damagedTable(`${name} ${i} is ${values[i]}`, expected);
  }
}
