import { describe, expect, it } from "vitest";
import { readByline } from "../../src/corpus/read-byline.ts";

describe("a byline", () => {
  it("is read from labels that share a line", () => {
    const text = "Title\nSource: The Post  Date: May 5, 2021 URL: https://x.example/a\n\nProse.";
    expect(readByline(text)).toEqual({ publisher: "The Post", date: "2021-05-05", url: "https://x.example/a" });
  });

  it("takes the first value of each kind", () => {
    expect(readByline("Source: One\nBy: Two\nDate: 2020-01-02\nUpdated: 2021-01-02")).toMatchObject({
      publisher: "One",
      date: "2020-01-02",
    });
  });

  it("leaves out a date that is none, and an address that is not on the web", () => {
    expect(readByline("Date: soon\nURL: javascript:alert(1)\nURL: https://a b")).toEqual({
      publisher: null,
      date: null,
      url: null,
    });
  });

  it("is not looked for further down, nor in long lines of prose", () => {
    expect(readByline(`${"Prose.\n".repeat(8)}Source: Late`).publisher).toBeNull();
    expect(readByline(`Source: ${"long ".repeat(80)}`).publisher).toBeNull();
  });
});
