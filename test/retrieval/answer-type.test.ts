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
    ["How old was the keeper when he retired?", "count"],
    ["How big was the crowd?", "count"],
    ["What was the final tally of boats?", "count"],
    ["beijing resident population 2022", "count"],
    ["How big a share of the boats left?", "percentage"],
    ["What is the unemployment rate?", "percentage"],
    ["What was the salary cap in 2008?", "money"],
    ["How much could a club spend?", "money"],
    ["article release date", "date"],
    ["Since which era has it stood?", "date"],
    ["train departure time", "time"],
    ["Within what time can it be reached?", "duration"],
    ["How much time was left?", "duration"],
    ["How long is the bridge over the bay?", "measure"],
    ["What is the surface area of the lake?", "measure"],
    ["What is the speed limit?", "measure"],
    ["How far up the singles ranking did it climb?", "ordinal"],
    ["Which painter was the first to use it?", "person"],
    ["Which actress plays Rebecca in the film?", "person"],
    ["What is the name of the chief justice?", "person"],
    ["third president of the republic", "person"],
    ["What entity restored the patents?", "organisation"],
    ["What was the name of the company they financed?", "organisation"],
    ["What is the busiest airport by volume?", "place"],
    ["In what area is it common?", "place"],
    ["From where do they measure it?", "place"],
    ["How come it closed?", "reason"],
    ["What is the purpose of the dye?", "reason"],
    ["Once it had cooled, how did they part it?", "manner"],
    ["When every seat is empty, how is a speaker picked?", "manner"],
    ["Which two countries had a wire?", "list"],
    ["What problems has the region been plagued by?", "list"],
    ["Isn't it open?", "yes-no"],
    ["It is open, isn't it?", "yes-no"],
    ["whether dogs are allowed", "yes-no"],
    ["", "thing"],
  ])("by “%s” is %s", (question, type) => {
    expect(answerTypeOf(question)).toBe(type);
  });

  it.each([
    ["How was the man who led them related to the king?", "manner", "the first question word, and no later one"],
    ["When did the league adopt a salary cap?", "date", "its question word, not a noun behind it"],
    ["Which country does it share a border with?", "place", "the noun after which, not a verb behind it"],
    ["What is the budget carrier called?", "thing", "the last noun of the phrase, not one before it"],
    ["What is the name of a teacher in Buddhism?", "thing", "a word, where the name is of any such person"],
    ["What are the followers of a master called?", "thing", "one name, though it speaks of several"],
    ["What does a heart rate of 131 mean?", "thing", "a meaning, though it has a rate in it"],
    ["May 15 2023 article", "thing", "nothing, where a month stands first"],
    ["Huanghua port", "thing", "nothing, where a noun belongs to a name"],
    ["the golden age of india", "thing", "nothing, where a noun has another sense"],
  ])("by “%s” is %s: %s", (question, type) => {
    expect(answerTypeOf(question)).toBe(type);
  });

  /** The work may not grow with the square of the length: the runner's time limit is the bar. */
  it.each(["what is ", "how long is ", "which s ", "ing ", "when ", ", ", "of ", " "])(
    "is found in linear time, however often “%s” is written",
    (words) => {
      expect(answerTypeOf(`who ${words.repeat(50_000)}`)).toBe("person");
      expect(answerTypeOf(`what are the ${words.repeat(50_000)}`)).toBeTypeOf("string");
      expect(answerTypeOf(words.repeat(50_000))).toBeTypeOf("string");
    },
  );

  it("does not hang on case, spaces around it or the form of its letters", () => {
    expect(answerTypeOf("  ＷＨＥＮ did it open? ")).toBe("date");
  });
});
