import { describe, expect, it } from "vitest";
import { draftForeign } from "../../src/answering/draft-foreign.ts";
import type { ForeignReading } from "../../src/retrieval/read-foreign.ts";
import type { Language } from "../../src/text/language.ts";

const threshold = { threshold: 0.4 };
const sentence = (text: string, cosine: number | null) => ({
  documentId: "a",
  start: 0,
  end: text.length,
  text,
  cosine,
});
const reading = (parts: Partial<ForeignReading>): ForeignReading => ({
  language: "zh",
  covered: true,
  sentences: [],
  passages: [],
  ...parts,
});

describe("the answer to a question in another language", () => {
  it("is the nearest sentence, verbatim, with those that are about as near, three at most", () => {
    const near = [0.8, 0.78, 0.77, 0.76, 0.5].map((cosine, i) => sentence(`${i}.`, cosine));
    const draft = draftForeign(reading({ sentences: near }), threshold);
    expect(draft).toMatchObject({ status: "answered", reason: null, short: null, confidence: 0.8 });
    expect(draft.sentences.map(({ text }) => text)).toEqual(["0.", "1.", "2."]);
    expect(draft.sentences[0]?.evidence).toEqual([{ documentId: "a", start: 0, end: 2 }]);
  });

  it("has a confidence that lets it stand, and never above 1", () => {
    const of = (cosine: number | null) => draftForeign(reading({ sentences: [sentence("a", cosine)] }), threshold);
    expect([of(0.1).confidence, of(1.0000001).confidence, of(null).confidence]).toEqual([0.4, 1, 0.75]);
  });

  it("is none where nothing is near", () => {
    for (const sentences of [[], [sentence("a", 0)], [sentence("a", -0.2)]])
      expect(draftForeign(reading({ sentences }), threshold)).toMatchObject({
        status: "unanswerable",
        reason: "not_in_corpus",
        confidence: 0,
        sentences: [{ text: "这些文档没有回答这个问题。 The documents do not answer this.", evidence: [] }],
      });
  });

  it.each<[Language, RegExp]>([
    ["zh", /^目前只能用英文/u],
    ["ja", /英語でしか/u],
    ["ko", /영어로만/u],
    ["ar", /بالإنجليزية/u],
    ["ru", /по-английски/u],
    ["es", /en inglés/u],
    ["fr", /en anglais/u],
    ["de", /auf Englisch/u],
    ["pt", /em inglês/u],
    ["it", /in inglese/u],
  ])("says in %s and in English which setting helps, where the embedder does not cover it", (language, words) => {
    const draft = draftForeign(reading({ language, covered: false }), threshold);
    expect(draft).toMatchObject({ status: "unanswerable", reason: "unclear", short: null });
    const [said] = draft.sentences;
    expect(said?.text).toMatch(words);
    expect(said?.text).toMatch(/These documents can be searched in English only/u);
    expect(said?.text.match(/ANNALIST_EMBEDDER=openai-compatible:MODEL/gu)).toHaveLength(2);
    expect(said?.evidence).toEqual([]);
  });

  it("says so in English alone for a language without words here", () => {
    const [said] = draftForeign(reading({ language: "und", covered: false }), threshold).sentences;
    expect(said?.text).toMatch(/^These documents can be searched in English only. To ask in other languages, set/u);
  });
});
