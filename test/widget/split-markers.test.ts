import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitMarkers } from "../../src/widget/split-markers.ts";

describe("splitMarkers", () => {
  it("cuts text at its markers and keeps the space before each with it", () => {
    expect(splitMarkers("Opens at 9:30. [1][2] Closes [x] [99999].")).toEqual([
      { text: "Opens at 9:30.", marker: null },
      { text: " [1]", marker: 1 },
      { text: "[2]", marker: 2 },
      { text: " Closes [x] [99999].", marker: null },
    ]);
  });

  it("loses no character", () => {
    const text = fc.array(fc.constantFrom("[", "]", "1", "23", " ", "\n", "word", "北")).map((all) => all.join(""));
    fc.assert(
      fc.property(text, (input) => {
        expect(
          splitMarkers(input)
            .map((part) => part.text)
            .join(""),
        ).toBe(input);
      }),
    );
  });
});
