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

  it("are split near their greatest length, and a longer sentence is left whole", async () => {
    const long = `The road ${"went on and ".repeat(7)}ended.`;
    expect(await chunkTexts(`Short one here. Another short one here. ${long} The last one.`)).toContain(long);
    const chunks = await chunkTexts("A boat came in today. ".repeat(10));
    expect(chunks.length).toBeGreaterThan(3);
  });

  it("of an edited sentence, wherever it stands, are two that were not there before at most", async () => {
    const word = fc.constantFrom("harbour", "stone", "opened", "the", "of", "lighthouse", "keeper", "bread");
    const sentence = fc
      .array(word, { minLength: 3, maxLength: 20 })
      .map((words) => `It ${words.join(" ")} ended${words.length}.`);
    const chunk = createChunker();
    const textsOf = async (sentences: readonly string[]) => {
      const parsed = await parse(sentences.join(" "));
      const chunks = parsed === undefined ? [] : await chunk(parsed.document, parsed.blocks);
      return chunks.map(({ start, end }) => parsed?.document.text.slice(start, end) ?? "");
    };
    const sizes: number[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(sentence, { minLength: 1, maxLength: 80, size: "max" }),
        fc.nat(),
        sentence,
        async (sentences, at, replacement) => {
          const before = new Set(await textsOf(sentences));
          const after = await textsOf(sentences.with(at % sentences.length, replacement));
          expect(after.filter((text) => !before.has(text)).length).toBeLessThanOrEqual(2);
          sizes.push(after.length);
        },
      ),
      { numRuns: 300 },
    );
    expect(Math.max(...sizes)).toBeGreaterThan(4);
  });

  it("are pieces where no sentence ends for very long, without a character lost or half a pair", async () => {
    const text = `Before it. ${"0123456789😀 ".repeat(5000)}${"x".repeat(30_000)}x${"😀".repeat(15_000)}`;
    const parsed = await parse(text, "a.txt");
    const chunks = parsed === undefined ? [] : await createChunker()(parsed.document, parsed.blocks);
    const texts = chunks.map(({ start, end }) => text.slice(start, end));
    // One more where a pair would have been cut.
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(1001);
    expect(texts.join("").replace(/\s+/gu, "")).toBe(text.replace(/\s+/gu, ""));
    expect(texts.every((piece) => piece.isWellFormed())).toBe(true);
  });

  it("carry the headings above them", async () => {
    const parsed = await parse("# Title\n\n## Trade\n\n### Boats\n\nThey came.\n");
    const chunks = parsed === undefined ? [] : await chunker(parsed.document, parsed.blocks);
    expect(chunks.map(({ heading }) => heading)).toEqual([["Trade", "Boats"]]);
  });
});
