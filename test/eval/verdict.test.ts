import { describe, expect, it } from "vitest";
import { judge, type Verdict } from "../../eval/verdict.ts";
import type { Answer } from "../../src/domain/answer.ts";
import { makeAnswer, makeCase, makeCitation } from "./make-answer.ts";

const evidence = "The port handled 20 million containers in 2021, and 21 million in 2022.";
const other = "Another harbour handled 21 million containers.";
const portCase = makeCase({ answers: ["21 million"], evidence: [evidence], mustNot: ["20 million"] });

function quoting(...quotes: string[]): Partial<Answer> {
  return {
    answer: quotes.map((quote, i) => `${quote} [${i + 1}]`).join(" "),
    citations: quotes.map((quote, i) => makeCitation({ marker: i + 1, quote })),
  };
}

type Row = [reason: string, answer: Partial<Answer>, expected: Verdict];

function judgesAs(testCase: ReturnType<typeof makeCase>, rows: Row[]): void {
  it.each(rows)("%s", (_, answer, expected) => {
    expect(judge(testCase, makeAnswer(answer))).toBe(expected);
  });
}

describe("a question with an answer", () => {
  judgesAs(portCase, [
    ["is right with the fact in own words", { answer: "It was 21 million [1]." }, "right"],
    ["is right where a quotation of the evidence also holds the confusable value", quoting(evidence), "right"],
    [
      "is right where white space is all that differs from the evidence",
      quoting(evidence.replaceAll(" ", "\n ")),
      "right",
    ],
    ["is hedged with the confusable value in own words", { answer: "Either 20 million or 21 million [1]." }, "hedged"],
    [
      "is hedged with the confusable value in another quotation",
      quoting(evidence, "In 2020 it was 20 million."),
      "hedged",
    ],
    [
      "is hedged by half a quotation, which proves nothing",
      { answer: "20 million containers in 2021, and 21 million" },
      "hedged",
    ],
    ["is a misquote with the fact in a sentence that is no evidence", quoting(other), "misquote"],
    ["is right with the fact in both", quoting(other, evidence), "right"],
    [
      "is right with own words beside a sentence that is no evidence",
      { ...quoting(other), answer: `So 21 million. ${other} [1]` },
      "right",
    ],
    ["is wrong without the fact", { answer: "It was 22 million [1]." }, "wrong"],
    ["is wrong with a number that only contains the fact", { answer: "It was 121 million [1]." }, "wrong"],
    ["is wrong with the fact across two quotations", quoting("It handled 21.", "Million by million it grew."), "wrong"],
    [
      "is wrong when refused, whatever the refusal says",
      { answer: "Not 21 million.", status: "unanswerable" },
      "wrong",
    ],
    ["is judged like an answer when partial", { answer: "21 million", status: "partial" }, "right"],
    ["is wrong when empty", { answer: "" }, "wrong"],
  ]);
});

describe("a fact that looks like a marker", () => {
  judgesAs(makeCase({ answers: ["1"], evidence: ["One."] }), [
    ["is not found in the marker", { answer: "Many. [1]", citations: [makeCitation({ quote: "Many." })] }, "wrong"],
    ["is found beside it", { answer: "Only 1. [1]", citations: [makeCitation({ quote: "Few." })] }, "right"],
    ["is found in brackets that are no marker", { answer: "See [1]." }, "right"],
  ]);
});

describe("a list", () => {
  const groups = makeCase({ kind: "list", allOf: [["Jingkun"], ["Jingtai", "Jing Tai"]], evidence: ["x"] });
  judgesAs(groups, [
    ["is right with one variant of every group", { answer: "Jing Tai and Jingkun" }, "right"],
    ["is wrong with a group missing", { answer: "Jingkun" }, "wrong"],
  ]);
  judgesAs({ ...groups, answers: ["both of them"] }, [
    ["is right with `answers` alone", { answer: "both of them" }, "right"],
    ["is right with every group and none of `answers`", { answer: "Jingkun, Jingtai" }, "right"],
    ["is wrong with neither", { answer: "Jingtai" }, "wrong"],
  ]);
});

describe("a question without an answer", () => {
  const closest = "At 6:56 every day, a train departs.";
  const premise = makeCase({
    kind: "unanswerable",
    abstain: true,
    correction: ["every day"],
    mustNot: ["weekends"],
    closest,
  });
  judgesAs(premise, [
    ["is right when refused", { answer: "The corpus does not say.", status: "unanswerable" }, "right"],
    ["is right with a denial that is an answer", quoting(closest), "right"],
    [
      "is right with a denial that is a refusal",
      { ...quoting(closest), status: "unanswerable", reason: "false_premise" },
      "right",
    ],
    ["is hedged with a denial and the false value", { answer: "Every day, or on weekends." }, "hedged"],
    [
      "is hedged when refused with the false value",
      { answer: "It runs on weekends.", status: "unanswerable" },
      "hedged",
    ],
    ["is right where only a quotation has the false value", quoting("Every day but weekends."), "right"],
    ["is wrong when answered", { answer: "Since few people ride it." }, "wrong"],
  ]);
});

describe("a false premise in a question with an answer", () => {
  judgesAs(makeCase({ answers: ["2017"], evidence: ["It opened in 2017."], correction: ["never closed"] }), [
    ["is right with the fact", { answer: "2017" }, "right"],
    ["is right with the denial in its place", { answer: "It never closed.", status: "unanswerable" }, "right"],
    ["is wrong with neither", { answer: "2018" }, "wrong"],
  ]);
});
