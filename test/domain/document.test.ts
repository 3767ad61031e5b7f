import { describe, expect, it } from "vitest";
import { pageAt } from "../../src/domain/document.ts";

describe("the page of an offset", () => {
  it.each([
    [0, 1],
    [9, 1],
    [10, 2],
    [19, 2],
    [20, 4],
    [500, 4],
  ])("%i is on page %i where pages begin at 0, 10, 20 and, the third being empty, 20", (offset, page) => {
    expect(pageAt({ pages: [0, 10, 20, 20] }, offset)).toBe(page);
  });

  it("is none in a document without pages", () => {
    expect(pageAt({ pages: null }, 5)).toBeNull();
  });
});
