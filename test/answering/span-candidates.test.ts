import { describe, expect, it } from "vitest";
import { outlineSentence } from "../../src/answering/sentence-outline.ts";
import { spanCandidates } from "../../src/answering/span-candidates.ts";
import { prepared } from "./prepared.ts";

async function spansOf(text: string): Promise<string[]> {
  const sentence = await prepared(text);
  const tokens = outlineSentence(sentence);
  return spanCandidates(sentence, tokens).map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
}

describe("the candidate spans of a sentence", () => {
  it.each([
    ["an amount of money", "A ticket for the tower costs $4 today.", "$4"],
    ["a number with its unit", "The lighthouse is 48 metres tall.", "48 metres"],
    ["a percentage with its sign", "It was 37% in the end.", "37%"],
    ["a date", "The harbour was opened on 3 May 1850.", "3 May 1850"],
    ["a name", "The breakwater was designed by Ada Stone.", "Ada Stone"],
    ["a name with initials", "The book is by J. K. Rowling herself.", "J. K. Rowling"],
    ["a name without the word that opens the sentence", "In Hinduism the teacher is a guru.", "Hinduism"],
    ["a noun phrase", "She likes the old wooden lamp very much.", "old wooden lamp"],
    ["a noun phrase around of", "They named the unit of magnetic flux after him.", "unit of magnetic flux"],
    ["a list", "They came from Denmark, Iceland and Norway to raid.", "Denmark, Iceland and Norway"],
    ["a place within a place", "It begins on a beach in Malibu, California at noon.", "Malibu, California"],
    ["a reason", "Fishing ended because the herring had disappeared.", "the herring had disappeared"],
    ["a purpose", "They met to break this deadlock.", "break this deadlock"],
    ["a quotation", "He called it “a rather long good night” and left.", "a rather long good night"],
  ])("hold %s", async (_, text, span) => {
    expect((await spansOf(text)).map((each) => each.replace(/[“”]/gu, ""))).toContain(span);
  });

  it("end inside no name, and hold no punctuation but that of a name, a number or a list", async () => {
    const spans = await spansOf("Yesterday the mayor, Ada Maria Stone, spoke (for 3.5 hours) about fish; all slept.");
    expect(spans).not.toContain("Ada Maria");
    expect(spans.filter((span) => /[();]/u.test(span))).toEqual([]);
  });

  it("are none twice", async () => {
    const sentence = await prepared("The mayor of Port Vale, Ada Stone, opened 3 harbours and 12 schools in May 1850.");
    const spans = spanCandidates(sentence, outlineSentence(sentence)).map(({ from, to }) => `${from}-${to}`);
    expect(new Set(spans).size).toBe(spans.length);
  });

  it("are few in a sentence that is a table or worse", async () => {
    const words = Array.from({ length: 5000 }, (_, i) => `cell${i}`).join(" ");
    expect((await spansOf(words)).length).toBeLessThan(800);
    expect((await spansOf("a, and b, and ".repeat(500))).length).toBeLessThan(2500);
  });

  it("are none where there is nothing to say", async () => {
    expect(await spansOf("It is, and that it was.")).toEqual([]);
    expect(await spansOf("...")).toEqual([]);
  });
});
