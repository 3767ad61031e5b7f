import fc from "fast-check";
import { expect, it } from "vitest";
import { parseCsv } from "../../train/parse-csv.ts";

it("separates fields by commas and rows by line breaks of either kind", () => {
  expect(parseCsv("a,b\n1,\r\n,2")).toEqual([
    ["a", "b"],
    ["1", ""],
    ["", "2"],
  ]);
});

it("takes commas, line breaks and doubled quotes inside quotes for text", () => {
  expect(parseCsv('"a, ""b""\nc",d\n')).toEqual([['a, "b"\nc', "d"]]);
});

it("takes a quote inside a bare field for a character", () => {
  expect(parseCsv('5" nail,x')).toEqual([['5" nail', "x"]]);
});

it("adds no row for a line break at the end, and finds none in nothing", () => {
  expect(parseCsv("a\n")).toEqual([["a"]]);
  expect(parseCsv("")).toEqual([]);
});

it("refuses a quote that stays open and words behind a closing one", () => {
  expect(() => parseCsv('a\n"b,c')).toThrow(/offset 2/u);
  expect(() => parseCsv('"a"b')).toThrow(/closing|end/u);
});

it("reads back whatever was quoted", () => {
  const field = fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", " ", "a", "é") });
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 1 }), { maxLength: 5 }), (rows) => {
      const csv = rows.map((row) => `${row.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")}\n`).join("");
      expect(parseCsv(csv)).toEqual(rows);
    }),
  );
});
