import { describe, expect, it } from "vitest";
import { standaloneQuestion } from "../../src/conversation/standalone-question.ts";
import { turns } from "./turns.ts";

const library = "When did the Elm Street Library open? -> The Elm Street Library opened in 1954.";
const architect = "Who designed the Elm Street Library? -> The library was designed by Maud Keller in 1952.";
const river = "How long is the Danube? -> The Danube is 2,850 km long.";
const recipe = "How much flour does the sourdough recipe need? -> It needs 500 g of flour.";
const lumen = "Who maintains Lumen? -> Lumen is maintained by Ines Duarte.";
const tower = "What is the height of the Gorm Tower? -> The Gorm Tower is 90 m high.";
const mayor = "Who is the mayor of Paris? -> Anne Hidalgo is the mayor.";
const ferry = "Which ferry goes to Ness? -> The Blue Heron ferry goes to Ness.";
const ferries = "Which ferries go to Ness? -> The Blue Heron and the Grey Gull go to Ness.";
const corvid = "Who runs Corvid Ltd? -> Corvid Ltd is run by Tom Frey.";
const longer = "Which is longer, the Danube or the Rhine? -> The Danube is longer.";
const bridges = "Which bridges did Ada Stone build? -> Ada Stone built the Long Bridge and the Low Bridge.";
const phase = "When is the second phase of the metro extension due? -> The second phase is due in 2030.";
const rivers = "Which rivers meet in Passau? -> The Danube, the Inn and the Ilz meet in Passau.";

describe("a pronoun gives way to what it means", () => {
  it.each([
    ["it, behind a verb", [library], "Who designed it?", "Who designed the Elm Street Library?"],
    ["it, ahead of one", [library], "How many books does it hold?", "How many books does the Elm Street Library hold?"],
    ["it, of a river", [river], "Where does it rise?", "Where does the Danube rise?"],
    ["it, behind a preposition", [river], "Which cities lie on it?", "Which cities lie on the Danube?"],
    ["it, of a recipe", [recipe], "How long must it rest?", "How long must the sourdough recipe rest?"],
    ["it, of what a person leads", [lumen], "Which licence does it use?", "Which licence does Lumen use?"],
    ["it, of what has a height", [tower], "When was it built?", "When was the Gorm Tower built?"],
    [
      "it, of what was answered",
      [ferry],
      "How many cars can it carry?",
      "How many cars can the Blue Heron ferry carry?",
    ],
    [
      "it, of a name with a number",
      ["Who won Super Bowl 50? -> Denver won."],
      "Where was it played?",
      "Where was Super Bowl 50 played?",
    ],
    [
      "they, of a people",
      ["How many Huguenots fled France by the 1700s?"],
      "Where did they settle?",
      "Where did the Huguenots settle?",
    ],
    [
      "he, typed without capitals",
      ["where was nikola tesla born"],
      "when did he move to ohio",
      "When did nikola tesla move to ohio?",
    ],
    ["one", ["How much does a season ticket cost?"], "Where can I buy one?", "Where can I buy the season ticket?"],
    ["its, with a name", [corvid], "What are its products?", "What are Corvid Ltd’s products?"],
    ["she, of a person in the answer", [architect], "When was she born?", "When was Maud Keller born?"],
    [
      "he, of a person asked about",
      ["Who is Tom Frey? -> Tom Frey runs Corvid."],
      "Where does he live?",
      "Where does Tom Frey live?",
    ],
    ["his", [corvid], "Where is his office?", "Where is Tom Frey’s office?"],
    [
      "they, of what was chosen",
      [ferries],
      "How many cars do they carry?",
      "How many cars do the ferries that go to Ness carry?",
    ],
    ["them", [rivers], "How many of them are navigable?", "How many of the rivers that meet in Passau are navigable?"],
    ["there, of a town", [mayor], "How many people live there?", "How many people live in Paris?"],
    [
      "there, of a building",
      ["Where is the museum? -> It stands in Oak Lane."],
      "What is shown there?",
      "What is shown in the museum?",
    ],
    ["there, of where one goes", [ferry], "How many people go there?", "How many people go to Ness?"],
    [
      "that, of a quantity",
      [tower],
      "Is that more than the average?",
      "Is the height of the Gorm Tower more than the average?",
    ],
    ["that year", ["How many people were hired in 2021?"], "How many left in that year?", "How many left in 2021?"],
    ["the same year", ["How many people were hired in 2021?"], "Who retired in the same year?", "Who retired in 2021?"],
    ["the former", [longer], "How wide is the former?", "How wide is the Danube?"],
    ["the latter", [longer], "How wide is the latter?", "How wide is the Rhine?"],
    ["the second one", [rivers], "How long is the second one?", "How long is the Inn?"],
    ["the first one", [bridges], "When was the first one opened?", "When was the Long Bridge opened?"],
    ["which one", [ferries], "Which one is faster?", "Which ferry is faster?"],
    ["which ones", [rivers], "Which ones are navigable?", "Which rivers are navigable?"],
    ["what is it like elsewhere", [tower], "And what is it in feet?", "What is the height of the Gorm Tower in feet?"],
  ])("%s", (_, earlier, question, expected) => {
    expect(standaloneQuestion(question, turns(...earlier))).toBe(expected);
  });
});

describe("a description gives way to the name that it stands for", () => {
  it.each([
    ["the company", [corvid], "How many people work for the company?", "How many people work for Corvid Ltd?"],
    ["the city", [mayor], "How many people live in the city?", "How many people live in Paris?"],
    ["that library", [library], "Who designed that library?", "Who designed the Elm Street Library?"],
    [
      "the second phase",
      [phase],
      "What will the second phase cost?",
      "What will the second phase of the metro extension cost?",
    ],
    ["the architect", [tower], "Who is the architect?", "Who is the architect of the Gorm Tower?"],
    [
      "the population",
      ["Where is Ness? -> Ness lies on the coast."],
      "What is the population?",
      "What is the population of Ness?",
    ],
    [
      "the train of two turns before",
      ["When does the Gannet train leave? -> At six.", corvid],
      "And where does the train go?",
      "Where does the Gannet train go?",
    ],
  ])("%s", (_, earlier, question, expected) => {
    expect(standaloneQuestion(question, turns(...earlier))).toBe(expected);
  });
});

describe("a topic is handed on", () => {
  it.each([
    [
      "through a year",
      ["How many loans did the Elm Street Library make in 2020?", "And in 2021?"],
      "Who runs it?",
      "Who runs the Elm Street Library?",
    ],
    [
      "through another name",
      [river, "And the Rhine?"],
      "Which countries does it cross?",
      "Which countries does the Rhine cross?",
    ],
    [
      "through a pronoun",
      [library, "Who designed it? -> Maud Keller designed it."],
      "When was she born?",
      "When was Maud Keller born?",
    ],
    [
      "through a quantity",
      [recipe, "And how much water?"],
      "At what temperature is it baked?",
      "At what temperature is the sourdough recipe baked?",
    ],
    [
      "through an answer",
      [ferry, "How many cars can it carry? -> Forty."],
      "When was it built?",
      "When was the Blue Heron ferry built?",
    ],
    [
      "past a question without an answer",
      [library, "What did it cost?"],
      "Who designed it?",
      "Who designed the Elm Street Library?",
    ],
  ])("%s", (_, earlier, question, expected) => {
    expect(standaloneQuestion(question, turns(...earlier))).toBe(expected);
  });
});

describe("where no substitution is sure, the topic stands in a bracket", () => {
  it.each([
    ["an action", [architect], "What did that cost?", ["Elm Street Library"]],
    [
      "a count of what is where",
      ["What is the Harbour Mill? -> It was a mill."],
      "How many firms are there now?",
      ["Harbour Mill"],
    ],
    ["two words", [library], "Who won?", ["Elm Street Library"]],
    [
      "a noun of the answer",
      ["When was the Peat Trust founded? -> The trust planted a forest in 1990."],
      "How big is the forest now?",
      ["Peat Trust"],
    ],
  ])("%s", (_, earlier, question, expected) => {
    const resolved = standaloneQuestion(question, turns(...earlier));
    for (const words of expected) expect(resolved).toMatch(new RegExp(`\\(.*${words}.*\\)\\?$`, "u"));
  });
});
