import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IndexError } from "../../src/domain/errors.ts";
import { packSections, unpackSections } from "../../src/search-index/binary-sections.ts";

const sections = {
  words: new TextEncoder().encode("abcde"),
  ids: Uint32Array.of(1, 2 ** 32 - 1),
  idf: Float32Array.of(0.5),
};

function withHeader(entries: unknown): Uint8Array {
  const header = new TextEncoder().encode(typeof entries === "string" ? entries : JSON.stringify(entries));
  const bytes = new Uint8Array(8 + Math.ceil(header.length / 4) * 4 + 8);
  bytes.set(packSections({}).subarray(0, 4));
  new DataView(bytes.buffer).setUint32(4, header.length, true);
  bytes.set(header, 8);
  return bytes;
}

describe("packed sections", () => {
  it("come back as they were, whatever their lengths and wherever the bytes begin", () => {
    const arrays = fc.record({ a: fc.uint8Array(), b: fc.uint32Array(), c: fc.float32Array({ noNaN: true }) });
    fc.assert(
      fc.property(arrays, fc.integer({ min: 0, max: 7 }), (given, shift) => {
        const packed = packSections(given);
        const moved = new Uint8Array(packed.length + shift);
        moved.set(packed, shift);
        const found = unpackSections("x.bin", moved.subarray(shift));
        expect({ ...found }).toEqual({ a: given.a, b: given.b, c: given.c });
      }),
    );
  });

  it("are the same bytes for the same sections", () => {
    expect(packSections(sections)).toEqual(packSections(sections));
  });

  it("are refused, by the file's name, at whatever byte they are cut off", () => {
    const packed = packSections(sections);
    for (let length = 0; length < packed.length; length++) {
      expect(() => unpackSections("x.bin", packed.slice(0, length))).toThrow(IndexError);
    }
    expect(() => unpackSections("x.bin", packed.slice(0, 20))).toThrow(/^x\.bin is damaged: .*npm run ingest$/u);
  });

  it.each([
    ["another magic number", new Uint8Array(16), /does not begin with ANX1/],
    ["a header that is not JSON", withHeader("[{"), /header is not JSON/],
    ["a header that is no list", withHeader({}), /does not list sections/],
    ["an unknown type", withHeader([{ name: "a", type: "toString", offset: 0, length: 1 }]), /does not list sections/],
    ["a negative offset", withHeader([{ name: "a", type: "u8", offset: -4, length: 1 }]), /does not list sections/],
    ["a fractional length", withHeader([{ name: "a", type: "u8", offset: 0, length: 0.5 }]), /does not list sections/],
    ["an unaligned section", withHeader([{ name: "a", type: "u32", offset: 2, length: 1 }]), /reaches beyond/],
    ["a section behind the end", withHeader([{ name: "a", type: "u32", offset: 0, length: 1e15 }]), /reaches beyond/],
  ])("are refused with %s", (_, bytes, reason) => {
    const unpack = () => unpackSections("x.bin", bytes);
    expect(unpack).toThrow(IndexError);
    expect(unpack).toThrow(reason);
  });
});
