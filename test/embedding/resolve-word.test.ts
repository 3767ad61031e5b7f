import { describe, expect, it } from "vitest";
import { resolveWord } from "../../src/embedding/resolve-word.ts";
import { decodeWordTable } from "../../src/embedding/word-table.ts";
import { tinyTable } from "./tiny-table.ts";

const words = ["china", "speed", "high-speed", "cafe", "o", "neill", "do", "they"];
const table = decodeWordTable(tinyTable(Object.fromEntries(words.map((word, i) => [word, [1, i, i * i]]))));
const spell = (word: string) =>
  resolveWord(table, word).map((part) => (typeof part === "number" ? words[part] : `?${part}`));

describe("resolveWord", () => {
  it.each([
    ["CHINA", ["china"]],
    ["China's", ["china"]],
    ["China’s", ["china"]],
    ["don't", ["do"]],
    ["they'll", ["they"]],
    ["High-Speed", ["high-speed"]],
    ["low-speed", ["?low", "speed"]],
    ["O'Neill", ["o", "neill"]],
    ["Café", ["cafe"]],
    ["café’s", ["cafe"]],
    ["Xiong'an", ["?xiong", "?an"]],
    ["2014", ["?2014"]],
    ["雄安", ["?雄安"]],
  ])("reads %s as %j", (word, parts) => {
    expect(spell(word)).toEqual(parts);
  });
});
