import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IndexError } from "../../src/domain/errors.ts";
import { dot, unitVector } from "../../src/domain/vector.ts";
import { decodeWordTable } from "../../src/embedding/word-table.ts";
import { readWordTableHeader } from "../../src/embedding/word-table-header.ts";
import { wordTableLayout } from "../../src/embedding/word-table-layout.ts";
import { tinyTable } from "./tiny-table.ts";

const animals = { the: [1, 2, 3, 4], cat: [4, -1, 0, 2], dog: [4, -1, 1, 2], 猫: [0, 0, -5, 1], "ca-t": [1, 1, 1, 1] };

const word = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 6 })
  .map((text) => text.toWellFormed().toLowerCase());
const vector = fc
  .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 4 })
  .filter((values) => values.some((value) => Math.abs(value) > 0.01));
const vocabulary = fc
  .uniqueArray(fc.tuple(word, vector), { selector: ([spelling]) => spelling, minLength: 1, maxLength: 40 })
  .filter((pairs) =>
    pairs.every(([spelling]) => spelling === spelling.toLowerCase() && !/^\d+$|^__proto__$/u.test(spelling)),
  );

describe("decodeWordTable", () => {
  it("finds every word of the table at its rank and no other word", () => {
    fc.assert(
      fc.property(vocabulary, word, (pairs, other) => {
        const table = decodeWordTable(tinyTable(Object.fromEntries(pairs)));
        expect(pairs.map(([spelling]) => table.rank(table.row(spelling)))).toEqual(pairs.map((_, rank) => rank));
        if (!pairs.some(([spelling]) => spelling === other)) expect(table.row(other)).toBe(-1);
      }),
      { numRuns: 60 },
    );
  });

  it("gives vectors of unit length within one rounding step of the source", () => {
    fc.assert(
      fc.property(vocabulary, (pairs) => {
        const table = decodeWordTable(tinyTable(Object.fromEntries(pairs)));
        for (const [spelling, values] of pairs) {
          const decoded = table.vector(table.row(spelling));
          expect(dot(decoded, decoded)).toBeCloseTo(1, 5);
          expect(dot(decoded, unitVector(values) ?? [])).toBeGreaterThan(0.9999);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("looks words up in lower case", () => {
    const table = decodeWordTable(tinyTable(animals));
    expect(table.row("CAT")).toBe(1);
    for (const unknown of ["", "ca", "cats", "ca-ts", "c".repeat(10_000)]) expect(table.row(unknown)).toBe(-1);
  });

  it("stores 0.85 ln(2 + rank) as general inverse document frequency", () => {
    const table = decodeWordTable(tinyTable(animals));
    expect(table.generalIdf(table.row("the"))).toBeCloseTo(0.85 * Math.log(2), 6);
    expect(table.generalIdf(table.row("dog"))).toBeCloseTo(0.85 * Math.log(4), 6);
  });

  it("removes the mean and what the principal components explain from a purified vector", () => {
    const table = decodeWordTable(
      tinyTable({ a: [1, 0, 0, 0, 0], b: [0, 1, 0, 0, 0], c: [0, 0, 1, 0, 0], d: [0, 0, 0, 1, 0], e: [3, 2, 1, 1, 4] }),
    );
    for (let row = 0; row < table.size; row++) {
      const purified = table.purified(row);
      expect(dot(purified, purified)).toBeCloseTo(1, 5);
    }
    // Five points span four dimensions around their mean; three components removed, one line is left for all of them.
    expect(Math.abs(dot(table.purified(0), table.purified(1)))).toBeCloseTo(1, 2);
    expect(Math.abs(dot(table.vector(0), table.vector(1)))).toBeCloseTo(0, 5);
  });

  it("keeps the vector of a word of which purifying leaves nothing", () => {
    const table = decodeWordTable(tinyTable({ only: [0, 1, 0, 0] }));
    expect([...table.purified(0)]).toEqual([0, 1, 0, 0]);
  });

  it("writes into the array it is given", () => {
    const table = decodeWordTable(tinyTable(animals));
    const into = new Float32Array(4);
    expect(table.vector(1, into)).toBe(into);
    expect([...into]).toEqual([...table.vector(1)]);
    expect(table.purified(1, into)).toBe(into);
    expect([...into]).toEqual([...table.purified(1)]);
  });

  it("refuses a row that it does not have", () => {
    const table = decodeWordTable(tinyTable(animals));
    expect(() => table.vector(-1)).toThrow("No row -1 in the word vectors; rows are 0 to 4.");
    expect(() => table.purified(5)).toThrow(RangeError);
  });

  it("reads bytes that start anywhere in their buffer", () => {
    const bytes = tinyTable(animals);
    for (const offset of [1, 2, 3, 4]) {
      const shifted = new Uint8Array(bytes.length + offset);
      shifted.set(bytes, offset);
      const table = decodeWordTable(shifted.subarray(offset));
      expect([...table.purified(table.row("猫"))]).toEqual([...decodeWordTable(bytes).purified(3)]);
    }
  });

  it("gives the same bytes for the same words, and another id for other vectors", () => {
    expect(tinyTable(animals)).toEqual(tinyTable(animals));
    expect(decodeWordTable(tinyTable(animals)).id).toMatch(/^[0-9a-f]{64}$/u);
    expect(decodeWordTable(tinyTable({ ...animals, cat: [1, 0, 0, 0] })).id).not.toBe(
      decodeWordTable(tinyTable(animals)).id,
    );
  });
});

describe("a damaged word table", () => {
  const bytes = tinyTable(animals);
  const layout = wordTableLayout(readWordTableHeader(bytes));
  const withPreamble = (text: string) => {
    const damaged = bytes.slice();
    damaged.set(new TextEncoder().encode(text.padEnd(256, " ")));
    return damaged;
  };
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 256)));
  const withHeader = (change: object) => withPreamble(`ANNWORDS${JSON.stringify({ ...header, ...change })}`);
  const withNumber = (write: (view: DataView) => void) => {
    const damaged = bytes.slice();
    write(new DataView(damaged.buffer));
    return damaged;
  };

  it.each<[string, Uint8Array, string]>([
    ["is empty", new Uint8Array(), "0 bytes"],
    ["is another file", new TextEncoder().encode("%PDF-1.7".padEnd(300)), '"%PDF-1.7"'],
    ["is a Git LFS pointer", new TextEncoder().encode("version https://git-lfs.github.com/spec/v1"), '"version "'],
    ["is cut off", bytes.subarray(0, bytes.length - 1), `${bytes.length - 1} bytes; expected ${bytes.length}`],
    ["has bytes too many", new Uint8Array([...bytes, 0]), `expected ${bytes.length}`],
    ["has a header that is not JSON", withPreamble("ANNWORDS{"), "no JSON object"],
    ["has a header that is null", withPreamble("ANNWORDSnull"), "no JSON object"],
    ["has another format", withHeader({ format: 2 }), "format is 2; expected format 1"],
    ["has no words", withHeader({ words: 0 }), "words is 0"],
    ["has a number of words that is none", withHeader({ words: "5" }), 'words is "5"'],
    ["has an absurd dimension", withHeader({ dimension: 1e9 }), "dimension is 1000000000"],
    ["has no hash", withHeader({ sha256: "x" }), 'sha256 is "x"'],
    [
      "has a row out of range",
      withNumber((view) => view.setUint32(layout.rows, 5, true)),
      "row 0 is 5; expected less than 5",
    ],
    [
      "has offsets out of order",
      withNumber((view) => view.setUint32(layout.textOffsets + 8, 0, true)),
      "word offset 2 is 0",
    ],
    [
      "has a word beyond the text",
      withNumber((view) => view.setUint32(layout.textOffsets + 20, 999, true)),
      "offset 5 is 999",
    ],
    ["has a scale of NaN", withNumber((view) => view.setFloat32(layout.scales, Number.NaN, true)), "scale 0 is NaN"],
    [
      "has a mean that is infinite",
      withNumber((view) => view.setFloat32(layout.mean, Infinity, true)),
      "mean 0 is Infinity",
    ],
  ])("is refused when it %s", (_, damaged, found) => {
    expect(() => decodeWordTable(damaged)).toThrow(IndexError);
    expect(() => decodeWordTable(damaged)).toThrow(found);
    expect(() => decodeWordTable(damaged)).toThrow("npm run build:vectors");
    expect(() => decodeWordTable(damaged)).toThrow(expect.objectContaining({ file: "word-vectors.bin" }));
  });
});
