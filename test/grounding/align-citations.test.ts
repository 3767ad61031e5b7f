import { describe, expect, it } from "vitest";
import { alignCitations } from "../../src/grounding/align-citations.ts";

const sentences = [
  "Beijing has relocated functions.",
  "Since 2014, Beijing has relocated approximately 3000 manufacturing enterprises.",
  "In 2022, the population in the city will decrease to 21.843 million.",
];
const candidates = sentences.map((text, ref) => ({ text, ref }));

describe("alignCitations", () => {
  it("picks the sentence that supports the claim", () => {
    const claim = "Beijing has relocated about 3000 enterprises since 2014.";
    expect(alignCitations(claim, candidates)).toEqual({ verdict: "supported", ref: 1 });
  });

  it("prefers a supporting sentence over an earlier one that supports a part", () => {
    const claim = "The installed capacity exceeds 26 megawatts.";
    const found = alignCitations(claim, [
      { text: "The installed capacity is 26 megawatts.", ref: "partial" },
      { text: "The installed capacity exceeds 26 megawatts.", ref: "supported" },
    ]);
    expect(found).toEqual({ verdict: "supported", ref: "supported" });
  });

  it("prefers more of the claim's words, then the order given", () => {
    const claim = "Green forest cover has reached the city limits.";
    const half = { text: "Forest cover has reached the city.", ref: "most" };
    expect(alignCitations(claim, [half, { ...half, ref: "later" }])?.ref).toBe("most");
    expect(alignCitations(claim, [half, { text: claim, ref: "all" }])?.ref).toBe("all");
  });

  it("completes a name from the surroundings of a candidate", () => {
    const claim = "The population in Beijing will decrease to 21.843 million.";
    const [, , population] = candidates;
    if (population === undefined) throw new Error("the population sentence is missing");
    expect(alignCitations(claim, [population])).toBeNull();
    const completed = { ...population, surroundings: "Beijing is a city." };
    expect(alignCitations(claim, [completed])).toEqual({ verdict: "partial", ref: 2 });
  });

  it("finds none where the subject is in one sentence and the figure in another", () => {
    const claim = "Tianjin's population in the city will decrease to 21.843 million.";
    expect(alignCitations(claim, [...candidates, { text: "Tianjin is a port.", ref: 3 }])).toBeNull();
  });

  it("finds none among no candidates", () => {
    expect(alignCitations("Beijing has relocated functions.", [])).toBeNull();
  });
});
