import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IndexError } from "../../src/domain/errors.ts";
import type { StemRelations } from "../../src/embedding/compile-thesaurus.ts";
import { encodeThesaurus } from "../../src/embedding/encode-thesaurus.ts";
import { decodeThesaurus } from "../../src/embedding/thesaurus.ts";
import { thesaurusLayout } from "../../src/embedding/thesaurus-layout.ts";

type Pair = readonly [a: string, b: string, hundredths: number];

/** Pairs of stems -> relations both ways; a strength of 0 makes antonyms. */
function relationsOf(pairs: readonly Pair[]): StemRelations {
  const related = new Map<string, Map<string, number>>();
  const opposed = new Map<string, Set<string>>();
  for (const [a, b, hundredths] of pairs)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      if (hundredths === 0) opposed.set(from, (opposed.get(from) ?? new Set()).add(to));
      else related.set(from, (related.get(from) ?? new Map()).set(to, hundredths / 100));
    }
  return { related, opposed };
}

const water: readonly Pair[] = [
  ["ship", "vessel", 100],
  ["ship", "craft", 70],
  ["craft", "vehicl", 70],
  ["sink", "float", 0],
  ["sink", "rise", 0],
  ["café", "猫", 50],
];

const stem = fc.string({ unit: fc.constantFrom("a", "b", "c", "é", "猫", "-", "𝒶"), minLength: 1, maxLength: 4 });
const pair = fc.tuple(stem, stem, fc.integer({ min: 0, max: 100 })).filter(([a, b]) => a !== b);

describe("a thesaurus, written and read", () => {
  it("holds every relation and every antonym, and no other", () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 40 }), fc.array(stem, { maxLength: 5 }), (pairs, others) => {
        const relations = relationsOf(pairs);
        const thesaurus = decodeThesaurus(encodeThesaurus(relations));
        const stems = [...new Set([...relations.related.keys(), ...relations.opposed.keys(), ...others])];
        for (const a of stems)
          for (const b of stems) {
            expect(thesaurus.relation(a, b)).toBe(relations.related.get(a)?.get(b) ?? 0);
            expect(thesaurus.opposite(a, b)).toBe(relations.opposed.get(a)?.has(b) ?? false);
          }
      }),
      { numRuns: 60 },
    );
  });

  it("is the same file whatever order the relations come in", () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
        const distinct = [...new Map(pairs.map((each) => [each.slice(0, 2).sort().join(), each])).values()];
        expect(encodeThesaurus(relationsOf(distinct.toReversed()))).toEqual(encodeThesaurus(relationsOf(distinct)));
      }),
      { numRuns: 60 },
    );
  });

  it("knows nothing of words that it lacks", () => {
    const thesaurus = decodeThesaurus(encodeThesaurus(relationsOf(water)));
    for (const other of ["", "ships", "SHIP", "ship\nvessel", "__proto__", "s".repeat(10_000)]) {
      expect(thesaurus.relation("ship", other)).toBe(0);
      expect(thesaurus.relation(other, "ship")).toBe(0);
      expect(thesaurus.opposite(other, "sink")).toBe(false);
    }
  });

  it("can be read wherever its bytes begin in their buffer", () => {
    const bytes = encodeThesaurus(relationsOf(water));
    for (const offset of [1, 2, 3, 4]) {
      const shifted = new Uint8Array(bytes.length + offset);
      shifted.set(bytes, offset);
      expect(decodeThesaurus(shifted.subarray(offset)).relation("craft", "ship")).toBe(0.7);
    }
  });

  it("holds at most 65,536 stems", () => {
    const many = (count: number): StemRelations => ({
      related: new Map(Array.from({ length: count }, (_, i) => [`w${i}`, new Map()])),
      opposed: new Map(),
    });
    expect(() => encodeThesaurus(many(65_537))).toThrow("65537 stems: expected at most 65536");
    expect(() => encodeThesaurus(many(65_536))).not.toThrow();
  });
});

describe("a damaged thesaurus", () => {
  const bytes = encodeThesaurus(relationsOf(water));
  const view = new DataView(bytes.buffer);
  const [stems = 0, relations = 0, opposites = 0, textBytes = 0] = [8, 12, 16, 20].map((at) =>
    view.getUint32(at, true),
  );
  const layout = thesaurusLayout({ stems, relations, opposites, textBytes });
  const withBytes = (change: (view: DataView) => void) => {
    const damaged = bytes.slice();
    change(new DataView(damaged.buffer));
    return damaged;
  };
  const withHeader = (at: number, value: number) => withBytes((each) => each.setUint32(at, value, true));

  it.each<[string, Uint8Array, string]>([
    ["is empty", new Uint8Array(), "does not begin with ANNTHES1"],
    ["is another file", new TextEncoder().encode("%PDF-1.7".padEnd(300)), "does not begin with ANNTHES1"],
    ["is a Git LFS pointer", new TextEncoder().encode("version https://git-lfs.github.com/spec/v1"), "ANNTHES1"],
    ["ends within its header", bytes.subarray(0, 20), "does not begin with ANNTHES1"],
    ["is cut off", bytes.subarray(0, -1), `it has ${bytes.length - 1} bytes, its header says ${bytes.length}`],
    ["has bytes too many", new Uint8Array([...bytes, 0]), `it has ${bytes.length + 1} bytes`],
    ["announces more stems", withHeader(8, stems + 1), `it has ${bytes.length} bytes`],
    ["announces an absurd number of relations", withHeader(12, 0xffffffff), `it has ${bytes.length} bytes`],
    ["has lost a line", withBytes((each) => each.setUint8(layout.end - 4, 32)), `its header says ${stems}`],
    ["begins a stem's relations too late", withHeader(layout.relationStart + 4, 999), "out of order"],
    ["begins a stem's antonyms too late", withHeader(layout.oppositeStart + 4, 999), "out of order"],
    ["holds a strength above 1", withBytes((each) => each.setUint8(layout.strength, 101)), "a strength above 1"],
    ["does not end with its relations", withHeader(layout.relationStart + 4 * stems, 0), "out of order"],
  ])("is refused when it %s", (_, damaged, found) => {
    expect(() => decodeThesaurus(damaged)).toThrow(IndexError);
    expect(() => decodeThesaurus(damaged)).toThrow(found);
    expect(() => decodeThesaurus(damaged)).toThrow("npm run build:thesaurus");
    expect(() => decodeThesaurus(damaged)).toThrow(expect.objectContaining({ file: "thesaurus.bin" }));
  });

  it("gives strengths from 0 to 1 or is refused, whatever byte was changed", () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const damaged = withBytes((each) => each.setUint8(at, value));
        const read = () => decodeThesaurus(damaged).relation("ship", "craft");
        try {
          expect(read()).toBeLessThanOrEqual(1);
          expect(read()).toBeGreaterThanOrEqual(0);
        } catch (error) {
          expect(error).toBeInstanceOf(IndexError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
