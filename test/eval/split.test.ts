import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareDocument } from "../../eval/evaluation-document.ts";
import { halfOf, splitCases } from "../../eval/split.ts";
import { makeCase } from "./make-answer.ts";

// First bytes of SHA-256: b.md 11 and q1 c7 are odd, a.md fe and q2 be are even.
const gatingDocument = prepareDocument({ id: "one", fileName: "b.md", text: "Alpha\nstands here. Both say so." });
const tuningDocument = prepareDocument({ id: "two", fileName: "a.md", text: "Gamma stands here. Both say so." });
const documents = [gatingDocument, tuningDocument];
const turn = { role: "user", content: "Hello" } as const;

it("halfOf gates where the first byte of the hash is odd", async () => {
  expect(await halfOf("b.md")).toBe("gating");
  expect(await halfOf("a.md")).toBe("tuning");
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), async (name) => {
      const odd = (createHash("sha256").update(name, "utf8").digest()[0] ?? 0) % 2 === 1;
      expect(await halfOf(name)).toBe(odd ? "gating" : "tuning");
    }),
  );
});

describe("splitCases", () => {
  it("goes by the file name of the document that holds the evidence, white space aside", async () => {
    const cases = [
      makeCase({ id: "q2", evidence: ["Alpha stands here."] }),
      makeCase({ id: "q1", evidence: ["Gamma stands here."] }),
    ];
    expect(await splitCases(cases, documents)).toEqual(["gating", "tuning"]);
  });

  it("goes by the closest sentence of a near miss", async () => {
    const cases = [
      makeCase({ id: "q2", abstain: true, closest: "Alpha stands here." }),
      makeCase({ id: "q1", abstain: true, closest: "Gamma stands here." }),
    ];
    expect(await splitCases(cases, documents)).toEqual(["gating", "tuning"]);
  });

  it("goes by the first file name where several documents hold the evidence, in whatever order they come", async () => {
    const cases = [makeCase({ id: "q1", evidence: ["Both say so."] })];
    expect(await splitCases(cases, documents)).toEqual(["tuning"]);
    expect(await splitCases(cases, [tuningDocument, gatingDocument])).toEqual(["tuning"]);
  });

  it("goes by the id of a conversation", async () => {
    const evidence = ["Gamma stands here."];
    const cases = [
      makeCase({ id: "q1", history: [turn], evidence }),
      makeCase({ id: "q2", history: [turn], evidence }),
    ];
    expect(await splitCases(cases, documents)).toEqual(["gating", "tuning"]);
  });

  it("goes by the id where the set has one document", async () => {
    const evidence = ["Alpha stands here."];
    const cases = [makeCase({ id: "q1", evidence }), makeCase({ id: "q2", evidence })];
    expect(await splitCases(cases, [gatingDocument])).toEqual(["gating", "tuning"]);
  });

  it("goes by the id where no document is known", async () => {
    const cases = [makeCase({ id: "q1", abstain: true }), makeCase({ id: "q2", abstain: true, closest: "Nowhere." })];
    expect(await splitCases(cases, documents)).toEqual(["gating", "tuning"]);
  });
});
