import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft, SentenceRef } from "../../src/answering/answerer.ts";
import { type ComposeOptions, compose } from "../../src/answering/compose.ts";
import { type Chunk, chunkId } from "../../src/domain/chunk.ts";
import { makeDocument } from "../make-document.ts";

const text = "It opened in 1850. Ada built it. “Good 👍” they said. Nobody read this.";
const document = makeDocument({ id: "a b", title: "Harbour", text });
const spans = ["It opened in 1850.", "Ada built it.", "“Good 👍” they said."].map((words) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
});
const refs = spans.map((span): SentenceRef => ({ documentId: document.id, ...span }));
const [opened, built, said] = refs as [SentenceRef, SentenceRef, SentenceRef];
const outside: SentenceRef = { documentId: document.id, start: text.indexOf("Nobody"), end: text.length };

const end = said.end;
const chunk: Chunk = { id: chunkId("a b", 0, end), documentId: "a b", start: 0, end, heading: [], sentences: spans };
const options: ComposeOptions = {
  document: (id) => (id === document.id ? document : null),
  hash: () => "0123456789abcdef",
  passages: [{ chunk, text: text.slice(0, end), score: 1 }],
};
const draft = (sentences: Draft["sentences"], status: Draft["status"] = "answered"): Draft => ({
  status,
  reason: null,
  sentences,
  short: null,
  confidence: 1,
});

describe("a composed answer", () => {
  it("has a marker behind each claim, and the whole sentence as quote", () => {
    const { answer, citations } = compose(
      draft([
        { text: "It opened in 1850.", evidence: [opened] },
        { text: "Ada\n built it.", evidence: [built, opened] },
      ]),
      options,
    );
    expect(answer).toBe("It opened in 1850. [1] Ada built it. [2] [1]");
    expect(citations.map(({ marker, quote }) => [marker, quote])).toEqual([
      [1, "It opened in 1850."],
      [2, "Ada built it."],
    ]);
    expect(citations.map(({ answerStart, answerEnd }) => answer.slice(answerStart, answerEnd))).toEqual([
      "It opened in 1850.",
      "Ada built it.",
    ]);
  });

  it.each([
    ["a sentence outside the passages", outside],
    ["a part of a sentence", { ...built, end: built.end - 1 }],
    ["two sentences at once", { ...opened, end: built.end }],
    ["another document", { ...opened, documentId: "other" }],
    ["nothing at all", { ...opened, end: opened.start }],
  ])("drops a claim that rests on %s", (_, evidence) => {
    expect(compose(draft([{ text: "A claim.", evidence: [evidence] }]), options)).toEqual({
      answer: "",
      citations: [],
    });
  });

  it("drops a claim without evidence, but says an abstention", () => {
    const words = [{ text: "The documents do not answer this.", evidence: [] }];
    expect(compose(draft(words), options).answer).toBe("");
    expect(compose(draft(words, "unanswerable"), options)).toEqual({ answer: words[0]?.text, citations: [] });
  });

  it("numbers markers from 1 without gaps, by first use, with exact quotes and surroundings", () => {
    const evidence = fc.array(fc.constantFrom(...refs, outside), { maxLength: 4 });
    const claims = fc.array(fc.record({ text: fc.constantFrom("One.", "Two words.", "And\tthree."), evidence }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(claims, (sentences) => {
        const { answer, citations } = compose(draft(sentences), options);
        expect(citations.map(({ marker }) => marker)).toEqual(citations.map((_, i) => i + 1));
        const used = [...answer.matchAll(/\[(\d+)\]/gu)].map(([, marker]) => Number(marker));
        expect([...new Set(used)]).toEqual(citations.map(({ marker }) => marker));
        for (const citation of citations) {
          expect(text.slice(citation.start, citation.end)).toBe(citation.quote);
          expect(text.slice(0, citation.start).endsWith(citation.prefix)).toBe(true);
          expect(text.slice(citation.end).startsWith(citation.suffix)).toBe(true);
          expect(answer.slice(citation.answerEnd)).toMatch(/^ \[\d+\]/u);
        }
      }),
    );
  });

  it("links to the reading page with everything escaped", () => {
    const { citations } = compose(draft([{ text: "They said.", evidence: [said] }]), options);
    const url = new URL(citations[0]?.url ?? "", "http://localhost");
    expect(url.pathname).toBe("/read/a%20b");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      cite: `${said.start}-${said.end}`,
      v: "0123456789ab",
      quote: "“Good 👍” they said.",
    });
  });

  it("links even where the quote is cut inside a character", () => {
    const long = `${"x".repeat(299)}👍 end.`;
    const one = { start: 0, end: long.length };
    const { citations } = compose(draft([{ text: "Long.", evidence: [{ documentId: "a b", ...one }] }]), {
      ...options,
      document: () => ({ ...document, text: long }),
      passages: [{ chunk: { ...chunk, ...one, sentences: [one] }, text: long, score: 1 }],
    });
    expect(new URL(citations[0]?.url ?? "", "http://localhost").searchParams.get("quote")).toBe("x".repeat(299));
    expect(citations[0]?.quote).toBe(long);
  });
});
