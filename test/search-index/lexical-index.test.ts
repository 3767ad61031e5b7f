import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Chunk, chunkId } from "../../src/domain/chunk.ts";
import type { Document } from "../../src/domain/document.ts";
import { IndexError } from "../../src/domain/errors.ts";
import { packSections, unpackSections } from "../../src/search-index/binary-sections.ts";
import { buildLexicalIndex } from "../../src/search-index/build-lexical-index.ts";
import { decodeLexicalIndex, openLexicalIndex } from "../../src/search-index/lexical-index.ts";
import { createRowFilter } from "../../src/search-index/row-filter.ts";
import { makeDocument } from "../make-document.ts";

interface Corpus {
  readonly documents: readonly Document[];
  readonly chunks: readonly Chunk[];
}

/** Documents of chunks of sentences, each a list of words; the first word of a document is its title. */
function corpusOf(words: readonly (readonly (readonly (readonly string[])[])[])[]): Corpus {
  const documents: Document[] = [];
  const chunks: Chunk[] = [];
  for (const [number, sections] of words.entries()) {
    const id = `d${number}`;
    let text = "";
    for (const sentences of sections) {
      const spans = sentences.map((sentence) => {
        const start = text.length;
        text += `${sentence.join(" ")}. `;
        return { start, end: text.length - 1 };
      });
      const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0];
      chunks.push({ id: chunkId(id, start, end), documentId: id, start, end, heading: ["tower"], sentences: spans });
    }
    documents.push(makeDocument({ id, title: "boat", text }));
  }
  return { documents, chunks };
}

/** BM25 by its formula, over lists of words that are their own stems. */
function bm25(texts: readonly (readonly string[])[], lengths: readonly number[], term: string, at: number): number {
  const count = (words: readonly string[]) => words.filter((word) => word === term).length;
  const containing = texts.filter((words) => count(words) > 0).length;
  const idf = Math.log(1 + (texts.length - containing + 0.5) / (containing + 0.5));
  const average = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / texts.length);
  const n = count(texts[at] ?? []);
  return (idf * n * 2.2) / (n + 1.2 * (0.25 + (0.75 * (lengths[at] ?? 0)) / average));
}

const vocabulary = ["boat", "tower", "bread", "mill"];
const sentence = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 6 });
const corpora = fc.array(fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 3,
});
const small = corpusOf([
  [
    [
      ["Boat", "Vale", "Vale"],
      ["vale", "Tower", "the"],
    ],
  ],
  [[["bread"]]],
]);
const open = ({ documents, chunks }: Corpus) => decodeLexicalIndex(buildLexicalIndex(documents, chunks));

describe("the lexical index", () => {
  it("scores sentences and chunks by BM25, a heading's word counting once in each chunk below it", () => {
    fc.assert(
      fc.property(corpora, fc.constantFrom(...vocabulary), fc.constantFrom(1, 0.5), (words, term, weight) => {
        const index = open(corpusOf(words));
        const { sentences, chunks } = index.score([{ termId: index.termId(term), weight }]);
        const sentenceWords = words.flat(2);
        const chunkWords = words.flat().map((each) => each.flat());
        const withHeadings = chunkWords.map((each) => [...each, "boat", "tower"]);
        for (const at of sentenceWords.keys()) {
          const expected =
            weight *
            bm25(
              sentenceWords,
              sentenceWords.map(({ length }) => length),
              term,
              at,
            );
          expect(sentences.get(at) ?? 0).toBeCloseTo(expected, 4);
        }
        for (const at of chunkWords.keys()) {
          const expected =
            weight *
            bm25(
              withHeadings,
              chunkWords.map(({ length }) => length),
              term,
              at,
            );
          expect(chunks.get(at) ?? 0).toBeCloseTo(expected, 4);
        }
      }),
    );
  });

  it("adds up the terms of a question, and leaves out one that the corpus lacks", () => {
    const index = open(small);
    const [boat, tower] = [index.termId("boat"), index.termId("tower")];
    const scoreOf = (...ids: number[]) => index.score(ids.map((termId) => ({ termId, weight: 1 }))).chunks.get(0) ?? 0;
    expect(index.termId("zebra")).toBe(-1);
    expect(scoreOf(boat, -1, tower)).toBeCloseTo(scoreOf(boat) + scoreOf(tower), 9);
    expect(index.score([{ termId: -1, weight: 1 }]).sentences.size).toBe(0);
  });

  it("gives the rows of a filter the very scores that they have without it, and no other any", () => {
    fc.assert(
      fc.property(corpora, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (words, passing) => {
        const index = open(corpusOf(words));
        const query = vocabulary.map((term, i) => ({ termId: index.termId(term), weight: 1 / (i + 1) }));
        const all = index.score(query);
        const some = index.score(
          query,
          createRowFilter(index.chunkCount, (row) => passing[row] === true),
        );
        const passes = (chunk: number) => passing[chunk] === true;
        expect([...some.chunks]).toEqual([...all.chunks].filter(([chunk]) => passes(chunk)));
        expect([...some.sentences]).toEqual([...all.sentences].filter(([number]) => passes(index.chunkOf(number))));
      }),
    );
  });

  it("numbers sentences across chunks", () => {
    const index = open(small);
    expect([index.chunkCount, index.sentenceCount]).toEqual([2, 3]);
    expect([0, 1, 2].map((chunk) => index.firstSentence(chunk))).toEqual([0, 2, 3]);
    expect([0, 1, 2].map((number) => index.chunkOf(number))).toEqual([0, 0, 1]);
  });

  it("leaves out function words, and knows how often a word is capitalised inside sentences", () => {
    const index = open(small);
    expect(index.termId("the")).toBe(-1);
    expect(index.nameness(index.termId("vale"))).toBe(1);
    expect(index.nameness(index.termId("bread"))).toBe(0);
  });

  it("lists the corpus's words, most frequent first, each with its term", () => {
    const index = open(small);
    expect(index.surfaces).toEqual(["boat", "tower", "vale", "bread"]);
    for (const [at, surface] of index.surfaces.entries()) expect(index.surfaceTerm(at)).toBe(index.termId(surface));
  });

  it("is the same bytes for the same corpus", () => {
    expect(buildLexicalIndex(small.documents, small.chunks)).toEqual(buildLexicalIndex(small.documents, small.chunks));
  });

  it("of nothing is empty and still opens", () => {
    const index = decodeLexicalIndex(buildLexicalIndex([], []));
    expect([index.chunkCount, index.sentenceCount, index.termCount]).toEqual([0, 0, 0]);
  });

  it("refuses a chunk of a document that it is not given", () => {
    expect(() => buildLexicalIndex([], small.chunks)).toThrow("names a document that was not given");
  });
});

describe("a damaged lexical index", () => {
  const bytes = buildLexicalIndex(small.documents, small.chunks);

  it("is refused wherever it is cut off", () => {
    for (let length = 0; length < bytes.length; length += 7) {
      expect(() => decodeLexicalIndex(bytes.slice(0, length))).toThrow(IndexError);
    }
  });

  it("is refused by the name of a section that it lacks", () => {
    const sections = unpackSections("lexical.bin", bytes);
    for (const missing of Object.keys(sections)) {
      const rest = Object.fromEntries(Object.entries(sections).filter(([name]) => name !== missing));
      expect(() => decodeLexicalIndex(packSections(rest))).toThrow(`section "${missing}" is missing`);
    }
  });

  it.each([
    "idf",
    "chunkIdf",
    "nameness",
    "surfaceTerm",
    "postingStart",
    "headingStart",
    "sentenceLength",
    "chunkLength",
  ])("is refused where section %s is shorter than the others say", (name) => {
    const sections = unpackSections("lexical.bin", bytes);
    const section = sections[name] as Uint32Array | Float32Array;
    const decode = () => decodeLexicalIndex(packSections({ ...sections, [name]: section.slice(1) }));
    expect(decode).toThrow("lexical.bin is damaged: its sections disagree in length");
  });

  const sections = unpackSections("lexical.bin", bytes);
  const changed = (name: string, at: number, value: number) => {
    const section = (sections[name] as Uint32Array).slice();
    section[at < 0 ? section.length + at : at] = value;
    return packSections({ ...sections, [name]: section });
  };

  it.each([
    ["a surface of a term that is not there", "surfaceTerm", 0, 99],
    ["postings that do not start at 0", "postingStart", 0, 1],
    ["postings that end too soon", "postingStart", -1, 1],
    ["postings that go back", "postingStart", 1, 2 ** 32 - 1],
    ["a sentence that is not there", "postingSentence", 0, 99],
    ["sentences of a term that do not ascend", "postingSentence", 2, 0],
    ["a term that stands there no time", "postingCount", 0, 0],
    ["headings that end too late", "headingStart", -1, 99],
    ["a heading's chunk that is not there", "headingChunk", 0, 99],
    ["chunks that do not begin with the first sentence", "firstSentence", 0, 1],
    ["chunks that go back", "firstSentence", 1, 2 ** 32 - 1],
    ["chunks beyond the last sentence", "firstSentence", -1, 99],
    ["a sentence of another chunk", "chunkOfSentence", 0, 1],
    ["a sentence of no chunk", "chunkOfSentence", 2, 99],
    ["a weight that is no number", "idf", 0, Number.NaN],
    ["a weight without end", "chunkIdf", 0, Number.POSITIVE_INFINITY],
    ["a weight below 0", "idf", 1, -1],
    ["a share above 1", "nameness", 0, 1.5],
    ["an average that divides to no number", "averageLengths", 0, 0],
    ["an average without end", "averageLengths", 1, Number.POSITIVE_INFINITY],
  ])("is refused with %s, though its hash may be right", async (_, name, at, value) => {
    const crafted = changed(name, at, value);
    expect(() => decodeLexicalIndex(crafted)).toThrow(/lexical\.bin is damaged: .*npm run ingest/u);
    await expect(openLexicalIndex(crafted)).rejects.toBeInstanceOf(IndexError);
  });

  it("is refused with words that are not UTF-8, or with one term twice", () => {
    const utf8 = new TextEncoder();
    for (const terms of [new Uint8Array((sections.terms as Uint8Array).length).fill(0xff), utf8.encode("a\na\nb\nc")]) {
      expect(() => decodeLexicalIndex(packSections({ ...sections, terms }))).toThrow(IndexError);
    }
  });

  it("never gives a score that is no number, whatever single number in it is changed", () => {
    const numeric = Object.entries(sections).filter(([, section]) => !(section instanceof Uint8Array));
    const value = fc.oneof(
      fc.nat(9),
      fc.constantFrom(-1, 0.5, 1e30, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 32 - 1),
    );
    fc.assert(
      fc.property(fc.constantFrom(...numeric.map(([name]) => name)), fc.nat(40), value, (name, at, wrong) => {
        const crafted = changed(name, at % (sections[name]?.length ?? 1), wrong);
        let index: ReturnType<typeof decodeLexicalIndex>;
        try {
          index = decodeLexicalIndex(crafted);
        } catch (error) {
          expect(error).toBeInstanceOf(IndexError);
          return;
        }
        for (let termId = 0; termId < index.termCount; termId++) {
          const { sentences, chunks } = index.score([{ termId, weight: 1 }]);
          for (const score of [...sentences.values(), ...chunks.values()]) expect(score).toSatisfy(Number.isFinite);
        }
      }),
      { numRuns: 500 },
    );
  });
});
