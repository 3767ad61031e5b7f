import { describe, expect, it } from "vitest";
import { readCasing } from "../../src/text/casing.ts";
import { questionsOfSentence, type SentenceContext } from "../../src/text/questions-of-sentence.ts";

/** Gives the casing of a few words, as the rest of a corpus would. */
const corpus = [
  "It was in Port Vale that bread, dough and salt were sold.",
  "Some support came with the fishing of herring, and new dogs were fed in the country.",
];

const bare = { title: "", heading: [], opensSection: false, published: null };

function ask(sentence: string, above: Partial<Omit<SentenceContext, "casing">> = {}) {
  const casing = readCasing([...corpus, sentence]);
  return questionsOfSentence(sentence, { casing, ...bare, ...above }).map(({ question, answer }) => [question, answer]);
}

describe("a statement is turned into the question that it answers", () => {
  it.each([
    [
      "The harbour of Port Vale was opened on 3 May 1850.",
      "When was the harbour of Port Vale opened?",
      "on 3 May 1850",
    ],
    ["Fishing ended in 1974.", "When did fishing end?", "in 1974"],
    [
      "The Mill Lane library opens at 9:30 on Saturdays.",
      "When does the Mill Lane library open on Saturdays?",
      "at 9:30",
    ],
    ["The town gallery is open from 10:00 to 17:00.", "When is the town gallery open?", "from 10:00 to 17:00"],
    ["In 1964 a fire destroyed the east wing.", "When did a fire destroy the east wing?", "in 1964"],
    ["The night shift lasts nine hours.", "How long does the night shift last?", "nine hours"],
    ["New bakers are trained for six weeks.", "For how long are new bakers trained?", "six weeks"],
    ["The spare key is kept in the top drawer.", "Where is the spare key kept?", "in the top drawer"],
    ["The tide bell hangs beside the door.", "Where does the tide bell hang?", "beside the door"],
    ["The bread museum shows 300 loaves from 21 countries.", "How many loaves does the bread museum show?", "300"],
    ["The bakery school has more than 40 ovens.", "How many ovens does the bakery school have?", "more than 40"],
    [
      "Since 2014, Port Vale has moved about 3000 boats.",
      "How many boats has Port Vale moved since 2014?",
      "about 3000",
    ],
    [
      "In Port Vale, the harbour pilots have saved 12 ships.",
      "How many ships have the harbour pilots saved in Port Vale?",
      "12",
    ],
    ["Eight old mills have closed in the valley.", "How many old mills have closed in the valley?", "Eight"],
    ["There are 12 bells in the north tower.", "How many bells are there in the north tower?", "12"],
    ["About 40 percent of the barrels held oil.", "What percentage of the barrels held oil?", "About 40 percent"],
    ["The town lighthouse is 48 metres tall.", "How tall is the town lighthouse?", "48 metres"],
    ["An adult ticket costs £9.", "How much does an adult ticket cost?", "£9"],
    ["The capacity of the hall is 300.", "What is the capacity of the hall?", "300"],
    ["In 2020, the price of bread reached 4 euros.", "What was the price of bread in 2020?", "4 euros"],
    ["The country loaf has a hydration of 74 percent.", "What is the hydration of the country loaf?", "74 percent"],
    ["Country loaves are baked at 245 °C for an hour.", "At what temperature are country loaves baked?", "245 °C"],
    ["The town hall was built by Ada Stone.", "Who built the town hall?", "Ada Stone"],
    ["The old song was written by Tom Hale.", "Who wrote the old song?", "Tom Hale"],
    ["Ada Stone designed the stone breakwater.", "Who designed the stone breakwater?", "Ada Stone"],
    ["Tom Hale is the curator of the museum.", "Who is the curator of the museum?", "Tom Hale"],
    ["Ada Stone was a Scottish engineer.", "Who was Ada Stone?", "a Scottish engineer"],
    ["“Bread is life,” said Tom Hale, the director of Vale Mills.", "Who is the director of Vale Mills?", "Tom Hale"],
    ["A poolish is a wet dough of flour and water.", "What is a poolish?", "a wet dough of flour and water"],
    ["The harbour flag is made of wool.", "What is the harbour flag made of?", "of wool"],
    ["The rear lamp is used for signals.", "What is the rear lamp used for?", "for signals"],
    ["Version 2.3 added the graph command.", "Which version added the graph command?", "version 2.3"],
    ["Tidemark 2.3 added the graph command.", "Which version of Tidemark added the graph command?", "Tidemark 2.3"],
    ["Support for tides was dropped in version 3.0.", "In which version was support for tides dropped?", "3.0"],
    ["The herring market closed because nobody came.", "Why did the herring market close?", ""],
    ["Dogs are not allowed on the stairs.", "Are dogs allowed on the stairs?", ""],
    ["To clean the oven stones, brush them well.", "How do you clean the oven stones?", ""],
    ["If the alarm sounds, close the gas valve.", "What should you do if the alarm sounds?", ""],
  ])("%s", (sentence, question, answer) => {
    expect(ask(sentence)).toContainEqual([question, answer]);
  });

  it("an output that “will exceed” a figure in a year that is over did exceed it", () => {
    const sentence = "In 2021, the output of Port Vale will exceed 20 million tons.";
    expect(ask(sentence, { published: 2023 })).toContainEqual([
      "What was the output of Port Vale in 2021?",
      "20 million tons",
    ]);
    expect(ask(sentence, { published: 2020 })).not.toContainEqual(expect.arrayContaining([/^What was/u]));
  });

  it("the second of two statements in one sentence asks for itself", () => {
    const sentence = "In 1964 a fire destroyed the east wing, and the stone tower was rebuilt in 1970.";
    expect(ask(sentence)).toContainEqual(["When was the stone tower rebuilt?", "in 1970"]);
  });
});

describe("nothing is asked", () => {
  it.each([
    ["that leans on the sentence before", "It was opened in 1850."],
    ["that leans on the sentence before", "The same year this bridge was opened in 1850."],
    ["about the day of writing", "The town bridge was closed last year and opened in May."],
    ["about a thing that nothing has introduced", "The statue was built in 1850."],
    ["where a participle looks like the verb", "The bread baked on Monday is sold in the north hall."],
    ["where a noun looks like the verb", "The museum records show 12 clocks."],
    ["of a question", "When was the harbour of Port Vale opened?"],
    ["of a heading or a list", "Opening hours: 9:00 to 17:00"],
    ["of markup", "The old harbour was [opened](http://a.example) in 1850."],
    ["of code", 'The `<script>alert("1850")</script>` tag was opened in 1850.'],
    ["of another script", "港口于1850年开放。"],
    ["of hidden characters", "The old harbour\u202e was opened in 1850."],
    ["about a date that belongs to something else", "The town council approved the plan for a fair in 2027."],
  ])("%s: %s", (_, sentence) => {
    expect(ask(sentence)).toEqual([]);
  });

  it("of a list that is cut short", () => {
    const questions = ask("Five new roads were built between Leeds, York and Hull.");
    expect(questions.map(([question]) => question)).not.toContain("How many new roads were built between Leeds?");
  });
});

it("a thing that goes by one common word may be asked about where the title or a heading names it, and is vague", () => {
  const sentence = "The statue was built in 1850.";
  expect(ask(sentence, { heading: ["The statue"] })).toEqual([["When was the statue built?", "in 1850"]]);
  const casing = readCasing(corpus);
  const [found] = questionsOfSentence(sentence, { casing, ...bare, title: "A statue" });
  expect(found?.isVague).toBe(true);
  const named = questionsOfSentence("The harbour of Port Vale was opened in 1850.", { casing, ...bare });
  expect(named[0]?.isVague).toBe(false);
});

it.each([
  "In 1850 ".repeat(20_000),
  "The hall was opened in ".repeat(10_000),
  "A, ".repeat(50_000),
  `Ada ${"Stone ".repeat(30_000)}, the director of Vale.`,
  `${"12 ".repeat(30_000)}boats have come.`,
  `To clean ${"a ".repeat(100_000)}, brush.`,
])("a hostile sentence takes no time (%#)", (sentence) => {
  const started = performance.now();
  ask(sentence);
  expect(performance.now() - started).toBeLessThan(1000);
});

it("a heading that asks is asked for the sentence that it stands above, once", () => {
  const heading = ["Loans", "How are loans renewed?"];
  expect(ask("At the desk.", { heading, opensSection: true })).toEqual([["How are loans renewed?", ""]]);
  expect(ask("At the desk.", { heading })).toEqual([]);
});
