import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeUtf8 } from "../../src/corpus/decode-utf8.ts";
import { CorpusError } from "../../src/domain/errors.ts";

describe("bytes that are read as UTF-8", () => {
  it("become the text that was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.includes("\0"));
        expect(decodeUtf8(new TextEncoder().encode(text))).toBe(text);
      }),
    );
  });

  it.each([
    ["a byte that UTF-8 never uses", [0x61, 0x62, 0xff], /byte 2 \(0xff\) is not UTF-8/],
    ["a stray continuation byte", [0x61, 0x80], /byte 1 \(0x80\) is not UTF-8/],
    ["a NUL byte", [0x61, 0x00, 0xff], /byte 1 is NUL/],
    ["an end inside a character", [0x61, 0xe2, 0x82], /ends at byte 3 inside a UTF-8 character/],
  ])("are refused by the place of %s", (_, bytes, message) => {
    const read = () => decodeUtf8(Uint8Array.from(bytes));
    expect(read).toThrow(CorpusError);
    expect(read).toThrow(message);
  });
});
