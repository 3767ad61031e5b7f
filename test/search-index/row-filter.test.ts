import fc from "fast-check";
import { expect, it } from "vitest";
import { createRowFilter } from "../../src/search-index/row-filter.ts";

it("a row filter has exactly the rows that pass, ascending", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 100 }), (passes) => {
      const { rows, has } = createRowFilter(passes.length, (row) => passes[row] === true);
      expect([...rows]).toEqual([...passes.keys()].filter((row) => passes[row]));
      for (let row = 0; row < passes.length + 9; row++) expect(has(row)).toBe(passes[row] === true);
    }),
  );
});
