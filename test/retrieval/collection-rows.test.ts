import { expect, it } from "vitest";
import { RequestError } from "../../src/domain/errors.ts";
import { createCollectionRows } from "../../src/retrieval/collection-rows.ts";
import { exampleContent } from "../search-index/example-content.ts";

const { documents: plain, chunks } = exampleContent({ documents: 4 });
const folders = ["a/", "a/b/", "c/", ""];
const documents = plain.map((document, i) => ({ ...document, path: `${folders[i]}${document.path}` }));
const ownersOf = (rows: Iterable<number>) => new Set(Array.from(rows, (row) => chunks[row]?.documentId));

it("the rows of a collection are those of all chunks of its documents", () => {
  const rowsOf = createCollectionRows({ documents, chunks });
  expect(ownersOf(rowsOf("a").rows)).toEqual(new Set(["document-0", "document-1"]));
  expect(ownersOf(rowsOf("a/b").rows)).toEqual(new Set(["document-1"]));
  expect(rowsOf("a").rows.length + rowsOf("c").rows.length).toBe((chunks.length * 3) / 4);
});

it("are made once, and made anew where more collections were asked for than are kept", () => {
  const rowsOf = createCollectionRows({ documents, chunks }, 2);
  const first = rowsOf("a");
  expect(rowsOf("a")).toBe(first);
  rowsOf("a/b");
  rowsOf("c");
  expect(rowsOf("a")).toEqual({ rows: first.rows, has: expect.any(Function) });
});

it("are refused for a collection that there is not, and nothing is kept for it", () => {
  const rowsOf = createCollectionRows({ documents, chunks });
  for (const collection of ["b", "", "a/", "__proto__"]) expect(() => rowsOf(collection)).toThrow(RequestError);
});

it("are none for a collection whose documents hold no chunk", () => {
  expect(createCollectionRows({ documents, chunks: [] })("a").rows).toHaveLength(0);
});
