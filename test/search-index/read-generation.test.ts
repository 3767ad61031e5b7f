import { describe, expect, it } from "vitest";
import { IndexError } from "../../src/domain/errors.ts";
import { portableFiles } from "../../src/search-index/generation-files.ts";
import { exampleContent, exampleEmbedder } from "./example-content.ts";
import { exampleFiles, type Files, readFiles, restated } from "./example-files.ts";

const content = exampleContent();
const good = await exampleFiles(content);

async function refusal(files: Files): Promise<IndexError> {
  const outcome = await readFiles(files).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(IndexError);
  return outcome as IndexError;
}

function changed(file: string, change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): Files {
  return new Map(good).set(file, change((good.get(file) ?? new Uint8Array()).slice()));
}

function lines(file: string): Record<string, unknown>[] {
  const text = new TextDecoder().decode(good.get(file));
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Changes one line of a file and states the new hash, so that only the meaning is wrong. */
async function refusalOfLine(file: string, number: number, change: Record<string, unknown>): Promise<IndexError> {
  const values = lines(file).map((value, index) => (index === number ? { ...value, ...change } : value));
  const text = values.map((value) => `${JSON.stringify(value)}\n`).join("");
  return refusal(await restated(good, file, new TextEncoder().encode(text)));
}

describe("a generation that is read", () => {
  it("holds what was written", async () => {
    const generation = await readFiles(good);
    expect(generation.name).toBe("000001");
    expect(generation.documents).toEqual(content.documents);
    expect(generation.chunks).toEqual(content.chunks);
    expect(generation.vectors).toEqual(content.vectors);
    expect(generation.suggestions).toEqual(content.suggestions);
    expect(generation.lexical.chunkCount).toBe(content.chunks.length);
    expect(generation.dense.kind).toBe("exact");
  });

  it("comes from bytes at any offset", async () => {
    const shifted: Files = new Map();
    for (const [file, bytes] of good) {
      const buffer = new Uint8Array(bytes.length + 1);
      buffer.set(bytes, 1);
      shifted.set(file, buffer.subarray(1));
    }
    expect((await readFiles(shifted)).vectors).toEqual(content.vectors);
  });

  it("is the same for every encoding of the same content", async () => {
    expect(await exampleFiles(exampleContent())).toEqual(good);
  });

  it("is refused where another embedder is set, with both names and the command that mends it", async () => {
    const other = { id: "another-8d", dimension: 8 };
    await expect(readFiles(good, other)).rejects.toMatchObject({
      code: "embedder_mismatch",
      message: expect.stringMatching(/example-8d \(dimension 8\).*another-8d \(dimension 8\).*npm run ingest/u),
    });
    const wider = { ...exampleEmbedder, dimension: 16 };
    await expect(readFiles(good, wider)).rejects.toMatchObject({ code: "embedder_mismatch" });
  });

  it("is refused for any flipped bit of its manifest", async () => {
    const bytes = good.get("manifest.json") ?? new Uint8Array();
    for (const at of bytes.keys()) {
      await refusal(new Map(good).set("manifest.json", bytes.with(at, (bytes[at] as number) ^ 4)));
    }
  });

  describe.each(portableFiles)("with a damaged %s", (file) => {
    it("is refused when one bit of it is flipped, wherever it stands", async () => {
      const length = good.get(file)?.length ?? 0;
      for (const at of [0, Math.floor(length / 3), Math.floor(length / 2), length - 1]) {
        const flipped = changed(file, (bytes) => bytes.with(at, (bytes[at] as number) ^ 4));
        expect((await refusal(flipped)).file).toBe(`gen-000001/${file}`);
      }
    });

    it("is refused when it is cut off, empty or zeroed", async () => {
      for (const change of [
        (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -1),
        () => new Uint8Array(),
        (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(0),
      ]) {
        const { message, file: named } = await refusal(changed(file, change));
        expect(named).toBe(`gen-000001/${file}`);
        expect(message).toMatch(/found .* expected .*npm run ingest/u);
      }
    });

    it("is refused when it is missing", async () => {
      const files = new Map(good);
      files.delete(file);
      const { message, file: named } = await refusal(files);
      expect(named).toBe(`gen-000001/${file}`);
      expect(message).toContain("no such file");
    });

    it("is refused when it comes from another generation", async () => {
      const other = await exampleFiles(exampleContent({ edition: "another" }));
      await refusal(new Map(good).set(file, other.get(file) ?? new Uint8Array()));
    });
  });
});

describe("a generation whose hashes are right", () => {
  it("is refused with a vector that is not finite or not of unit length", async () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 7]) {
      const vectors = content.vectors.slice();
      vectors[8] = value;
      const { message } = await refusal(await restated(good, "vectors.bin", new Uint8Array(vectors.buffer)));
      expect(message).toContain("gen-000001/vectors.bin is damaged: found row 1 with");
    }
  });

  it("is refused with a row too few", async () => {
    const short = (good.get("vectors.bin") ?? new Uint8Array()).slice(0, -32);
    expect((await refusal(await restated(good, "vectors.bin", short))).message).toContain("18 chunks of dimension 8");
  });

  it.each([
    ["a span beyond its document", 5, { start: 0, end: 10_000, id: "document-0#0-10000" }],
    ["an id that is not its span", 0, { id: "document-0#1-2" }],
    ["a document that is not there", 0, { documentId: "nowhere" }],
    ["a sentence outside itself", 0, { sentences: [{ start: 0, end: 10_000 }] }],
    [
      "sentences in the wrong order",
      0,
      {
        sentences: [
          { start: 9, end: 12 },
          { start: 0, end: 5 },
        ],
      },
    ],
    ["an empty sentence", 0, { sentences: [{ start: 3, end: 3 }] }],
    ["no sentence", 0, { sentences: [] }],
    ["an offset that is a fraction", 0, { start: 0.5 }],
    ["a key that it does not know", 0, { surprise: true }],
  ])("is refused with a chunk that has %s", async (_, line, change) => {
    expect((await refusalOfLine("chunks.jsonl", line, change)).file).toBe("gen-000001/chunks.jsonl");
  });

  it.each([
    ["a document that is not there", { documentId: "nowhere" }],
    ["an end beyond its document", { end: 10_000 }],
    ["no words", { start: 5, end: 5 }],
    ["no question", { question: "" }],
    ["a key that it does not know", { surprise: true }],
  ])("is refused with a suggestion over %s", async (_, change) => {
    expect((await refusalOfLine("suggestions.jsonl", 0, change)).file).toBe("gen-000001/suggestions.jsonl");
  });

  it("is refused with an id twice", async () => {
    expect((await refusalOfLine("documents.jsonl", 1, { id: "document-0" })).message).toContain("twice");
  });

  it("is refused with documents that the manifest does not list", async () => {
    const [first, ...rest] = content.documents;
    const renamed = [{ ...first, id: "renamed" }, ...rest];
    expect(renamed).toHaveLength(3);
    const chunks = content.chunks.filter(({ documentId }) => documentId !== "document-0");
    const text = (values: readonly unknown[]) =>
      new TextEncoder().encode(values.map((value) => `${JSON.stringify(value)}\n`).join(""));
    const files = await restated(await restated(good, "documents.jsonl", text(renamed)), "chunks.jsonl", text(chunks));
    const vectors = (good.get("vectors.bin") ?? new Uint8Array()).slice(0, chunks.length * 32);
    expect((await refusal(await restated(files, "vectors.bin", vectors))).message).toContain('"id":"renamed"');
  });

  it("is refused with fewer chunks than the lexical index has", async () => {
    const chunks = lines("chunks.jsonl")
      .slice(1)
      .map((value) => `${JSON.stringify(value)}\n`)
      .join("");
    const fewer = await restated(good, "chunks.jsonl", new TextEncoder().encode(chunks));
    const vectors = (good.get("vectors.bin") ?? new Uint8Array()).slice(32);
    expect((await refusal(await restated(fewer, "vectors.bin", vectors))).message).toContain("17 chunks, expected 18");
  });

  it("is refused with a line that is no JSON or has no end", async () => {
    for (const text of ["{]\n", '"What?"']) {
      const { message } = await refusal(await restated(good, "suggestions.jsonl", new TextEncoder().encode(text)));
      expect(message).toContain("gen-000001/suggestions.jsonl is damaged");
    }
  });
});
