import { describe, expect, it } from "vitest";
import { ConfigurationError } from "../../src/domain/errors.ts";
import { commands, helpText, parseCommandLine } from "../../src/node/command-line.ts";

describe("the command line", () => {
  it("is a command, its flags and its words", () => {
    expect(parseCommandLine(["ask", "--json", "Who", "built it?"])).toEqual({
      name: "ask",
      flags: expect.objectContaining({ json: true }),
      positionals: ["Who", "built it?"],
    });
    expect(parseCommandLine(["eval", "--set", "a", "--set", "b"]).flags.set).toEqual(["a", "b"]);
    expect(parseCommandLine(["serve", "--port=0"]).flags.port).toBe("0");
  });

  it("takes words behind -- for words", () => {
    expect(parseCommandLine(["ask", "--", "--help"]).positionals).toEqual(["--help"]);
  });

  it.each([[[]], [["--help"]], [["-h"]], [["help"]]])("asks for help with %j", (words) => {
    expect(parseCommandLine(words)).toEqual({ name: "help", flags: {}, positionals: [] });
  });

  it.each([
    [
      "an unknown command",
      ["bake"],
      '"bake" is no command: expected one of ingest, ask, chat, serve, mcp, eval, feedback, rollback, doctor',
    ],
    ["a name that every object has", ["constructor"], '"constructor" is no command'],
    ["an unknown flag", ["ask", "--nope"], "Unknown option '--nope'; usage: annalist ask QUESTION"],
    ["a flag of another command", ["ingest", "--port", "1"], "Unknown option '--port'; usage: annalist ingest"],
    ["a flag without its value", ["serve", "--port"], "argument missing; usage: annalist serve"],
    [
      "a value for a flag that has none",
      ["ingest", "--strict=yes"],
      "does not take an argument; usage: annalist ingest",
    ],
    ["a word too many", ["ingest", "folder"], '"folder" was not expected: annalist ingest'],
  ])("refuses %s, and says what was expected", (_, words, message) => {
    const parse = () => parseCommandLine(words);
    expect(parse).toThrow(ConfigurationError);
    expect(parse).toThrow(message);
    expect(parse).toThrow(expect.objectContaining({ code: "usage" }));
  });
});

describe("the help", () => {
  it("names every command, and for each command every flag", () => {
    for (const [name, { summary, flags }] of Object.entries(commands)) {
      expect(helpText("")).toContain(`${name.padEnd(8)} ${summary}`);
      for (const flag of Object.keys(flags)) expect(helpText(name)).toMatch(new RegExp(`--${flag}\\b.*  `, "u"));
    }
  });
});
