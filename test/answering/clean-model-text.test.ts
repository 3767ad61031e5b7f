import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanModelText } from "../../src/answering/clean-model-text.ts";

describe("cleanModelText", () => {
  it.each([
    ["It rose [3].", "It rose."],
    ["It rose [1][2] fast.", "It rose fast."],
    ["It rose [p1, p2].", "It rose."],
    ["It rose [1-3] (p4).", "It rose."],
    ["It rose【4†source】.", "It rose."],
    ["It rose [sic] in [2014] (4).", "It rose [sic] in [2014] (4)."],
    ["It\u0000 rose\u202E\n\t again\uFEFF ", "It rose again"],
    ["a\u200Bb \uD800", "a b \uFFFD"],
    ["👩‍🚀 क्‍ष", "👩‍🚀 क्‍ष"],
  ])("%j becomes %j", (typed, cleaned) => {
    expect(cleanModelText(typed)).toBe(cleaned);
  });

  it("leaves no control character and no space at an end", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(cleanModelText(text)).toMatch(/^(?:[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?)?$/u);
      }),
    );
  });

  it("stays fast on a bracket that is never closed", () => {
    const started = performance.now();
    cleanModelText(`[${"1, ".repeat(50_000)}${"1".repeat(50_000)}`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
