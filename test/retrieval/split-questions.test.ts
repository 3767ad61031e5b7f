import { describe, expect, it } from "vitest";
import { splitQuestions } from "../../src/retrieval/split-questions.ts";

describe("several questions in one", () => {
  it.each([
    ["When was the tower built and who designed it?", "When was the tower built?", "Who designed the tower?"],
    ["Where is Fulda and what is its significance?", "Where is Fulda?", "What is Fulda's significance?"],
    ["Who founded A and when?", "Who founded A?", "When was A founded?"],
    ["Who wrote Hamlet and in what year?", "Who wrote Hamlet?", "In what year was Hamlet written?"],
    ["When was the tower built? And where?", "When was the tower built?", "Where was the tower built?"],
    ["When did the war start and when did it end?", "When did the war start?", "When did the war end?"],
    ["where was the last cup held and who won", "Where was the last cup held?", "Who won the last cup?"],
    ["What is X? And how many Y?", "What is X?", "How many Y (X)?"],
    ["How many trains were sold? And how many boats?", "How many trains were sold?", "How many boats were sold?"],
    ["How tall is it and who built it (Gull Rock)?", "How tall is it (Gull Rock)?", "Who built it (Gull Rock)?"],
    ["What is the height of the tower and who built it?", "What is the height of the tower?", "Who built the tower?"],
    ["Who is the king of Spain and how old is he?", "Who is the king of Spain?", "How old is the king of Spain?"],
    ["Is it open? Where does the bus stop?", "Is it open?", "Where does the bus stop?"],
  ])("“%s” are “%s” and “%s”", (question, ...parts) => {
    expect(splitQuestions(question)).toEqual(parts);
  });

  it("are three at most", () => {
    const three = "Where is the museum? How many loaves does it show? When was the oldest loaf baked?";
    expect(splitQuestions(three)).toHaveLength(3);
    const four = `${three} Who baked the oldest loaf?`;
    expect(splitQuestions(four)).toEqual([four]);
  });
});

describe("one question", () => {
  it.each([
    ["Between which cities and towns does X run?", "and joins nouns"],
    ["What are the name and the address?", "and joins what is asked for"],
    ["Which bridge and tunnel were built?", "and joins nouns"],
    ["Which water quality and which forest cover have been reached?", "both share one verb"],
    ["Who helped the British in the French and Indian War?", "and stands in a name"],
    ["how and why were serial novels a phenomenon", "and joins question words"],
    ["Where and when was it built?", "and joins question words"],
    ["What is the name of the king who took Sicily and who built the palace?", "the clause goes on"],
    ["What did he say about when it happened and who did it?", "both depend on one verb"],
    ["Who led the army and when the war ended fled?", "when joins clauses"],
    ["Who founded A and where was he born?", "he is the answer"],
    ["What kinds are there, and how many of each?", "each has no name"],
    ["It is below 5%, isn't it? What does the document say?", "a sentence of it does not ask"],
    ['Who sang "Where is it? And when"?', "the other stands in quotation marks"],
    ["tianjin port 2021 teu", "it has no question word"],
    ["and when and when and when", "it says nothing"],
    ["", "it is empty"],
  ])("“%s” stays whole: %s", (question) => {
    expect(splitQuestions(question)).toEqual([question]);
  });

  it.each(["and when ", "? And who ", "who is it and ", "(", "a ", "?", "“"])(
    "stays whole where it is longer than questions are: “%s”, many times",
    (words) => {
      for (const question of [`When was ${words.repeat(50_000)}`, `When was it ${words.repeat(200)}`.slice(0, 600)])
        expect(splitQuestions(question)).toEqual([question]);
    },
  );
});
