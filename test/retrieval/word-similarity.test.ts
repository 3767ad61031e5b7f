import { describe, expect, it } from "vitest";
import type { QuestionTerm } from "../../src/retrieval/analyse-question.ts";
import type { SentenceWord } from "../../src/retrieval/prepare-sentence.ts";
import {
  createVectorCache,
  createWordSimilarity,
  measureCount,
  measures,
  type WordSimilarity,
} from "../../src/retrieval/word-similarity.ts";
import { stem } from "../../src/text/stem.ts";
import { shippedModels } from "../build-generation.ts";

const { table, thesaurus } = shippedModels();
const similarity = compared(createWordSimilarity(createVectorCache(table), thesaurus));

/** The measures of one term and one word, by name. */
function compared(similarTo: WordSimilarity) {
  return (term: QuestionTerm, word: SentenceWord) => {
    const likeness = similarTo([term])([word])[0] ?? new Float64Array(measureCount);
    const measure = (name: keyof typeof measures) => likeness[measures[name]] as number;
    return {
      exact: measure("exact"),
      plain: measure("plain"),
      purified: measure("purified"),
      related: measure("related"),
      best: measure("best"),
    };
  };
}

function termFor(word: string, kind: QuestionTerm["kind"] = "word"): QuestionTerm {
  return {
    surface: word,
    term: stem(word),
    termId: 0,
    row: table.row(word),
    kind,
    weight: 1,
    isName: false,
    isRank: false,
    idf: 1,
    generalIdf: 1,
    isAside: false,
    before: "",
    joined: false,
  };
}

function wordFor(word: string, numeric = false): SentenceWord {
  const row = table.row(word);
  return { term: stem(word), termId: 0, row, numeric, position: 0, start: 0, idf: 1, isName: false, before: "" };
}

describe("the likeness of two words", () => {
  it("is whole for one stem, known to the table or not", () => {
    expect(similarity(termFor("ship"), wordFor("ship"))).toEqual({
      exact: 1,
      plain: 1,
      purified: 1,
      related: 1,
      best: 1,
    });
    expect(similarity(termFor("zzqx"), wordFor("zzqx")).exact).toBe(1);
  });

  it("is higher for words of one meaning than for others, and never whole", () => {
    const { exact, best } = similarity(termFor("ship"), wordFor("boat"));
    expect(exact).toBe(0);
    expect(best).toBeGreaterThan(similarity(termFor("ship"), wordFor("bread")).best);
    expect(best).toBeLessThan(1);
  });

  it("is four fifths of what the thesaurus says, where no vector says more", () => {
    expect(similarity(termFor("buy"), wordFor("purchase")).related).toBeCloseTo(0.8, 6);
    expect(similarity(termFor("buy"), wordFor("lamp")).related).toBe(0);
    const nothing = compared(
      createWordSimilarity(createVectorCache(table), { relation: () => 0, opposite: () => false }),
    );
    const { related, best } = nothing(termFor("buy"), wordFor("purchase"));
    expect(related).toBe(0);
    expect(best).toBeLessThan(1);
  });

  it("is, at its best, the largest of its measures", () => {
    for (const [a, b] of [
      ["buy", "purchase"],
      ["ship", "boat"],
      ["car", "vehicle"],
      ["guitar", "instrument"],
    ] as const) {
      const { exact, plain, purified, related, best } = similarity(termFor(a), wordFor(b));
      expect(best, a).toBe(Math.max(exact, plain, purified, related));
    }
  });

  it("is none for two different numbers, and for a word that the table lacks", () => {
    expect(similarity(termFor("1999", "year"), wordFor("2000", true)).best).toBe(0);
    expect(similarity(termFor("zzqx"), wordFor("boat")).best).toBe(0);
  });

  it("does not hang on what was compared or dropped before", () => {
    const small = compared(createWordSimilarity(createVectorCache(table, 1), thesaurus, 0));
    const first = small(termFor("ship"), wordFor("boat"));
    small(termFor("bread"), wordFor("loaf"));
    expect(small(termFor("ship"), wordFor("boat"))).toEqual(first);
    expect(first).toEqual(similarity(termFor("ship"), wordFor("boat")));
  });

  it("is the same beside any other terms of the question", () => {
    const words = ["ship", "boat", "1999", "zzqx", "bread", "purchase", "car", "guitar"];
    const terms = words.map((word) => termFor(word, word === "1999" ? "year" : "word"));
    const similar = createWordSimilarity(createVectorCache(table), thesaurus);
    const together = similar(terms);
    for (const other of ["vehicle", "buy", "loaf", "instrument", "ship", "zzqx", "sails"]) {
      const likeness = together([wordFor(other)])[0] ?? new Float64Array(terms.length * measureCount);
      const apart = terms.flatMap((term) => [
        ...(similar([term])([wordFor(other)])[0] ?? new Float64Array(measureCount)),
      ]);
      expect([...likeness], other).toEqual(apart);
      expect(together([wordFor(other)])[0], other).toEqual(together([wordFor(other)])[0]);
    }
  });
});
