import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkShape } from "../../src/search-index/line-shapes.ts";
import { exampleContent } from "./example-content.ts";

const { chunks } = exampleContent();
const fits = (value: unknown) => chunkShape.fits?.(value);

describe("the fast look at a chunk's line", () => {
  it("lets every chunk through that is written", () => {
    expect(chunks.every(fits)).toBe(true);
  });

  it("lets nothing through that the schema refuses", () => {
    const odd = fc.constantFrom<unknown>(
      null,
      "",
      "x",
      -1,
      0.5,
      2 ** 60,
      Number.NaN,
      [],
      [null],
      [""],
      {},
      [{}],
      [[0, 1]],
      true,
    );
    const span = fc.oneof(odd, fc.record({ start: fc.oneof(odd, fc.nat()), end: fc.oneof(odd, fc.nat()) }));
    const extra = fc.constantFrom({}, { surprise: 1 }, { ["__proto__"]: null });
    const line = fc.record(
      {
        id: fc.oneof(odd, fc.constant("a#0-1")),
        documentId: fc.oneof(odd, fc.constant("a")),
        start: fc.oneof(odd, fc.nat()),
        end: fc.oneof(odd, fc.nat()),
        heading: fc.oneof(odd, fc.array(fc.oneof(odd, fc.constant("Title")), { maxLength: 2 })),
        sentences: fc.oneof(odd, fc.array(span, { maxLength: 2 })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(odd, line), extra, (value, more) => {
        const given =
          typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value, ...more } : value;
        if (fits(given)) expect(chunkShape.schema.safeParse(given)).toEqual({ success: true, data: given });
      }),
      { numRuns: 2000 },
    );
  });
});
