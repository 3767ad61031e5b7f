import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChunker } from "../../src/chunking/chunk-document.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";

const chunker = createChunker({ maxLength: 60 });

async function parse(text: string, path = "a.md") {
  const [parsed] = (await parseCorpus([{ path, bytes: new TextEncoder().encode(text) }])).parsed;
  return parsed;
}

async function chunkTexts(text: string): Promise<string[]> {
  const parsed = await parse(text);
  if (parsed === undefined) return [];
  const chunks = await chunker(parsed.document, parsed.blocks);
  return chunks.map(({ start, end }) => parsed.document.text.slice(start, end));
}

const words = fc.constantFrom(
  "harbour",
  "Dr.",
  "opened",
  "in",
  "1850.",
  "It",
  "grew!",
  "“Yes.”",
  "東京。",
  "\n",
  "é",
  "3.5",
  "Stone.",
);
const blockText = fc.array(words, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(" "));
const bullets = fc
  .array(blockText, { minLength: 1, maxLength: 3 })
  .map((items) => items.map((item) => `- ${item}`).join("\n"));
const texts = fc
  .array(fc.oneof(blockText, bullets), { minLength: 1, maxLength: 4 })
  .map((blocks) => blocks.join("\n\n"));

describe("chunks", () => {
  it("are whole sentences that stand exactly where they say, in order, apart, inside one block", async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom("a.md", "a.txt"), async (text, path) => {
        const parsed = await parse(text, path);
        if (parsed === undefined) return;
        const { document, blocks } = parsed;
        const chunks = await chunker(document, blocks);
        let from = 0;
        for (const { id, start, end, sentences } of chunks) {
          expect(id).toBe(`a#${start}-${end}`);
          expect([sentences[0]?.start, sentences.at(-1)?.end]).toEqual([start, end]);
          expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
          for (const sentence of sentences) {
            expect(sentence.start).toBeGreaterThanOrEqual(from);
            expect(sentence.end).toBeGreaterThan(sentence.start);
            const quote = document.text.slice(sentence.start, sentence.end);
            expect(quote).toBe(quote.trim());
            from = sentence.end;
          }
        }
      }),
    );
  });

  it("hold every word of every part", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const parsed = await parse(text);
        if (parsed === undefined) return;
        const squeeze = (spans: readonly { start: number; end: number }[]) =>
          spans.map(({ start, end }) => parsed.document.text.slice(start, end).replace(/\s+/gu, "")).join("");
        const chunks = await chunker(parsed.document, parsed.blocks);
        expect(squeeze(chunks.flatMap(({ sentences }) => sentences))).toBe(
          squeeze(parsed.blocks.flatMap(({ parts }) => parts)),
        );
      }),
    );
  });

  it("of other blocks stay as they were when one sentence is edited", async () => {
    const before = ["Boats came. They left again soon.", "The tower is old. It has a red door.", "Bread is sold here."];
    const after = before.with(1, "The tower is quite new now. It has a red door.");
    const [old, edited] = [await chunkTexts(before.join("\n\n")), await chunkTexts(after.join("\n\n"))];
    expect(old.filter((words) => !edited.includes(words))).toEqual([before[1]]);
    expect(edited.filter((words) => !old.includes(words))).toEqual([after[1]]);
  });

  it("are split near their greatest length, and a longer sentence is never cut", async () => {
    const long = `The road ${"went on and ".repeat(12)}ended.`;
    expect(await chunkTexts(`Short one here. Another short one here. ${long} The last one.`)).toContain(long);
    const chunks = await chunkTexts("A boat came in today. ".repeat(10));
    expect(chunks.length).toBeGreaterThan(3);
  });

  it("carry the headings above them", async () => {
    const parsed = await parse("# Title\n\n## Trade\n\n### Boats\n\nThey came.\n");
    const chunks = parsed === undefined ? [] : await chunker(parsed.document, parsed.blocks);
    expect(chunks.map(({ heading }) => heading)).toEqual([["Trade", "Boats"]]);
  });
});
