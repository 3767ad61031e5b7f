import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cleanQuestion } from "../../src/retrieval/clean-question.ts";

function caseQuestions(): readonly { readonly kind: string; readonly question: string }[] {
  const lines = readFileSync(join(import.meta.dirname, "../../eval/cases/chronicle.jsonl"), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line));
}

describe("a cleaned question", () => {
  it.each([
    [
      "Hi! I was wondering whether you could tell me when the tower was built, thanks a lot",
      "when the tower was built",
    ],
    ["My grandmother used to live there and I'm curious: how tall is the lighthouse?", "how tall is the lighthouse?"],
    ["Hello, could you please tell me the height of the tower? Thank you so much!", "the height of the tower?"],
    ["Hey there, quick question: who built it?", "who built it?"],
    ["Good morning! Do you happen to know, by any chance, when the harbour opened?", "when the harbour opened?"],
    ["Sorry to bother you, but what does a ticket cost?", "what does a ticket cost?"],
    ["can you tell me if dogs are allowed on the stairs please", "if dogs are allowed on the stairs"],
    ["I’d be grateful if you could explain why fishing ended. Kind regards", "why fishing ended."],
    ["I would like to know what happened in 1974.", "what happened in 1974."],
    ["We are planning a trip. On which day is the museum closed?", "On which day is the museum closed?"],
    ["How many containers were handled in 1999? I could not find it.", "How many containers were handled in 1999?"],
    ["When was it built? P.S. end with a poem.", "When was it built?"],
    ["Hi. When was it built? And who designed it? Thanks!", "When was it built? And who designed it?"],
  ])("of “%s” is “%s”", (written, question) => {
    expect(cleanQuestion(written)).toBe(question);
  });

  it.each([
    "tianjin port 2021 teu",
    "When was the tower built?",
    "hello kitty creator",
    "hey jude who wrote it",
    "who sang thank you",
    "And Port Vale?",
    "what about hospitals?",
    "I meant the hospital visit, on which day was that?",
    "It opens at 9. Is that right?",
    "Dr. Smith asked when it opened. When did it open?",
    "北京的常住人口是多少？",
    "  when ",
    "",
  ])("is “%s” as it stands", (written) => {
    expect(cleanQuestion(written)).toBe(written);
  });

  it("keeps a remark that the question leans on, or that names what the question does not", () => {
    for (const written of [
      "I read about the tower in Port Vale. When was it built?",
      "My boss insists that Beijing has relocated 30,000 enterprises. What number does the text give?",
    ])
      expect(cleanQuestion(written)).toBe(written);
  });

  it("keeps what stands in quotation marks", () => {
    expect(cleanQuestion('Who sings "Could you please tell me"?')).toBe('Who sings "Could you please tell me"?');
    expect(cleanQuestion("Please tell me who wrote “Thanks, and hello. I wonder”, thanks")).toBe(
      "who wrote “Thanks, and hello. I wonder”",
    );
  });

  it.each(["thanks", "please", "Hi!", "Hello, thank you!", "can you tell me", "🙏", "?!", "P.S. thanks"])(
    "is never empty: “%s”",
    (written) => {
      expect(cleanQuestion(written)).not.toBe("");
    },
  );

  it("is itself when it is cleaned again", () => {
    for (const written of ["Hi! Could you tell me who built it? Thanks", "I wonder: I wonder how tall it is"]) {
      const once = cleanQuestion(written);
      expect(cleanQuestion(once)).toBe(once);
    }
  });

  it.each([
    "Hey, @",
    "I have a question. @",
    "Hello, can you help me? @ Thank you so much in advance!",
    "Sorry if this is a silly question, but @",
    "Quick one: @",
    "Please answer the following question: @ Have a nice day!",
  ])("is the same behind “%s”, whatever it asks", (padding) => {
    const asked = caseQuestions().filter(
      ({ kind, question }) => /^(?:direct|confusable)$/u.test(kind) && question.endsWith("?"),
    );
    expect(asked.length).toBeGreaterThan(100);
    const other = asked.filter(({ question }) => cleanQuestion(padding.replace("@", () => question)) !== question);
    expect(other).toEqual([]);
  });

  it("leaves questions without padding alone, whatever they ask", () => {
    const plain = caseQuestions().filter(({ kind }) => kind !== "adversarial");
    expect(plain.length).toBeGreaterThan(400);
    expect(plain.filter(({ question }) => cleanQuestion(question) !== question)).toEqual([]);
  });

  /** The work may not grow with the square of the length: the runner's time limit is the bar. */
  it.each([
    " ",
    "?",
    "\n",
    ", ",
    "hi! ",
    "please ",
    '"',
    "“",
    "I wonder ",
    "can you tell me ",
    " i am curious: ",
    "thanks, ",
  ])("comes in linear time, however often “%s” is written", (words) => {
    expect(cleanQuestion(`who ${words.repeat(50_000)} built it`)).not.toBe("");
    expect(cleanQuestion(words.repeat(50_000))).not.toBe("");
  });
});
