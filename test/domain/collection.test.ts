import { describe, expect, it } from "vitest";
import { checkCollection, collectionProblem, collectionsOf, isInCollection } from "../../src/domain/collection.ts";
import { RequestError } from "../../src/domain/errors.ts";

const at = (path: string) => ({ path });

describe("collections", () => {
  it("are all folders above a document, sorted, each once", () => {
    const documents = ["z.txt", "reports/2023/a.txt", "reports/b.txt", "letters/c.txt"].map(at);
    expect(collectionsOf(documents)).toEqual(["letters", "reports", "reports/2023"]);
    expect(collectionsOf([at("a.txt")])).toEqual([]);
  });

  it("hold what lies in folders below them, and nothing of a folder whose name begins alike", () => {
    expect(isInCollection(at("reports/2023/a.txt"), "reports")).toBe(true);
    expect(isInCollection(at("reports-old/a.txt"), "reports")).toBe(false);
    expect(isInCollection(at("reports"), "reports")).toBe(false);
    expect(isInCollection(at("old/reports/a.txt"), "reports")).toBe(false);
  });

  it("are known by their name in NFC, however the folder is written", () => {
    const decomposed = at("caf\u0065\u0301/a.txt");
    expect(collectionsOf([decomposed])).toEqual(["caf\u00e9"]);
    expect(isInCollection(decomposed, "caf\u00e9")).toBe(true);
  });
});

describe("a collection that there is not", () => {
  it("is refused with those that there are, 20 at most", () => {
    expect(collectionProblem(["letters", "reports"], 'new"s')).toBe(
      '"new\\"s" is no collection; expected one of "letters", "reports"',
    );
    const many = Array.from({ length: 23 }, (_, i) => `c${i}`);
    expect(collectionProblem(many, "x")).toMatch(/"c19" and 3 more$/u);
    expect(collectionProblem([], "x")).toMatch(/lie in no folders/u);
  });

  it("is an error that points at the field", () => {
    const check = () => checkCollection(["letters"], "news");
    expect(check).toThrow(RequestError);
    expect(check).toThrow(
      expect.objectContaining({ status: 422, problems: [{ pointer: "/collection", detail: expect.any(String) }] }),
    );
    expect(() => checkCollection(["letters"], "letters")).not.toThrow();
    expect(() => checkCollection([], undefined)).not.toThrow();
  });
});
