import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readerLink } from "../../src/answering/reader-link.ts";
import { type LocatedCitation, locateCitations } from "../../src/http/locate-citations.ts";
import { readCitations } from "../../src/http/read-citations.ts";
import { editText, type Fate, type IndexedDocument, indexText } from "./edited-document.ts";
import { createFakeAssistant } from "./fake-assistant.ts";
import { createTestApp } from "./test-app.ts";

const chronicle = readFileSync(join(import.meta.dirname, "../../corpus/beijing-tianjin-hebei-chronicle.txt"), "utf8");

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Paragraphs of sentences that differ by little, some of them said twice, one in twelve longer than a link holds. */
function generate(paragraphs: number, isMarkdown: boolean, random: () => number): string {
  const number = () => Math.floor(random() * 4000);
  const sentence = () => {
    const tail =
      random() < 1 / 12 ? `, and ${"so the log of that year goes on to say, ".repeat(8)}as its warden knew` : "";
    return random() < 0.05 ? "He left." : `Ship ${number()} left berth ${number()} with ${number()} tonnes${tail}.`;
  };
  const paragraph = (index: number) => {
    const words = Array.from({ length: 4 }, sentence).join(" ");
    if (!isMarkdown) return words;
    if (index % 7 === 0) return `## Log ${index}\n\n${words}`;
    return index % 3 === 0 ? `- ${words}` : words.replace("left", "**left**");
  };
  return Array.from({ length: paragraphs }, (_, index) => paragraph(index)).join("\n\n");
}

const sources: readonly (readonly [path: string, text: string])[] = [
  ["chronicle.txt", chronicle],
  ["plain.txt", generate(120, false, createRandom(1))],
  ["written.md", generate(120, true, createRandom(2))],
];
const seeds = [1, 2, 3, 4];
const counts = { inserted: 30, deleted: 30, changed: 25 };

/** What became of the links to all sentences of a document. */
interface Tally {
  /** Kept, and said once before and after. */
  unique: number;
  exact: number;
  /** Changed or deleted, with no twin that says the same. */
  gone: number;
  saidGone: number;
  /** Said at several places before or after, and how many of these links say so or say that the sentence is gone. */
  twice: number;
  saidTwice: number;
  /** Marked at another place than the sentence's own, where its words were unique. */
  elsewhere: number;
}

function locate(before: IndexedDocument, after: IndexedDocument): readonly LocatedCitation[] {
  return before.sentences.map((span) => {
    const quote = before.document.text.slice(span.start, span.end);
    const link = readerLink({ documentId: before.document.id, ...span }, { quote, hash: "0".repeat(64) });
    const requested = readCitations(new URL(link, "http://a.example").searchParams);
    const { text } = after.document;
    return locateCitations(requested, {
      text,
      isSameVersion: false,
      sentences: () => after.sentences,
    })[0] as LocatedCitation;
  });
}

function tally(before: IndexedDocument, after: IndexedDocument, fates: readonly Fate[]): Tally {
  const said = (indexed: IndexedDocument) =>
    Map.groupBy(indexed.sentences, ({ start, end }) => indexed.document.text.slice(start, end));
  const [saidBefore, saidAfter] = [said(before), said(after)];
  const sum: Tally = { unique: 0, exact: 0, gone: 0, saidGone: 0, twice: 0, saidTwice: 0, elsewhere: 0 };
  for (const [index, { span }] of locate(before, after).entries()) {
    const { start, end } = before.sentences[index] as { start: number; end: number };
    const quote = before.document.text.slice(start, end);
    const fate = fates[index] as Fate;
    if ((saidBefore.get(quote)?.length ?? 0) > 1 || (saidAfter.get(quote)?.length ?? 0) > 1) {
      sum.twice++;
      if (span === null) sum.saidTwice++;
    } else if (fate.kind === "kept") {
      sum.unique++;
      const isExact = span?.start === fate.now.start && span.end === fate.now.end;
      if (isExact && after.document.text.slice(fate.now.start, fate.now.end) === quote) sum.exact++;
      else if (span !== null) sum.elsewhere++;
    } else {
      sum.gone++;
      if (span === null) sum.saidGone++;
      else sum.elsewhere++;
    }
  }
  return sum;
}

describe.each(sources)(
  "links into %s, made before 30 paragraphs were put in, 30 taken out and 25 sentences changed",
  (path, source) => {
    it("lead to exactly the words they cite, or say that these are gone; none leads elsewhere", async () => {
      const before = await indexText(path, source);
      const total: Tally = { unique: 0, exact: 0, gone: 0, saidGone: 0, twice: 0, saidTwice: 0, elsewhere: 0 };
      for (const seed of seeds) {
        const { text, fates } = editText(before, counts, createRandom(seed));
        const sum = tally(before, await indexText(path, text), fates);
        for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += sum[key];
      }
      expect(total.unique).toBeGreaterThan(100);
      expect(total.gone).toBeGreaterThan(100);
      expect(total.exact / total.unique).toBeGreaterThanOrEqual(0.99);
      expect([total.saidGone, total.elsewhere]).toEqual([total.gone, 0]);
    });
  },
);

describe("the page behind such a link", () => {
  it("marks the sentence where it is found and names it where it isn't", async () => {
    const before = await indexText("chronicle.txt", chronicle);
    const { text } = editText(before, counts, createRandom(9));
    const after = await indexText("chronicle.txt", text);
    const assistant = createFakeAssistant({ document: () => after.document, sentences: () => after.sentences });
    const app = createTestApp({ assistant: () => assistant });
    const located = locate(before, after);
    for (const [index, { span }] of located.entries()) {
      if (index % 8 !== 0) continue;
      const { start, end } = before.sentences[index] as { start: number; end: number };
      const quote = before.document.text.slice(start, end);
      const link = readerLink({ documentId: "x", start, end }, { quote, hash: "0".repeat(64) });
      const page = await (await app.request(link)).text();
      expect([page.includes("<mark"), page.includes('role="status"')]).toEqual([span !== null, span === null]);
      if (span === null) expect(page).toContain("<blockquote");
    }
  });
});
