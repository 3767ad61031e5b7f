import { describe, expect, it } from "vitest";
import { type SourceFile, sourceOf } from "../src/corpus/source-file.ts";
import { CorpusError } from "../src/domain/errors.ts";
import { dot } from "../src/domain/vector.ts";
import { ingest } from "../src/ingest.ts";
import { holdGeneration } from "../src/search-index/hold-generation.ts";
import type { PreviousGeneration } from "../src/search-index/previous-generation.ts";
import { shippedModels } from "./build-generation.ts";
import { harbourTexts } from "./harbour-texts.ts";

const { embedder } = shippedModels();
const file = (path: string, text: string) => sourceOf({ path, bytes: new TextEncoder().encode(text) });
const files = Object.entries(harbourTexts).map(([path, text]) => file(path, text));

async function previousOf(sources: readonly SourceFile[]): Promise<PreviousGeneration> {
  const { content } = await ingest(sources, { embedder });
  if (content === null) throw new Error("nothing was built");
  return { ...(await holdGeneration(content, "000001")), files: content.files };
}

describe("ingest", () => {
  it("gives every chunk the vector of its own words", async () => {
    const { content, problems } = await ingest(files, { embedder });
    expect(problems).toEqual([]);
    expect(content?.documents.map(({ id }) => id)).toEqual(["harbour", "lighthouse", "museum"]);
    expect(content?.vectors).toHaveLength((content?.chunks.length ?? 0) * embedder.dimension);
    for (const [row, chunk] of (content?.chunks ?? []).entries()) {
      const text = content?.documents.find(({ id }) => id === chunk.documentId)?.text ?? "";
      const [own] = await embedder.embed([text.slice(chunk.start, chunk.end)]);
      const vector = content?.vectors.subarray(row * embedder.dimension, (row + 1) * embedder.dimension);
      expect(dot(vector ?? [], own ?? [])).toBeCloseTo(1, 5);
    }
  });

  it("builds the same from the same files, in whatever order they come", async () => {
    expect(await ingest(files.toReversed(), { embedder })).toEqual(await ingest(files, { embedder }));
  });

  it("builds nothing where the index already holds this corpus", async () => {
    const before = await previousOf(files);
    expect(await ingest(files, { embedder, previous: before })).toEqual({
      content: null,
      problems: [],
      parsed: 0,
      embedded: 0,
    });
  });

  it("parses the file that was edited, and embeds what it says anew", async () => {
    const before = await previousOf(files);
    const text = harbourTexts["harbour.md"]?.replace("1850", "1851") ?? "";
    const edited = files.map((each) => (each.path === "harbour.md" ? file("harbour.md", text) : each));
    const { content, parsed, embedded } = await ingest(edited, { embedder, previous: before });
    expect([parsed, embedded]).toEqual([1, 1]);
    expect(content).toEqual((await ingest(edited, { embedder })).content);
  });

  it("leaves out a file that it can't read, and says which", async () => {
    const { content, problems } = await ingest([...files, file("z.exe", "MZ")], { embedder });
    expect(content?.documents).toHaveLength(3);
    expect(problems.map(({ path }) => path)).toEqual(["z.exe"]);
  });

  it("refuses a corpus with nothing to index, and names why each file was left out", async () => {
    await expect(ingest([], { embedder })).rejects.toThrow(CorpusError);
    await expect(ingest([], { embedder })).rejects.toThrow("put .txt, .md");
    await expect(ingest([file("a.exe", "x"), file("b.txt", "")], { embedder })).rejects.toThrow(
      /\n {2}a\.exe: unknown format.*\n {2}b\.txt: the file is empty$/u,
    );
  });

  it("tells how far it is", async () => {
    const steps: string[] = [];
    const { content } = await ingest(files, {
      embedder,
      onProgress: (step, done, total) => steps.push(`${step} ${done}/${total}`),
    });
    const chunks = content?.chunks.length ?? 0;
    expect(steps).toEqual([
      "list 1/3",
      "list 2/3",
      "list 3/3",
      "read 1/3",
      "read 2/3",
      "read 3/3",
      `embed ${chunks}/${chunks}`,
      ...Array.from({ length: chunks }, (_, row) => `index ${row + 1}/${chunks}`),
    ]);
  });
});
