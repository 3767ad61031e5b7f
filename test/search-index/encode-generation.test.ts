import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeGeneration } from "../../src/search-index/encode-generation.ts";
import { decodeJsonLines, encodeJsonLines } from "../../src/search-index/json-lines.ts";
import { exampleContent } from "./example-content.ts";

const content = exampleContent();

describe("content that is encoded", () => {
  it("gives the same bytes whatever order the fields of its values have", () => {
    const reversed = {
      ...content,
      documents: content.documents.map(reverseKeys),
      chunks: content.chunks.map((chunk) => reverseKeys({ ...chunk, sentences: chunk.sentences.map(reverseKeys) })),
    };
    expect(encodeGeneration(reversed)).toEqual(encodeGeneration(content));
  });

  it("takes vectors that are a view into something larger", () => {
    const larger = new Float32Array(content.vectors.length + 3);
    larger.set(content.vectors, 3);
    const vectors = larger.subarray(3);
    expect(encodeGeneration({ ...content, vectors })["vectors.bin"]).toEqual(encodeGeneration(content)["vectors.bin"]);
  });

  it("is refused without a chunk", () => {
    expect(() => encodeGeneration({ ...content, chunks: [], vectors: new Float32Array() })).toThrow(
      /no chunk was given/u,
    );
  });

  it("is refused with a vector too many, naming the embedder", () => {
    const vectors = new Float32Array(content.vectors.length + 8);
    expect(() => encodeGeneration({ ...content, vectors })).toThrow(/example-8d gave 152 .* expected 18 x 8/u);
  });

  it.each([Number.NaN, Number.NEGATIVE_INFINITY, 3])("is refused with %s in a vector, naming the chunk", (value) => {
    const vectors = content.vectors.with(9, value);
    const found = Number.isFinite(value) ? "length" : `${value} at element 1`;
    expect(() => encodeGeneration({ ...content, vectors })).toThrow(content.chunks[1]?.id);
    expect(() => encodeGeneration({ ...content, vectors })).toThrow(`a vector with ${found}`);
  });
});

describe("JSON lines", () => {
  it("come back as they were, line ends and lone surrogates in texts included", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (values) => {
        expect(Array.from(decodeJsonLines("file", encodeJsonLines(values)))).toEqual(values);
      }),
    );
    const hostile = ["a\nb\r\n\u2028", "\ud800", "\ufeffx", "\u0000"];
    expect(Array.from(decodeJsonLines("file", encodeJsonLines(hostile)))).toEqual(hostile);
  });
});

describe("a line that is no JSON", () => {
  it.each([
    ["UTF-8", Uint8Array.of(0x22, 0xff, 0x22, 0x0a)],
    ["free of a byte order mark", Uint8Array.of(0xef, 0xbb, 0xbf, 0x31, 0x0a)],
    ["whole", new TextEncoder().encode('{"a":\n')],
    ["there", new TextEncoder().encode("\n")],
  ])("is refused where it is not %s, with its number", (_, line) => {
    const bytes = Uint8Array.from([...new TextEncoder().encode("1\n"), ...line]);
    expect(() => Array.from(decodeJsonLines("chunks.jsonl", bytes))).toThrow(
      "chunks.jsonl is damaged: found no JSON in line 2",
    );
  });
});

function reverseKeys<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).reverse()) as T;
}
