import fc from "fast-check";
import { expect, it } from "vitest";
import { normalizeText } from "../../src/corpus/normalize-text.ts";

it("line ends become LF, letters NFC, and the byte order mark goes", () => {
  expect(normalizeText("\uFEFFa\r\nb\rc\ncafe\u0301")).toBe("a\nb\nc\ncaf\u00e9");
});

it("a byte order mark goes from the start alone", () => {
  expect(normalizeText("a\uFEFFb")).toBe("a\uFEFFb");
});

it("canonical text stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      fc.pre(!text.startsWith("\uFEFF"));
      const once = normalizeText(text);
      expect(once).not.toContain("\r");
      expect(normalizeText(once)).toBe(once);
    }),
  );
});
