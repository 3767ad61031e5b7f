import { exports } from "cloudflare:workers";
import { describe, expect, inject, it } from "vitest";
import { askBody, comparable, requests } from "./requests.ts";

const nodeAnswers = inject("nodeAnswers");

describe("the Worker and Node answer with the same JSON", () => {
  it("among the questions some are answered and some are not", () => {
    expect(nodeAnswers).toHaveLength(10);
    expect(new Set(nodeAnswers.map(({ status }) => status))).toContain("answered");
    expect(new Set(nodeAnswers.map(({ status }) => status))).toContain("unanswerable");
  });

  it.each(requests.map((request, index) => ({ request, expected: nodeAnswers[index] })))(
    "$request.question",
    async ({ request, expected }) => {
      const response = await exports.default.fetch("https://annalist.example/ask", askBody(request));
      expect(await comparable(response)).toEqual(expected);
    },
  );
});
