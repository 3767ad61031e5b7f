import { describe, expect, it } from "vitest";
import { CorpusError } from "../src/domain/errors.ts";
import { dot } from "../src/domain/vector.ts";
import { ingest } from "../src/ingest.ts";
import { shippedModels } from "./build-generation.ts";
import { harbourTexts } from "./harbour-texts.ts";

const { embedder } = shippedModels();
const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const files = Object.entries(harbourTexts).map(([path, text]) => file(path, text));

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

  it("builds nothing where the index already holds this corpus, and builds again after an edit", async () => {
    const { content } = await ingest(files, { embedder });
    const currentHash = content?.corpusHash ?? null;
    expect((await ingest(files, { embedder, currentHash })).content).toBeNull();
    const edited = files.with(0, file("harbour.md", "# Harbour\n\nIt was opened in 1851.\n"));
    expect((await ingest(edited, { embedder, currentHash })).content).not.toBeNull();
  });

  it("leaves out a file that it can't read, and says which", async () => {
    const { content, problems } = await ingest([...files, file("z.pdf", "%PDF")], { embedder });
    expect(content?.documents).toHaveLength(3);
    expect(problems.map(({ path }) => path)).toEqual(["z.pdf"]);
  });

  it("refuses a corpus with nothing to index, and names why each file was left out", async () => {
    await expect(ingest([], { embedder })).rejects.toThrow(CorpusError);
    await expect(ingest([], { embedder })).rejects.toThrow("put .txt or .md files into it");
    await expect(ingest([file("a.pdf", "x"), file("b.txt", "")], { embedder })).rejects.toThrow(
      /\n {2}a\.pdf: unknown format.*\n {2}b\.txt: the file is empty$/u,
    );
  });

  it("tells how far it is", async () => {
    const steps: string[] = [];
    const { content } = await ingest(files, {
      embedder,
      onProgress: (step, done, total) => steps.push(`${step} ${done}/${total}`),
    });
    const chunks = content?.chunks.length;
    expect(steps).toEqual(["parse 3/3", `embed ${chunks}/${chunks}`]);
  });
});
