import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPairCache } from "../../src/retrieval/pair-cache.ts";

const row = fc.integer({ min: 0, max: 2 ** 24 });

describe("the cache of pairs", () => {
  it("gives back what was written last for a pair, or nothing, however small it is", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 }),
        fc.array(fc.tuple(row, row, fc.boolean()), { maxLength: 60 }),
        (bits, pairs) => {
          const cache = createPairCache(bits);
          const written = new Map<string, readonly [number, boolean]>();
          for (const [i, [a, b, flag]] of pairs.entries()) {
            if (cache.find(a, b) < 0) {
              const at = cache.add(a, b, flag);
              cache.values.fill(i + 0.5, at + 1, at + 4);
              written.set(`${a} ${b}`, [i + 0.5, flag]);
            }
            for (const [c, d] of pairs) {
              const at = cache.find(c, d);
              if (at < 0) continue;
              const [value, isFlagged] = written.get(`${c} ${d}`) ?? [];
              expect([...cache.values.subarray(at + 1, at + 4)]).toEqual([value, value, value]);
              expect(cache.flag(at)).toBe(isFlagged);
            }
          }
        },
      ),
    );
  });

  it("keeps a pair that was just written, and tells it from the same rows the other way round", () => {
    const cache = createPairCache(0);
    const at = cache.add(0, 7, false);
    expect(cache.find(0, 7)).toBe(at);
    expect(cache.find(7, 0)).toBe(-1);
    expect(cache.find(0, 0)).toBe(-1);
  });
});
