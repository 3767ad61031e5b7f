import { describe, expect, it } from "vitest";
import { parsePrompt } from "../../src/answering/prompt.ts";
import { ConfigurationError } from "../../src/domain/errors.ts";

const lines = [
  "---",
  "name: greet",
  "version: 2",
  "description: Greets: politely.",
  "slots: who, when",
  "---",
  "",
  "# Instructions",
  "",
  "Be kind.",
  "",
  "# Message",
  "",
  "{{who}} at {{when}}, {{who}}",
  "",
];

/** The prompt with one line, counted from 1, replaced; and the problems that are found. */
function problemsOf(line: number, text: string): readonly string[] {
  const changed = lines.map((each, i) => (i === line - 1 ? text : each)).join("\n");
  try {
    parsePrompt(changed, "greet");
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe("parsePrompt", () => {
  it("reads the front matter and both sections", () => {
    expect(parsePrompt(lines.join("\n"), "greet")).toEqual({
      name: "greet",
      version: "2",
      description: "Greets: politely.",
      slots: ["who", "when"],
      instructions: "Be kind.",
      message: "{{who}} at {{when}}, {{who}}",
    });
  });

  it("reads a file with a byte order mark and CRLF line ends alike", () => {
    expect(parsePrompt(`\uFEFF${lines.join("\r\n")}`, "greet")).toEqual(parsePrompt(lines.join("\n"), "greet"));
  });

  it.each([
    ["no front matter", 1, "hello", 'greet.md:1: expected front matter between two lines of "---"'],
    ["another name", 2, "name: welcome", 'greet.md:1: the name is "welcome"; expected "greet"'],
    ["an unknown key", 3, "author: me", 'greet.md:3: "author: me" is none of "name: ..."'],
    ["a missing key", 3, "author: me", 'greet.md:1: the front matter lacks "version"'],
    ["a value that is left out", 3, "version: ", 'greet.md:3: "version: " is none of'],
    ["a key twice", 4, "version: 3", 'greet.md:4: "version" is given twice'],
    ["a slot that is not declared", 14, "{{who}} {{when}} {{where}}", "greet.md:14: {{where}} is no declared slot"],
    ["a slot that is not used", 14, "{{who}}", 'greet.md:1: the slot "when" is declared and never used'],
    ["a slot among the instructions", 10, "Be {{who}}.", 'greet.md:10: {{who}} stands outside of "# Message"'],
    ["a malformed slot", 14, "{{who}} {{when}} {{ who }}", "greet.md:14: expected a slot as {{name}}"],
    ["no instructions", 8, "Instructions", 'greet.md:6: expected a section "# Instructions"'],
    ["empty instructions", 10, "", 'greet.md:6: expected a section "# Instructions"'],
    ["no message", 12, "Message", 'greet.md:6: expected a section "# Message"'],
  ])("refuses %s, with file and line", (_, line, text, problem) => {
    expect(problemsOf(line, text).some((each) => each.startsWith(problem))).toBe(true);
  });

  it("reports all problems at once", () => {
    expect(problemsOf(3, "author: me")).toHaveLength(2);
  });
});
