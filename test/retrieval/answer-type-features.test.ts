import { beforeAll, describe, expect, it } from "vitest";
import type { Retrieve } from "../../src/retrieval/retrieve.ts";
import type { FeatureName } from "../../src/retrieval/sentence-features.ts";
import { featureOf, readTexts } from "./read-features.ts";

const texts = {
  "museum.txt": `The museum

The museum was painted by Ada Stone. The keeper (Ben Hale) painted the door. The roof was never painted. The roof leaks because the slates broke.

The museum shows 300 loaves and 21 ovens. The loaves fill a cellar of 90 metres. The guitar is played at noon. The museum opened on 3 May 1950. The museum closed for 3 weeks. A ticket costs $4, a tour $9, a book $12 and a chair $40.
`,
};

let retrieve: Retrieve;
beforeAll(async () => {
  retrieve = await readTexts(texts);
});

describe("the kind of answer", () => {
  it.each<[string, string, string, FeatureName, number]>([
    ["is offered by a person for who", "Who painted the museum?", "The museum was", "offersType", 1],
    ["is not offered by a sentence without one", "Who painted the museum?", "The roof was", "offersType", 0],
    ["is not offered by the person asked about", "Who is Ada Stone?", "The museum was", "offersType", 0],
    ["is offered by a day for when", "When did the museum open?", "The museum opened", "offersType", 1],
    ["is not offered by a duration for when", "When did the museum close?", "The museum closed", "offersType", 0],
    ["is offered by a duration for how long", "How long was the museum closed?", "The museum closed", "offersType", 1],
    ["is offered by an amount of money", "How much does a ticket cost?", "A ticket", "offersBestKind", 1],
    ["is offered once", "Who painted the museum?", "The museum was", "offersCount", 1 / 3],
    ["is offered often, three times being the most", "How much does a ticket cost?", "A ticket", "offersCount", 1],
    ["stands behind “by”", "Who painted the museum?", "The museum was", "afterBy", 1],
    ["does not stand behind “by”", "Who painted the museum?", "The keeper", "afterBy", 0],
    ["stands in brackets", "Who painted the museum?", "The keeper", "inBrackets", 1],
    ["does not stand in brackets", "Who painted the museum?", "The museum was", "inBrackets", 0],
    ["is a reason for why", "Why does the roof leak?", "The roof leaks", "reason", 1],
    ["is no reason where none is given", "Why does the roof leak?", "The roof was", "reason", 0],
    ["is no reason where none is asked for", "Who repaired the roof?", "The roof leaks", "reason", 0],
    ["counts the new numbers", "What does the museum show?", "The museum shows", "newNumbers", 2 / 4],
    ["does not count the numbers asked about", "Who made 300 loaves?", "The museum shows", "newNumbers", 1 / 4],
    ["counts the new names", "Who painted the museum?", "The museum was", "newNames", 1 / 4],
    ["has its noun in the sentence", "How many ovens does the museum show?", "The museum shows", "focus", 1],
    ["has its noun in the heading", "Which museum is it?", "A ticket", "focusHeading", 1],
    ["has its noun in another heading", "Which oven is it?", "A ticket", "focusHeading", 0],
    ["has its noun in the chunk", "Which oven is it?", "A ticket", "focusChunk", 1],
    ["binds a number to the noun asked for", "How many ovens are there?", "The museum shows", "boundNumber", 1],
    ["misses nothing where the noun stands", "How many ovens are there?", "The museum shows", "unmetFocus", 0],
    ["has no noun for who", "Who painted the museum?", "The museum was", "focus", 0],
  ])("%s: %s", async (_, question, opening, feature, expected) => {
    expect(featureOf(await retrieve(question), opening, feature)).toBeCloseTo(expected, 6);
  });

  it.each<[string, FeatureName]>([
    ["How many ovens are there?", "asksNumber"],
    ["When did it open?", "asksTime"],
    ["Who painted it?", "asksPerson"],
    ["Where is it?", "asksPlace"],
    ["Which company owns it?", "asksName"],
    ["Why does the roof leak?", "asksReason"],
    ["What is an oven?", "asksThing"],
    ["List the ovens", "asksList"],
    ["Is the museum open?", "asksYesNo"],
  ])("is known of the question itself: %s %s", async (question, feature) => {
    const retrieval = await retrieve(question);
    const kinds: readonly FeatureName[] = [
      "asksNumber",
      "asksTime",
      "asksReason",
      "asksThing",
      "asksList",
      "asksYesNo",
    ];
    expect(featureOf(retrieval, "The museum was", feature)).toBe(1);
    for (const other of kinds)
      if (other !== feature) expect(featureOf(retrieval, "The museum was", other), other).toBe(0);
  });
});

describe("a number bound to the noun asked for", () => {
  it("is bound more closely than one that counts something else", async () => {
    const retrieval = await retrieve("How many ovens are there?");
    const bound = (opening: string) => featureOf(retrieval, opening, "boundNumber");
    expect(bound("The museum shows")).toBeGreaterThan(bound("The loaves fill"));
    expect(bound("The museum closed")).toBeLessThan(0.5);
  });

  it("is none in a sentence without numbers", async () => {
    expect(featureOf(await retrieve("How many museums are there?"), "The museum was", "boundNumber")).toBe(0);
  });
});

describe("the noun asked for", () => {
  it("is nearly met by one of its kind", async () => {
    const retrieval = await retrieve("Which instrument is played at noon?");
    const other = (opening: string) => featureOf(retrieval, opening, "focusOther");
    expect(other("The guitar")).toBeGreaterThan(0.3);
    expect(other("The guitar")).toBeGreaterThan(other("The roof was"));
  });

  it("weighs on a sentence that lacks it", async () => {
    const retrieval = await retrieve("How many ovens are there?");
    expect(featureOf(retrieval, "The roof was", "unmetFocus")).toBeGreaterThan(0.2);
  });
});

describe("an offer", () => {
  it("is the nearer to what was matched, the fewer words stand between", async () => {
    const retrieval = await retrieve("Who painted the museum?");
    const near = (opening: string) => featureOf(retrieval, opening, "typeDistance");
    expect(near("The museum was")).toBeGreaterThan(near("The keeper"));
    expect(near("The keeper")).toBeGreaterThan(0);
    expect(near("The roof was")).toBe(0);
  });
});
