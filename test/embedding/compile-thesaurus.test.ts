import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileThesaurus, type LexicalDatabase, type SynsetPointer } from "../../src/embedding/compile-thesaurus.ts";
import { stem } from "../../src/text/stem.ts";

type Meaning = readonly [words: string, ...pointers: readonly string[]];

/**
 * "v1": ["buy purchase", "+ n1 1 1"] is a set of two verbs, the first of which is derived from the first word of n1. A
 * word means the sets that name it, in the order in which they are written.
 */
function database(meanings: Readonly<Record<string, Meaning>>): LexicalDatabase {
  const senses = new Map<string, string[]>();
  const synsets = new Map(
    Object.entries(meanings).map(([id, [words, ...pointers]]) => {
      for (const word of words.split(" ")) {
        const key = `${word}|${id.charAt(0)}`;
        senses.set(key, [...(senses.get(key) ?? []), id]);
      }
      return [id, { words: words.split(" "), pointers: pointers.map(toPointer) }] as const;
    }),
  );
  return { synsets, senses };
}

function toPointer(written: string): SynsetPointer {
  const [symbol = "", target = "", source = "0", word = "0"] = written.split(" ");
  return { symbol, target, source: Number(source), word: Number(word) };
}

const everything = () => true;

function relationsOf(meanings: Readonly<Record<string, Meaning>>, knows: (word: string) => boolean = everything) {
  const { related, opposed } = compileThesaurus(database(meanings), knows);
  return {
    strength: (a: string, b: string) => related.get(stem(a))?.get(stem(b)) ?? 0,
    opposite: (a: string, b: string) => opposed.get(stem(a))?.has(stem(b)) ?? false,
  };
}

const sea: Readonly<Record<string, Meaning>> = {
  n1: ["ship vessel", "@ n2 0 0"],
  n2: ["craft", "@ n3 0 0"],
  n3: ["vehicle", "@ n4 0 0"],
  n4: ["thing"],
  n5: ["buyer", "+ v1 1 1"],
  n6: ["danube", "@i n7 0 0"],
  n7: ["river"],
  v1: ["buy purchase", "+ n5 1 1"],
  v2: ["snore", "* v3 0 0"],
  v3: ["sleep"],
  v4: ["raise", "> v5 0 0"],
  v5: ["rise", "! v6 1 1"],
  v6: ["fall sink", "! v5 1 1"],
  v7: ["utter", "$ v8 0 0"],
  v8: ["speak"],
  a1: ["hot", "! a2 1 1", "& a3 0 0"],
  a2: ["cold", "! a1 1 1"],
  a3: ["torrid", "& a1 0 0"],
  a4: ["lunar", "\\ n8 1 1"],
  n8: ["moon"],
};

describe("the relations of a lexical database", () => {
  const { strength, opposite } = relationsOf(sea);

  it.each([
    ["synonyms", "ship", "vessel", 1],
    ["a word and what it is derived from", "buy", "buyer", 1],
    ["an adjective and the noun that it belongs to", "lunar", "moon", 1],
    ["a word and its hypernym", "ship", "craft", 0.7],
    ["a word and the hypernym of its hypernym", "ship", "vehicle", 0.5],
    ["an instance and its class", "danube", "river", 0.7],
    ["similar adjectives", "hot", "torrid", 0.7],
    ["a verb and what it entails", "snore", "sleep", 0.7],
    ["a verb and what it causes", "raise", "rise", 0.7],
    ["verbs of one group", "utter", "speak", 0.7],
    ["a word and what is three steps above it", "ship", "thing", 0],
    ["words of one set and another word's derivation", "purchase", "buyer", 0],
    ["antonyms", "hot", "cold", 0],
    ["words that nothing joins", "ship", "moon", 0],
    ["a word and itself", "ship", "ship", 0],
  ])("are, for %s, %s and %s: %d, both ways", (_, a, b, expected) => {
    expect(strength(a, b)).toBe(expected);
    expect(strength(b, a)).toBe(expected);
  });

  it.each([
    ["hot", "cold", true],
    ["rise", "fall", true],
    ["rise", "sink", false],
    ["hot", "torrid", false],
    ["torrid", "cold", false],
    ["hot", "hot", false],
  ])("oppose %s and %s: %s, both ways", (a, b, expected) => {
    expect(opposite(a, b)).toBe(expected);
    expect(opposite(b, a)).toBe(expected);
  });

  it("keep the strongest of several", () => {
    expect(relationsOf({ n1: ["ship", "@ n2 0 0"], n2: ["boat"], n3: ["ship boat"] }).strength("ship", "boat")).toBe(1);
    const twice = relationsOf({ n1: ["ship", "+ n3 1 1"], n2: ["ship", "@ n3 0 0"], n3: ["boat"] });
    expect(twice.strength("ship", "boat")).toBe(1);
  });

  it("leave out words that are not known", () => {
    const known = relationsOf(sea, (word) => word !== "vessel" && word !== "cold");
    expect([known.strength("ship", "vessel"), known.opposite("hot", "cold")]).toEqual([0, false]);
    expect(known.strength("ship", "craft")).toBe(0.7);
  });

  it("come from the four commonest meanings of a word of one part of speech alone", () => {
    const five = { n1: "one", n2: "two", n3: "three", n4: "four", n5: "five" };
    const meanings = Object.fromEntries(
      Object.entries(five).map(([id, other]): [string, Meaning] => [id, [`bank ${other}`]]),
    );
    const { strength: of } = relationsOf(meanings);
    expect(Object.values(five).map((other) => of("bank", other))).toEqual([1, 1, 1, 1, 0]);
    expect(of("five", "bank")).toBe(0);
    expect(relationsOf({ ...meanings, v1: ["bank trust"] }).strength("bank", "trust")).toBe(1);
  });

  it("don't join two forms of one stem, as relatives or as opposites", () => {
    const { related, opposed } = compileThesaurus(
      database({ n1: ["boat boats", "! n2 1 1"], n2: ["boating", "! n1 1 1"] }),
      everything,
    );
    expect(related.get("boat")).toBeUndefined();
    expect(opposed.get("boat")).toBeUndefined();
  });

  it("ignore pointers that lead nowhere", () => {
    const { strength: of } = relationsOf({
      n1: ["ship", "@ n9 0 0", "+ n2 1 7", "! n9 1 1", "? n2 0 0"],
      n2: ["boat"],
    });
    expect(of("ship", "boat")).toBe(0);
  });

  it("are symmetric, of the strengths 0.5, 0.7 and 1, and join no stem with itself, whatever the database", () => {
    const word = fc.constantFrom("ship", "ships", "boat", "craft", "vessel", "raft", "rafting");
    const pointer = fc
      .tuple(fc.constantFrom("@", "+", "!", "&", "~"), fc.nat(6), fc.nat(2), fc.nat(2))
      .map(([symbol, target, source, of]) => `${symbol} n${target} ${source} ${of}`);
    const meaning = fc.tuple(fc.uniqueArray(word, { minLength: 1, maxLength: 3 }), fc.array(pointer, { maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(meaning, { maxLength: 7 }), (meanings) => {
        const written = meanings.map(([words, pointers], i) => [`n${i}`, [words.join(" "), ...pointers]] as const);
        const { related, opposed } = compileThesaurus(database(Object.fromEntries(written)), everything);
        for (const [a, others] of related)
          for (const [b, strength] of others) {
            expect(related.get(b)?.get(a)).toBe(strength);
            expect([0.5, 0.7, 1]).toContain(strength);
            expect(b).not.toBe(a);
          }
        for (const [a, others] of opposed)
          for (const b of others) {
            expect(opposed.get(b)?.has(a)).toBe(true);
            expect(b).not.toBe(a);
          }
      }),
    );
  });
});
