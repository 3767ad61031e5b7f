import { describe, expect, it } from "vitest";
import { bestSpan } from "../../src/answering/best-span.ts";

const span = (from: number, to: number) => ({ from, to, source: "words" as const });

describe("the best span", () => {
  it("is none of none", () => {
    expect(bestSpan([], [])).toBeNull();
  });

  it("is expected to be the whole answer where it stands alone", () => {
    expect(bestSpan([span(0, 2)], [-3])).toEqual({ span: span(0, 2), expected: 1 });
  });

  it("is the one that scores most where none share a token", () => {
    expect(bestSpan([span(0, 1), span(4, 6)], [1, 3])?.span).toEqual(span(4, 6));
  });

  it("gains by the spans that it shares tokens with, over a single one that scores a little more", () => {
    expect(bestSpan([span(0, 2), span(1, 2), span(5, 6)], [1, 1, 1.2])?.span).toEqual(span(0, 2));
  });

  it("shares what is expected by the softmax of the scores", () => {
    const expected = bestSpan([span(0, 1), span(3, 4)], [0, -1])?.expected ?? 0;
    expect(Math.abs(expected - 1 / (1 + Math.exp(-1)))).toBeLessThan(1e-3);
  });

  it("never is one that is not allowed, whose share is lost to the others", () => {
    const best = bestSpan([span(0, 1), span(3, 4)], [5, 0], ({ from }) => from === 3);
    expect(best?.span).toEqual(span(3, 4));
    expect(best?.expected).toBeLessThan(0.01);
    expect(bestSpan([span(0, 1)], [5], () => false)).toBeNull();
  });

  it("is the earlier of two that are alike", () => {
    expect(bestSpan([span(2, 3), span(0, 1)], [1, 1])?.span).toEqual(span(2, 3));
  });
});
