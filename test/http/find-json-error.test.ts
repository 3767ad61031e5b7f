import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonError } from "../../src/http/find-json-error.ts";

describe("findJsonError", () => {
  it.each([
    ["abc", 0, "a value"],
    ["", 0, "a value"],
    ["[1 2]", 3, "a comma or ]"],
    ["[1,]", 3, "a value"],
    ["[", 1, "a value or ]"],
    ['{"a"}', 4, "a colon"],
    ['{"a":1 "b"', 7, "a comma or }"],
    ["{a:1}", 1, "a property name or }"],
    ['{"a":1,}', 7, "a property name"],
    ["{} x", 3, "the end of the text"],
    ['["\\x"]', 1, "a value or ]"],
    ["01", 1, "the end of the text"],
    ["\u00a01", 0, "a value"],
  ])("%j breaks at %i, where it expects %s", (text, position, expected) => {
    expect(findJsonError(text)).toMatchObject({ position, expected });
  });

  it("counts lines and columns from 1", () => {
    expect(findJsonError('{\n "a": x}')).toMatchObject({ line: 2, column: 7 });
  });

  it("finds nothing in what JSON.stringify writes", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.nat(4),
        (value, space) => findJsonError(JSON.stringify(value, null, space)) === null,
      ),
    );
  });

  it("agrees with JSON.parse on text made of JSON's own pieces", () => {
    const pieces = [
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"\\u00e9"',
      '"',
      "\\",
      "1",
      "-",
      "0",
      ".5",
      "e+1",
      "true",
      "null",
      " ",
      "\n",
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (json) => (findJsonError(json) === null) === parses(json)),
      { numRuns: 5000 },
    );
  });
});

function parses(json: string): boolean {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}
