import { describe, expect, it } from "vitest";
import { listItems, otherItem, pickItem, singular } from "../../src/conversation/list-items.ts";

describe("the members of a list", () => {
  it.each([
    ["The Danube, the Inn and the Ilz meet in Passau.", ["The Danube", "the Inn", "the Ilz"]],
    ["Which is longer, the Danube or the Rhine?", ["the Danube", "the Rhine"]],
    ["Was it in 2021 or in 2022?", ["2021", "2022"]],
    ["Ada Stone built the Long Bridge and the Low Bridge.", ["the Long Bridge", "the Low Bridge"]],
    ["The Danube is long.", []],
    ["", []],
  ])("%s", (text, items) => {
    expect(listItems(text)).toEqual(items);
  });
});

it("former and latter need two members, an ordinal as many as it counts", () => {
  expect(pickItem(["a"], "former")).toBeNull();
  expect(pickItem(["a", "b", "c"], "latter")).toBe("c");
  expect(pickItem(["a", "b"], "second")).toBe("b");
  expect(pickItem(["a", "b"], "third")).toBeNull();
});

it("the other is the one of two that was not spoken of", () => {
  expect(otherItem(["the Inn", "the Ilz"], "How long is the Inn?")).toBe("the Ilz");
  expect(otherItem(["the Inn", "the Ilz"], "How long are they?")).toBeNull();
  expect(otherItem(["the Inn", "the Ilz", "the Danube"], "How long is the Inn?")).toBeNull();
});

it("a plural gives its singular", () => {
  expect(["railways", "libraries", "boxes", "glass", "churches"].map(singular)).toEqual([
    "railway",
    "library",
    "box",
    "glass",
    "church",
  ]);
});
