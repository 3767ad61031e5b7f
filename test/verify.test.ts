import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Assistant } from "../src/domain/assistant.ts";
import { RequestError } from "../src/domain/errors.ts";
import type { Verification } from "../src/domain/verification.ts";
import { verificationSchema } from "../src/http/verify-schema.ts";
import { buildAssistant } from "./build-generation.ts";
import { harbourTexts } from "./harbour-texts.ts";

let assistant: Assistant;
beforeAll(async () => {
  assistant = await buildAssistant({
    ...harbourTexts,
    "news.md":
      "---\ntitle: The cranes\ndate: 2023-06-01\n---\n\nLast year the cranes of Port Vale lifted 700 crates.\n",
    "old/tolls.txt": "The tolls of Port Vale\n\nIn 1850 a ship paid 12 crowns. The toll rose to 15 crowns in 1862.\n",
  });
});

const verify = (text: string): Promise<Verification> => assistant.verify({ text });

/** Every span of a report, held against the texts that it points into. */
function expectExact({ sentences, summary }: Verification, text: string): void {
  for (const { start, end, findings, evidence, ...sentence } of sentences) {
    expect(text.slice(start, end)).toBe(sentence.text);
    for (const { documentId, quote, ...span } of evidence) {
      expect(assistant.document(documentId)?.text.slice(span.start, span.end)).toBe(quote);
    }
    for (const { claim, evidence: there } of findings) {
      expect(text.slice(claim.start, claim.end)).toBe(claim.text);
      expect([start <= claim.start, claim.end <= end]).toEqual([true, true]);
      if (there === undefined) continue;
      expect(there.documentId).toBe(evidence[0]?.documentId);
      expect(assistant.document(there.documentId)?.text.slice(there.start, there.end)).toBe(there.text);
    }
  }
  expect(Object.values(summary).reduce((sum, count) => sum + count, 0)).toBe(sentences.length);
}

describe("verifying one sentence", () => {
  const rows = [
    ["The harbour of Port Vale was opened on 3 May 1850.", "supported", "word for word"],
    ["Port Vale's harbour opened on May 3, 1850.", "supported", "in other words"],
    ["The harbour of Port Vale was opened on 4 May 1850.", "contradicted", "another day"],
    ["The harbour of Port Vale was not opened on 3 May 1850.", "contradicted", "denied"],
    ["The harbour of Port Vale was opened on 3 May 1851.", "unsupported", "a year that is not there"],
    ["In 1999 the harbour handled 12,500 containers.", "supported", "a number with a comma"],
    ["In 1999 the harbour handled 13,500 containers.", "contradicted", "another number"],
    ["Some 12,500 containers were handled by the harbour in 1999, mostly of oak.", "partial", "more than is said"],
    ["Bo Reed designed the breakwater of the harbour.", "unsupported", "another person"],
    ["The toll fell to 15 crowns in 1862.", "contradicted", "the other direction"],
    ["In 2022 the cranes of Port Vale lifted 700 crates.", "supported", "the year that last year stands for"],
    ["In 2021 the cranes of Port Vale lifted 700 crates.", "unsupported", "another year than that"],
    ["The lighthouse on Gull Rock is 48 metres tall [1].", "supported", "with a citation marker"],
    ["Purple engines whistle about cheese.", "unsupported", "nonsense"],
    ["港口于1850年开放。", "unsupported", "another language"],
  ] as const;

  it.each(rows)("“%s” is %s: %s", async (text, status) => {
    const report = await verify(text);
    expect(report.sentences.map((sentence) => sentence.status)).toEqual([status]);
    expectExact(report, text);
    verificationSchema.parse(report);
  });

  it("shows what is met, what differs and what is missing, by words", async () => {
    const { sentences } = await verify("In 1999 the harbour handled 13,500 great containers.");
    expect(
      sentences[0]?.findings.map(({ kind, verdict, claim, evidence }) => [kind, verdict, claim.text, evidence?.text]),
    ).toEqual([
      ["date", "met", "1999", "1999"],
      ["word", "met", "harbour", "harbour"],
      ["word", "met", "handled", "handled"],
      ["number", "differs", "13,500", "12,500"],
      ["word", "missing", "great", undefined],
      ["word", "met", "containers", "containers"],
    ]);
  });

  it("leaves the number in a date to the date, and names in one piece", async () => {
    const { sentences } = await verify("Ada Stone opened the harbour of Port Vale on 3 May 1850.");
    const found = sentences[0]?.findings.map(({ kind, claim }) => `${kind} ${claim.text}`);
    expect(found).toEqual(expect.arrayContaining(["name Ada Stone", "name Port Vale", "date 3 May", "date 1850"]));
    expect(found?.filter((each) => /number|May$|Stone$/u.test(each))).toEqual(
      ["name Ada Stone", "date 3 May"].filter((each) => /May$|Stone$/u.test(each)),
    );
  });

  it.each([
    "Hello there!",
    "Thank you so much for your help.",
    "When was the harbour opened?",
    "It was so.",

    "…",
  ])("“%s” claims nothing: unsupported, with the reason, evidence for it and findings", async (text) => {
    const { sentences } = await verify(text);
    for (const sentence of sentences) {
      expect(sentence).toMatchObject({
        status: "unsupported",
        reason: "no_claim",
        evidence: [],
        findings: [],
        coverage: 0,
      });
    }
  });

  it("looks up no sentence that is too long to be one", async () => {
    const { sentences } = await verify(`The harbour ${"and the tower ".repeat(150)} opened.`);
    expect(sentences).toMatchObject([{ status: "unsupported", reason: "too_long", evidence: [] }]);
  });
});

describe("verifying a text", () => {
  it("finds all of our own answer supported by what it cites", async () => {
    const { answer, citations } = await assistant.ask({
      question: "When was the harbour opened?",
      history: [],
      limit: 8,
    });
    const report = await verify(answer);
    expect(citations.length).toBeGreaterThan(0);
    expect(report.summary).toEqual({ supported: report.sentences.length, partial: 0, unsupported: 0, contradicted: 0 });
    expect(report.sentences[0]?.evidence[0]?.url).toBe(citations[0]?.url);
  });

  it("takes paragraphs, lists and headings apart, and counts by status", async () => {
    const text =
      "# Port Vale\n\nDogs are allowed on the stairs. A ticket\ncosts $4.\n\n- The museum is closed on Mondays.\n2. Bo Reed paid.";
    const report = await verify(text);
    expect(report.sentences.map((sentence) => sentence.text)).toEqual([
      "Port Vale",
      "Dogs are allowed on the stairs.",
      "A ticket\ncosts $4.",
      "The museum is closed on Mondays.",
      "Bo Reed paid.",
    ]);
    expect(report.summary).toEqual({ supported: 3, partial: 0, unsupported: 1, contradicted: 1 });
    expectExact(report, text);
  });

  it("reads nothing outside a collection", async () => {
    const text = "In 1850 a ship paid 12 crowns.";
    const within = await assistant.verify({ text, collection: "old" });
    expect(within.sentences[0]?.status).toBe("supported");
    const opened = await assistant.verify({ text: "Dogs are not allowed on the stairs.", collection: "old" });
    expect(opened.sentences[0]).toMatchObject({ status: "unsupported", reason: "not_in_corpus" });
    await expect(assistant.verify({ text, collection: "none" })).rejects.toThrow(RequestError);
  });

  it("takes 100 sentences and refuses one more, before it looks any up", async () => {
    expect((await verify("Dogs bark. ".repeat(100))).sentences).toHaveLength(100);
    await expect(verify("Dogs bark. ".repeat(101))).rejects.toMatchObject({
      status: 422,
      problems: [{ pointer: "/text", detail: "holds 101 sentences; at most 100 are verified at once" }],
    });
  });

  it("stops when the caller leaves", async () => {
    const signal = AbortSignal.abort();
    await expect(assistant.verify({ text: "Dogs bark." }, { signal })).rejects.toThrow();
  });

  it("says the same of the same text at every run", async () => {
    const text = Object.values(harbourTexts).join("\n");
    expect(JSON.stringify(await verify(text))).toBe(JSON.stringify(await verify(text)));
  });

  it("gives a report with exact spans on any text", async () => {
    const words = [
      "Port Vale",
      "not",
      "rose",
      "12,500",
      "containers",
      "on 3 May",
      "\n\n",
      "- ",
      "[1]",
      ".",
      "?",
      "😀",
      "ﬁ",
      "İ",
      "# ",
    ];
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 120 }).filter((value) => value.isWellFormed()),
      fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((parts) => parts.join(" ")),
    );
    const property = fc.asyncProperty(text, async (given) => {
      const report = await verify(given);
      verificationSchema.parse(report);
      expectExact(report, given);
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
