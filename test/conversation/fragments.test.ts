import { describe, expect, it } from "vitest";
import { standaloneQuestion } from "../../src/conversation/standalone-question.ts";
import { turns } from "./turns.ts";

const opens = "When does the Elm Street Library open? -> It opens at nine.";
const opened = "When did the Elm Street Library open? -> It opened in 1954.";
const architect = "Who designed the Elm Street Library? -> It was designed by Maud Keller in 1952.";
const recipe = "How much flour does the sourdough recipe need? -> It needs 500 g of flour.";
const hired = "How many people were hired in 2021? -> Forty.";
const released = "When was Lumen 4.2 released? -> Lumen 4.2 was released in May.";
const bridges = "How many bridges did Ada Stone build? -> She built two.";
const river = "How long is the Danube? -> The Danube is 2,850 km long.";
const tower = "What is the height of the Gorm Tower? -> The Gorm Tower is 90 m high.";
const ferry = "Is there a ferry to Ness? -> Yes, a ferry runs to Ness.";
const pair = "Which bridges did Ada Stone build? -> Ada Stone built the Long Bridge and the Low Bridge.";

describe("what a fragment names takes the place of its like", () => {
  it.each([
    ["a name for a name", [river], "And the Rhine?", "How long is the Rhine?"],
    [
      "a name behind a preposition",
      ["How many branches are there in Ness?"],
      "And in Harwich?",
      "How many branches are there in Harwich?",
    ],
    [
      "a day that was not named before",
      [opens],
      "And on Sundays?",
      "When does the Elm Street Library open on Sundays?",
    ],
    ["a year for a year", [hired], "What about 2022?", "How many people were hired in 2022?"],
    ["the year before", [hired], "And the year before?", "How many people were hired in 2020?"],
    ["the following year", [hired], "And the following year?", "How many people were hired in 2022?"],
    ["what is counted", [recipe], "And salt?", "How much salt does the sourdough recipe need?"],
    [
      "what is counted, asked in full",
      [recipe],
      "And how much water?",
      "How much water does the sourdough recipe need?",
    ],
    [
      "plurals for plurals",
      ["How many nurses were hired? -> Nine nurses were hired."],
      "What about porters?",
      "How many porters were hired?",
    ],
    ["what acts", [recipe], "What about the rye bread?", "How much flour does the rye bread need?"],
    [
      "what something is done to",
      ["Who wrote the report? -> Tom Frey wrote it."],
      "And the summary?",
      "Who wrote the summary?",
    ],
    ["what something belongs to", ["What is the price of bread?"], "And milk?", "What is the price of milk?"],
    ["a property for a property", [tower], "And the weight?", "What is the weight of the Gorm Tower?"],
    ["a property of its own", [tower], "And its weight?", "What is the weight of the Gorm Tower?"],
    [
      "a role",
      ["How many people live in Ness? -> 900 people live in Ness."],
      "And its mayor?",
      "Who is the mayor of Ness?",
    ],
    ["a version", [released], "How about version 4.3?", "When was version 4.3 released?"],
    ["the same for", [river], "The same for the Rhine?", "How long is the Rhine?"],
    ["a bare name", ["Who is the mayor of Paris?"], "London?", "Who is the mayor of London?"],
    [
      "a place for a place",
      ["How long do trips in the old town take?"],
      "And between the villages?",
      "How long do trips between the villages take?",
    ],
    [
      "the other of two",
      ["How old is the Long Bridge? -> The Long Bridge and the Low Bridge are old."],
      "And the other one?",
      "How old is the Low Bridge?",
    ],
    ["keywords, which have no like", [opens], "ticket price", "Ticket price (Elm Street Library)?"],
    ["several in a row", [river, "And the Rhine?", "And the Elbe?"], "And the Oder?", "How long is the Oder?"],
  ])("%s", (_, earlier, question, expected) => {
    expect(standaloneQuestion(question, turns(...earlier))).toBe(expected);
  });
});

describe("a question word alone is asked of the question before", () => {
  it.each([
    ["why", [opens, "And on Sundays? -> Closed."], "Why?", "Why does the Elm Street Library open on Sundays?"],
    ["why not, of a yes or no", ["Was the mill sold? -> Yes."], "Why?", "Why was the mill sold?"],
    ["where", [hired], "Where?", "Where were the people hired in 2021?"],
    ["by whom", ["When was the mill sold? -> In 1900."], "By whom?", "By whom was the mill sold?"],
    [
      "from where",
      ["When does the Gannet train depart? -> At six."],
      "And from where?",
      "From where does the Gannet train depart?",
    ],
    [
      "since when",
      ["Who maintains Lumen? -> Ines Duarte."],
      "Since when?",
      "Since when is it that someone maintains Lumen?",
    ],
    ["when, of what is", [ferry], "When?", "When is there a ferry to Ness?"],
    ["in which year", [opened], "In which year?", "In which year did the Elm Street Library open?"],
    [
      "how many of them",
      ["Since when have the nurses been trained here? -> Since 1990."],
      "How many of them?",
      "How many nurses have been trained here?",
    ],
    ["which ones", [bridges], "Which ones?", "Which bridges did Ada Stone build?"],
    ["name them", [bridges], "Could you name them?", "Which bridges did Ada Stone build?"],
    ["what are they", [bridges], "What are they?", "Which bridges did Ada Stone build?"],
    ["how many", [pair], "How many?", "How many bridges did Ada Stone build?"],
    ["when was that", [architect], "When was that?", "When was it that someone designed the Elm Street Library?"],
    [
      "when did that happen",
      ["How many mills were closed? -> Six."],
      "When did that happen?",
      "When were the mills closed?",
    ],
    [
      "where was that",
      ["When did Ada Stone meet Tom Frey? -> In 1900."],
      "Where was that?",
      "Where did Ada Stone meet Tom Frey?",
    ],
  ])("%s", (_, earlier, question, expected) => {
    expect(standaloneQuestion(question, turns(...earlier))).toBe(expected);
  });
});

describe("a correction is put in", () => {
  it.each([
    ["I meant", [river], "No, I meant the Rhine", "How long is the Rhine?"],
    ["I meant, of common nouns", ["How deep is the canal?"], "No, I meant the river.", "How deep is the river?"],
    ["sorry", [hired], "Sorry, 2022.", "How many people were hired in 2022?"],
    ["not this, that", [hired], "not 2021, 2022", "How many people were hired in 2022?"],
    ["not this but that", [river], "not the Danube but the Rhine", "How long is the Rhine?"],
    ["that, not this", [hired], "2022, not 2021", "How many people were hired in 2022?"],
    ["that, I mean", [hired], "2022, I mean.", "How many people were hired in 2022?"],
    ["make it", [hired], "Make that 2022", "How many people were hired in 2022?"],
    [
      "the second one, of a list",
      [pair, "When was the first one opened?"],
      "sorry, the second one",
      "When was the Low Bridge opened?",
    ],
    [
      "a topic and a question",
      ["What happened in May?"],
      "I meant the harbour fire, on which day was that?",
      "On which day was the harbour fire?",
    ],
    [
      "two parts",
      ["How far is Ness from Harwich?"],
      "Sorry, I meant Oban from Harwich",
      "How far is Oban from Harwich?",
    ],
    ["a whole question", [river], "Sorry, how wide is the Elbe near Hamburg?", "How wide is the Elbe near Hamburg?"],
    [
      "twice",
      ["How many people were hired in 2020?", "Sorry, 2021."],
      "Not 2021, 2022.",
      "How many people were hired in 2022?",
    ],
  ])("%s", (_, earlier, question, expected) => {
    expect(standaloneQuestion(question, turns(...earlier))).toBe(expected);
  });
});
