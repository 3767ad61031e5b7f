import { describe, expect, it } from "vitest";
import { standaloneQuestion } from "../../src/conversation/standalone-question.ts";
import { turns } from "./turns.ts";

const trains = "When does the Gannet train leave? -> The Gannet train leaves at six from Harwich.";
const mayor = "Who is the mayor of Paris? -> Anne Hidalgo is the mayor.";

describe("a question that leans on nothing comes back unchanged", () => {
  it.each([
    ["another subject", "Who wrote the report?"],
    ["a definition", "What is photosynthesis?"],
    ["a person", "Who was Napoleon?"],
    ["it that stands for nothing", "What time is it in Oslo?"],
    ["it that comes before its clause", "Is it true that the Elbe freezes in winter?"],
    ["it that takes an infinitive", "How long does it take to bake bread?"],
    ["it that the question explains", "Where did the freighter go after it left the harbour?"],
    ["they that the question explains", "Why do swallows leave when they are cold?"],
    ["his that the question explains", "Where did the Duke sell his horse?"],
    ["its that the question explains", "When did Corvid Ltd move its headquarters?"],
    ["its ahead of its owner", "Apart from its bridges, what is Passau known for?"],
    ["there is", "Is there a ferry to Ness?"],
    ["there are", "How many planets are there in the solar system?"],
    ["there are, without a place", "How many planets are there?"],
    ["this document", "What does this document say about bridges?"],
    ["this chronicle", "Which towns does this chronicle mention?"],
    ["this year", "How many people were hired this year?"],
    ["that as a conjunction", "Who said that sugar was rare?"],
    ["that as a relative", "Which ship that sank in 1900 was found?"],
    ["one as a number", "Which one thing does every baker need?"],
    ["the first of its own", "Who was the first woman in space?"],
    ["a title", "Who plays the father in This Is Us?"],
    ["keywords", "harbour fire damage estimate"],
    ["a question in two sentences", "The Long Bridge fell in 1900. Who had built it?"],
    ["a preposition ahead of the question", "In the north, who decides about water?"],
    ["people at large", "Where do they grow hops in Kent?"],
  ])("%s", (_, question) => {
    expect(standaloneQuestion(question, turns(trains))).toBe(question);
    expect(standaloneQuestion(question, turns(mayor, trains))).toBe(question);
  });
});

describe("a question that announces another subject loses the announcement and keeps no topic", () => {
  it.each([
    ["Never mind. What is the price of grain?", "What is the price of grain?"],
    ["Forget it. Who won?", "Who won?"],
    ["New topic: where does he live?", "Where does he live?"],
    ["Thanks! Who wrote the report?", "Who wrote the report?"],
    ["OK, another question: how deep is the canal?", "How deep is the canal?"],
    ["And who founded Corvid Ltd?", "Who founded Corvid Ltd?"],
  ])("%s", (question, expected) => {
    expect(standaloneQuestion(question, turns(trains))).toBe(expected);
  });
});

describe("a question that names its own subject first is about that", () => {
  it.each([
    ["Back to Ness: how many people live there?", "How many people live in Ness?"],
    ["As for the library, when does it open?", "When does the library open?"],
    ["What about schools? How many were built?", "How many were built (schools)?"],
  ])("%s", (question, expected) => {
    expect(standaloneQuestion(question, turns(trains))).toBe(expected);
  });
});

describe("what an assistant says when it has no answer is no topic", () => {
  it.each([
    "The documents do not answer this. What comes closest does not speak of “Gannet” or “Atlantis”.",
    "The documents say nothing about this.",
    "I don't know anything about Atlantis.",
    "Sorry, I could not find Atlantis.",
  ])("%s", (abstention) => {
    const history = [
      { role: "user", content: "Who drives?" },
      { role: "assistant", content: abstention },
    ] as const;
    for (const question of ["When was she born?", "How big is it?", "Where is that?", "Since when?"]) {
      expect(standaloneQuestion(question, history)).not.toMatch(/Gannet|Atlantis|documents/u);
    }
  });

  it("the question before stays the topic", () => {
    const history = turns("What does the Gannet train cost?").concat({
      role: "assistant",
      content: "The documents do not answer this.",
    });
    expect(standaloneQuestion("When does it leave?", history)).toBe("When does the Gannet train leave?");
  });
});
