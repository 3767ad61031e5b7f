import { describe, expect, it } from "vitest";
import { holdGeneration } from "../../src/search-index/hold-generation.ts";
import { createReuse, type PreviousGeneration, renameDocument } from "../../src/search-index/previous-generation.ts";
import { exampleContent, rowOf } from "./example-content.ts";

const content = exampleContent();
const previous: PreviousGeneration = { ...(await holdGeneration(content, "000001")), files: content.files };
const same = { embedder: content.embedder, ingest: content.ingest };
const [file] = content.files;
const [chunk] = content.chunks;
const [document] = content.documents;
if (file === undefined || chunk === undefined || document === undefined) throw new Error("an empty example");
const text = document.text.slice(chunk.start, chunk.end);

describe("what the next generation takes over", () => {
  it("is a file with the same path and bytes, as the documents and chunks that it became", () => {
    const found = createReuse(previous, same).file(file.path, file.sha256);
    expect(found?.documents.map((each) => each.document)).toEqual([document]);
    expect(found?.documents[0]?.chunks).toEqual(content.chunks.filter(({ documentId }) => documentId === document.id));
  });

  it.each([
    ["another path", "other.txt", file.sha256, same],
    ["other bytes", file.path, "f".repeat(64), same],
    ["another ingest version", file.path, file.sha256, { ...same, ingest: { version: 2, textColumn: null } }],
    ["another text column", file.path, file.sha256, { ...same, ingest: { version: 1, textColumn: "body" } }],
  ])("is no file with %s", (_, path, sha256, settings) => {
    expect(createReuse(previous, settings).file(path, sha256)).toBeNull();
  });

  it("is the vector of a text that the same embedder has embedded, wherever it stood", () => {
    const { dimension } = content.embedder;
    expect(createReuse(previous, same).vector(text)).toEqual(rowOf(content.vectors, 0, dimension));
    expect(createReuse(previous, same).vector(`${text} `)).toBeNull();
    expect(createReuse(previous, { ...same, embedder: { id: "another", dimension } }).vector(text)).toBeNull();
    expect(createReuse(previous, { ...same, ingest: { version: 2, textColumn: null } }).vector(text)).not.toBeNull();
  });

  it("is nothing where nothing was published", () => {
    const reuse = createReuse(null, same);
    expect([reuse.file(file.path, file.sha256), reuse.vector(text)]).toEqual([null, null]);
  });

  it("is renamed with its chunks, and with a title that was only its id", () => {
    const untitled = { ...document, title: document.id };
    const renamed = renameDocument({ key: null, document: untitled, chunks: [chunk] }, "new");
    expect(renamed.document).toEqual({ ...document, id: "new", title: "new" });
    expect(renamed.chunks).toEqual([{ ...chunk, documentId: "new", id: `new#${chunk.start}-${chunk.end}` }]);
    expect(renameDocument({ key: null, document, chunks: [chunk] }, "new").document.title).toBe(document.title);
  });
});
