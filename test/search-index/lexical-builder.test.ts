import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Chunk, chunkId } from "../../src/domain/chunk.ts";
import type { Document } from "../../src/domain/document.ts";
import { AnnalistError } from "../../src/domain/errors.ts";
import { buildLexicalIndex, buildLexicalIndexInTurns } from "../../src/search-index/build-lexical-index.ts";
import { makeDocument } from "../make-document.ts";
import { exampleContent } from "./example-content.ts";
import { buildLexicalIndexSimply } from "./lexical-index-oracle.ts";

const words = [
  "Boat",
  "boat",
  "boats",
  "the",
  "Vale",
  "1850",
  "two",
  "2",
  "naïve",
  "last year",
  "in May",
  "京",
  "",
  "l.a.",
];
const line = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((each) => each.join(" "));
const corpora = fc.array(
  fc.record({
    title: line,
    date: fc.constantFrom("2023-05-01", null),
    chunks: fc.array(
      fc.record({ heading: fc.array(line, { maxLength: 2 }), sentences: fc.array(line, { maxLength: 4 }) }),
      {
        maxLength: 4,
      },
    ),
  }),
  { maxLength: 4 },
);

function contentOf(corpus: typeof corpora extends fc.Arbitrary<infer T> ? T : never) {
  const documents: Document[] = [];
  const chunks: Chunk[] = [];
  for (const [number, { title, date, chunks: given }] of corpus.entries()) {
    const id = `d${number}`;
    let text = "";
    for (const { heading, sentences } of given) {
      const start = text.length;
      const spans = sentences.map((sentence) => {
        const from = text.length;
        text += `${sentence}. `;
        return { start: from, end: text.length - 1 };
      });
      const whole = { id: chunkId(id, start, text.length), documentId: id, start, end: text.length };
      chunks.push({ ...whole, heading, sentences: spans });
    }
    documents.push(makeDocument({ id, title, date, text }));
  }
  return { documents, chunks };
}

describe("the bytes of the lexical index", () => {
  it("are those of a list for each term, at once and in turns", async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (corpus) => {
        const { documents, chunks } = contentOf(corpus);
        const expected = Buffer.from(buildLexicalIndexSimply(documents, chunks));
        expect(expected.equals(buildLexicalIndex(documents, chunks))).toBe(true);
        expect(expected.equals(await buildLexicalIndexInTurns(documents, chunks))).toBe(true);
      }),
    );
  });

  it("are the same beyond the room that is made at first", () => {
    const { documents, chunks } = exampleContent({ documents: 60, sentences: 60 });
    expect(chunks.length).toBeGreaterThan(1024);
    const expected = Buffer.from(buildLexicalIndexSimply(documents, chunks));
    expect(expected.equals(buildLexicalIndex(documents, chunks))).toBe(true);
  });
});

describe("building in turns", () => {
  const { documents, chunks } = exampleContent();

  it("tells how far it is after each chunk", async () => {
    const told: number[] = [];
    await buildLexicalIndexInTurns(documents, chunks, { onProgress: (done) => told.push(done) });
    expect(told).toEqual(chunks.map((_, row) => row + 1));
  });

  it("stops where it is when it is cancelled", async () => {
    const stop = new AbortController();
    let last = 0;
    const building = buildLexicalIndexInTurns(documents, chunks, {
      signal: stop.signal,
      onProgress: (done) => {
        last = done;
        if (done === 5) stop.abort();
      },
    });
    await expect(building).rejects.toMatchObject({ code: "aborted" });
    await expect(building).rejects.toBeInstanceOf(AnnalistError);
    expect(last).toBe(5);
  });

  it("refuses a chunk of a document that it is not given", async () => {
    await expect(buildLexicalIndexInTurns([], chunks)).rejects.toThrow("names a document that was not given");
  });
});
