import { describe, expect, it } from "vitest";
import { textOf } from "../../src/conversation/noun-phrase.ts";
import { questionShape } from "../../src/conversation/question-shape.ts";

describe("a question is taken apart", () => {
  it.each([
    ["Who founded Corvid Ltd?", "who", "subject", "", ""],
    ["Which ferry goes to Ness?", "which", "subject", "ferry", ""],
    ["How many bridges have been closed?", "how many", "subject", "bridges", ""],
    ["How many Huguenots fled France?", "how many", "subject", "Huguenots", ""],
    ["How many boxes did the Port of Ness handle?", "how many", "object", "boxes", "the Port of Ness"],
    ["When was the first tree planted in Ness?", "when", "object", "", "the first tree"],
    ["When did the legal quarrel over wireless end?", "when", "object", "", "the legal quarrel over wireless"],
    ["How far from Ness is Daxing Airport?", "how", "object", "", "Daxing Airport"],
    ["In which year did the library open?", "which", "object", "year", "the library"],
    ["What is the forest cover of Kent?", "what", "identity", "", "the forest cover of Kent"],
    ["Is there a ferry to Ness?", "yes-no", "object", "", "a ferry to Ness"],
    ["Tell me about the Danube", "tell", "identity", "", "the Danube"],
    ["harbour fire damage", null, "other", "", ""],
  ])("%s", (question, lead, form, noun, subject) => {
    const shape = questionShape(question);
    expect([shape.lead, shape.form, shape.noun]).toEqual([lead, form, noun]);
    expect(textOf(question, shape.words, shape.subject)).toBe(subject);
  });
});
