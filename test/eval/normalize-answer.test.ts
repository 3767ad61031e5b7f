import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { containsVariant, normalizeAnswer } from "../../eval/normalize-answer.ts";

describe("normalizeAnswer", () => {
  const table: [string, string, string][] = [
    ["case and accents", "Café Zürich", "cafe zurich"],
    ["accents written as marks of their own", "Cafe\u0301", "cafe"],
    ["compatibility forms", "ﬁve ２０２３", "five 2023"],
    ["possessive s", "Hebei's and Beijing’s ports", "hebei and beijing ports"],
    ["an apostrophe that is no possessive", "Xiong'an, Xi’an", "xiong an xi an"],
    ["thousands commas", "1,234,567 and 12,345.6", "1234567 and 12345.6"],
    ["commas that part no thousands", "in 2014, 300 people; 1,23", "in 2014 300 people 1 23"],
    ["ordinals", "the 21st, 2nd and 113th", "the 21 2 and 113"],
    ["percent", "45.1%, 45.1 percent and 45.1 per cent", "45.1 % 45.1 % and 45.1 %"],
    ["a number and its unit", "26km, 5G and 9am", "26 km 5 g and 9 am"],
    ["a decade, which is no unit", "in the 1990s", "in the 1990s"],
    ["a letter before a digit", "A380 and COVID-19", "a380 and covid 19"],
    ["times, sums and decimals", "at 6:56, 2+26 cities, 3.5.", "at 6:56 2+26 cities 3.5"],
    ["period, colon and plus elsewhere", "Note: U.S. C++ ...", "note u s c"],
    ["other punctuation and symbols", "$5 (five) – “dollars”_now", "5 five dollars now"],
    ["fractions and superscripts", "5½ m²", "5 1 2 m2"],
    ["Chinese, a character a word", "2022年北京", "2022 年 北 京"],
    ["white space", " \u00a0a\t\n b ", "a b"],
  ];
  it.each(table)("%s", (_, text, expected) => {
    expect(normalizeAnswer(text)).toBe(expected);
  });

  it("gives words parted by single spaces for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(normalizeAnswer(text)).toMatch(/^(?:\S+(?: \S+)*)?$/u);
      }),
    );
  });
});

describe("containsVariant", () => {
  const table: [string, string, string, boolean][] = [
    ["a whole word", "It opens in Beijing.", "beijing", true],
    ["no part of a word", "It opens in Beijingland.", "beijing", false],
    ["no part of a number", "In 2022.", "22", false],
    ["no part of a decimal", "It is 45.1%.", "45", false],
    ["no part of a time", "At 16:56.", "6:56", false],
    ["no part of a sum", "2+26 cities", "26", false],
    ["no year in a decade", "the 1990s", "1990", false],
    ["percent in any spelling", "rose by 9.3 percent", "9.3%", true],
    ["a unit set apart or not", "26 km long", "26km", true],
    ["several words in order", "the Port of Tianjin's quay", "Port of Tianjin", true],
    ["no words out of order", "Tianjin has a port", "Port of Tianjin", false],
    ["a Chinese word inside a clause", "他住在北京市", "北京", true],
    ["a variant of punctuation alone, as it stands", "marked with *", "*", true],
    ["a variant of punctuation alone that is not there", "marked", "*", false],
  ];
  it.each(table)("%s", (_, text, variant, expected) => {
    expect(containsVariant(text, variant)).toBe(expected);
  });

  it("finds any text in itself between other words", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        fc.pre(normalizeAnswer(text) !== "");
        expect(containsVariant(`before ; ${text} ; after`, text)).toBe(true);
      }),
    );
  });
});
