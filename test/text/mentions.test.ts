import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMentions } from "../../src/text/mentions.ts";

const mentionsIn = (text: string) => findMentions(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe("mentions", () => {
  it.each([
    ["percentage", "it fell by about 40 percent in all", "about 40 percent"],
    ["money", "they paid $5 million for it", "$5 million"],
    ["money", "it cost 30 yuan then", "30 yuan"],
    ["date", "it opened on 3 May 1999 at last", "3 May 1999"],
    ["date", "it was built in 1850 there", "1850"],
    ["time", "doors open at 9:30 daily", "9:30"],
    ["duration", "work took three years there", "three years"],
    ["measure", "the bridge is 120 metres long", "120 metres"],
    ["ordinal", "she came second there", "second"],
    ["count", "some 12 boats left", "some 12"],
    ["person", "it was opened by Ada Stone yesterday", "Ada Stone"],
    ["place", "they met in Port Vale again", "Port Vale"],
    ["organisation", "it was sold to the Harbour Company again", "Harbour Company"],
    ["quotation", "they named her “blue wind” again", "“blue wind”"],
  ])("find a %s in “%s”", (kind, text, words) => {
    expect(mentionsIn(text)).toContainEqual([kind, words]);
  });

  it("give words to one kind alone: a percentage is no count, an amount of money no measure", () => {
    expect(mentionsIn("40 percent paid 30 yuan").map(([kind]) => kind)).toEqual(["percentage", "money"]);
  });

  it("come in reading order, and none but a quotation holds another", () => {
    const words = fc.constantFrom(
      "12",
      "percent",
      "May",
      "1999",
      "Ada",
      "of",
      "“",
      "”",
      "metres",
      "$5",
      "9:30",
      "three",
      ".",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (parts) => {
        const mentions = findMentions(parts.join(" "));
        expect(mentions.map(({ start }) => start)).toEqual(mentions.map(({ start }) => start).sort((a, b) => a - b));
        const plain = mentions.filter(({ kind }) => kind !== "quotation");
        for (const [i, each] of plain.entries()) {
          expect(each.start).toBeGreaterThanOrEqual(plain[i - 1]?.end ?? 0);
        }
      }),
    );
  });
});
