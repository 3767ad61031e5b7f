import { describe, expect, it } from "vitest";
import { IndexError } from "../../src/domain/errors.ts";
import { encodeManifest } from "../../src/search-index/encode-manifest.ts";
import { parseManifest } from "../../src/search-index/manifest-schema.ts";
import { openManifest } from "../../src/search-index/open-manifest.ts";
import { exampleFiles } from "./example-files.ts";

const good = (await exampleFiles()).get("manifest.json") ?? new Uint8Array();

/** The message for a manifest that was changed in one place. */
function messageFor(change: (manifest: Record<string, unknown>) => void): string {
  const manifest = JSON.parse(new TextDecoder().decode(good));
  change(manifest);
  return messageOf(new TextEncoder().encode(JSON.stringify(manifest)));
}

function messageOf(bytes: Uint8Array): string {
  try {
    parseManifest(bytes, "gen-000001/manifest.json");
  } catch (error) {
    expect(error).toBeInstanceOf(IndexError);
    expect((error as IndexError).file).toBe("gen-000001/manifest.json");
    return (error as IndexError).message;
  }
  return "accepted";
}

describe("a manifest", () => {
  it("comes back as it was written", async () => {
    expect(await encodeManifest(parseManifest(good))).toEqual(good);
    expect(await openManifest(good)).toEqual(parseManifest(good));
  });

  it("is refused where its checksum is another, or is missing", async () => {
    const text = new TextDecoder().decode(good);
    const open = (changed: string) => openManifest(new TextEncoder().encode(changed), "gen-000001/manifest.json");
    await expect(open(text.replace("Document 0", "Document 9"))).rejects.toThrow(
      /found contents of SHA-256 [0-9a-f]{64}/u,
    );
    await expect(open(`${text} `)).rejects.toThrow("found no checksum at its end");
    await expect(open(JSON.stringify(JSON.parse(text)))).rejects.toThrow("found no checksum at its end");
  });

  it("is refused with the field, what it holds, what was expected and the command that mends it", () => {
    const message = messageFor((manifest) => Object.assign(manifest, { metric: "cosine" }));
    expect(message).toContain('found "cosine" in field metric, expected "inner-product"');
    expect(message).toContain("npm run ingest");
  });

  it.each([
    ["another format version", "formatVersion", 1],
    ["no corpus hash", "corpusHash", ""],
    ["an embedder without a dimension", "embedder.dimension", undefined],
    ["a dimension of 0", "embedder.dimension", 0],
    ["a dimension that is a text", "embedder.dimension", "8"],
    ["a negative count", "counts.chunks", -1],
    ["a broken count", "counts.chunks", 1.5],
    ["no document", "documents", []],
    ["a document that is none", "documents.1", null],
    ["a document without a hash", "documents.1.sha256", "abc"],
    ["documents that are no list", "documents", {}],
    ["a graph without its file", "graph", { m: 16, efConstruction: 200, ef: 100, seed: 100 }],
    ["a key that it does not know", "surprise", 1],
  ])("is refused with %s", (_, path, value) => {
    const keys = path.split(".");
    const message = messageFor((manifest) => {
      const last = keys.at(-1) as string;
      const at = keys.slice(0, -1).reduce((each, key) => each[key] as Record<string, unknown>, manifest);
      at[last] = value;
    });
    expect(message).toContain("is damaged");
    expect(message).toContain(path);
  });

  it.each(["../../etc/passwd", "graph.hnsw/../x", "__proto__"])("is refused with a file called %s", (name) => {
    const text = new TextDecoder().decode(good);
    const entry = `"files":{${JSON.stringify(name)}:{"bytes":1,"sha256":"${"0".repeat(64)}"},`;
    expect(messageOf(new TextEncoder().encode(text.replace('"files": {', entry)))).toContain("files");
  });

  it("is refused without one of its files or with a hash that is none", () => {
    expect(messageFor(({ files }) => delete (files as Record<string, unknown>)["vectors.bin"])).toContain(
      "vectors.bin",
    );
    const shortHash = ({ files }: Record<string, unknown>) =>
      Object.assign(files as object, { "lexical.bin": { bytes: 1, sha256: "abc" } });
    expect(messageFor(shortHash)).toContain("files.lexical.bin.sha256");
  });

  it.each([
    ["empty", ""],
    ["cut off", new TextDecoder().decode(good.subarray(0, 50))],
    ["an array", "[]"],
    ["null", "null"],
    ["a text", '"manifest"'],
  ])("is refused when it is %s", (_, text) => {
    expect(messageOf(new TextEncoder().encode(text))).toContain("is damaged");
  });

  it("is refused when it is not UTF-8", () => {
    expect(messageOf(Uint8Array.of(0x22, 0xff, 0x22))).toContain("no JSON");
  });

  it("is quoted in short where a field is long", () => {
    const message = messageFor((manifest) => Object.assign(manifest, { corpusHash: "x".repeat(100_000) }));
    expect(message.length).toBeLessThan(400);
  });
});
