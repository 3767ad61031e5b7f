import { describe, expect, it } from "vitest";
import { answerTypeOf } from "../../src/retrieval/answer-type.ts";

describe("the kind of answer that a question asks for", () => {
  it.each([
    ["How many boats left?", "count"],
    ["What is the population of Port Vale?", "count"],
    ["What percentage of the boats left?", "percentage"],
    ["How much did the bridge cost?", "money"],
    ["What was the price of bread?", "money"],
    ["When did it open?", "date"],
    ["In what year was it built?", "date"],
    ["At what time does it open?", "time"],
    ["How long did it take?", "duration"],
    ["How many years did it take?", "duration"],
    ["How tall is it?", "measure"],
    ["How many metres is it?", "measure"],
    ["What rank did it hold?", "ordinal"],
    ["Who built it?", "person"],
    ["Which company built it?", "organisation"],
    ["Where is it?", "place"],
    ["Which city is it in?", "place"],
    ["Why was it built?", "reason"],
    ["How was it built?", "manner"],
    ["List the boats", "list"],
    ["Is it open?", "yes-no"],
    ["What is a boat?", "thing"],
    ["", "thing"],
  ])("by “%s” is %s", (question, type) => {
    expect(answerTypeOf(question)).toBe(type);
  });

  it("does not hang on case, spaces around it or the form of its letters", () => {
    expect(answerTypeOf("  ＷＨＥＮ did it open? ")).toBe("date");
  });
});
