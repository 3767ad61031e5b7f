import { describe, expect, it } from "vitest";
import { parseCases } from "../../eval/parse-cases.ts";
import { ConfigurationError } from "../../src/domain/errors.ts";

const base = { id: "a", kind: "direct", question: "Where?", answers: ["here"], evidence: ["It is here."] };

function problemsOf(...lines: (object | string)[]): readonly string[] {
  try {
    parseCases(lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"), "x.jsonl");
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe("parseCases", () => {
  it("fills every field that a line leaves out, and trims the question", () => {
    expect(parseCases(`\uFEFF${JSON.stringify({ ...base, question: " Where? " })}\r\n\n`, "x.jsonl")).toEqual([
      {
        ...base,
        history: [],
        allOf: [],
        mustNot: [],
        abstain: false,
        correction: [],
        abstainPart: null,
        type: null,
        closest: null,
        note: null,
      },
    ]);
  });

  it("takes every field of the format", () => {
    const line = {
      ...base,
      history: [{ role: "user", content: "Hello" }],
      all_of: [["here"], ["there", "yonder"]],
      must_not: ["nowhere"],
      correction: ["no"],
      abstain_part: "why",
      type: "entity",
      closest: "It is near.",
      note: "plain",
    };
    const [parsed] = parseCases(JSON.stringify(line), "x.jsonl");
    expect(parsed).toMatchObject({
      allOf: line.all_of,
      mustNot: line.must_not,
      abstainPart: "why",
      closest: "It is near.",
    });
    expect(parsed?.history).toEqual(line.history);
  });

  it("names file, line, field, what was found and what was expected, for all lines at once", () => {
    expect(problemsOf({ ...base, id: "b" }, "", { ...base, answers: "here" }, { ...base, kind: "odd" })).toEqual([
      'x.jsonl:3: answers: found "here"; expected an array of strings that are not blank',
      expect.stringMatching(/^x\.jsonl:4: kind: found "odd"; expected one of direct, paraphrase, /u),
    ]);
  });

  it.each([
    ["an unknown field", { ...base, mustnot: [] }, "mustnot: found an unknown field"],
    ["a field that objects inherit", '{"__proto__": 1, "id": "a"}', "__proto__: found an unknown field"],
    ["a missing field", { ...base, id: undefined }, "id: found nothing"],
    ["a blank id", { ...base, id: " " }, 'id: found " "'],
    ["a blank variant", { ...base, answers: [""] }, 'answers: found [""]'],
    ["an empty group", { ...base, all_of: [[]] }, "all_of: found [[]]"],
    ["abstain that is not true", { ...base, abstain: false }, "abstain: found false; expected true, or no such field"],
    ["null for a string", { ...base, note: null }, "note: found null"],
    ["a question that is too long", { ...base, question: "x".repeat(2001) }, "question: found"],
    ["an empty history", { ...base, history: [] }, "history: found []"],
    ["an unknown role", { ...base, history: [{ role: "system", content: "x" }] }, "history: found"],
    ["an unknown field of a turn", { ...base, history: [{ role: "user", content: "x", at: 1 }] }, "history: found"],
    ["broken JSON", '{"id": ', "found no valid JSON"],
    ["no object", "[1]", "found [1]; expected one JSON object"],
    ["null", "null", "found null; expected one JSON object"],
    ["no fact and no abstention", { ...base, answers: [] }, "answers: found neither answers nor all_of"],
    ["a fact without evidence", { ...base, evidence: [] }, "evidence: found []"],
    ["a fact in an abstention", { ...base, abstain: true }, "answers, all_of: found a fact"],
    ["evidence in an abstention", { ...base, abstain: true, answers: [] }, "evidence: found a sentence"],
    ["an unanswerable case that is answered", { ...base, kind: "unanswerable" }, "abstain: found nothing"],
    ["a forbidden value inside the answer", { ...base, answers: ["over here"], must_not: ["Here"] }, "must_not: found"],
  ])("refuses %s", (_, line, problem) => {
    expect(problemsOf(line).join("\n")).toContain(`x.jsonl:1: ${problem}`);
  });

  it("refuses an id twice and names the line that has it", () => {
    expect(problemsOf(base, base)).toEqual(['x.jsonl:2: id: found "a", which line 1 has already; expected a new one']);
  });

  it("refuses a file without a case", () => {
    expect(problemsOf(" ")).toEqual(["x.jsonl: found no case; expected one JSON object a line"]);
  });
});
