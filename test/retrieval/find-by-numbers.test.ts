import { beforeAll, describe, expect, it } from "vitest";
import { findByNumbers } from "../../src/retrieval/find-by-numbers.ts";
import type { LexicalIndex } from "../../src/search-index/lexical-index.ts";
import { createRowFilter } from "../../src/search-index/row-filter.ts";
import { buildGeneration, shippedModels } from "../build-generation.ts";

const sentences = [
  "In 2022 the port handled 21.843 million boxes.",
  "The train leaves at 6:56.",
  "The first tree was planted on November 13, 2017.",
  "The city covers 216000 square kilometers.",
  "In 2021 the port had 340 cranes.",
  "In 2020 the yard had 340 cranes.",
  "The report came out on May 15, 2023.",
];

let lexical: LexicalIndex;
beforeAll(async () => {
  lexical = (await buildGeneration({ "a.txt": sentences.join(" ") }, shippedModels())).lexical;
});

describe("numbers alone pick out", () => {
  it.each([
    ["21.843", 0],
    ["2022年是2184.3万吗？", 0],
    ["２１．８４３ 百万", 0],
    ["每天6:56", 1],
    ["2017年11月13日", 2],
    ["11月13日", 2],
    ["21.6万平方公里", 3],
    ["216,000", 3],
    ["2021年有340台", 4],
    ["2023年5月15日", 6],
  ])("for “%s” sentence %i", (question, sentence) => {
    expect(findByNumbers(question, lexical)).toBe(sentence);
  });

  it.each([
    ["2022年人口多少", "a year alone says too little"],
    ["340台", "two sentences have it"],
    ["2022年有340台", "no sentence has both"],
    ["2018年11月13日", "the year is another"],
    ["PM21.843", "the digits belong to a name"],
    ["13", "a small number is the same by chance"],
    ["7:15", "no sentence has it"],
    ["北京", "there is no number"],
    ["", "there is nothing"],
  ])("for “%s” no sentence: %s", (question) => {
    expect(findByNumbers(question, lexical)).toBe(-1);
  });

  it("looks for the one sentence in the rows of a filter alone", async () => {
    const { lexical: twoChunks, chunks } = await buildGeneration(
      { "a.txt": "In 2021 the port had 340 cranes.", "b.txt": "In 2020 the yard had 340 cranes." },
      shippedModels(),
    );
    expect(findByNumbers("340台", twoChunks)).toBe(-1);
    for (const row of chunks.keys()) {
      const within = createRowFilter(chunks.length, (each) => each === row);
      expect(findByNumbers("340台", twoChunks, within)).toBe(row);
    }
    expect(
      findByNumbers(
        "340台",
        twoChunks,
        createRowFilter(chunks.length, () => false),
      ),
    ).toBe(-1);
  });

  it.each(["1", "1.", "21.843 ", "11月13日", "9万", " ", "1 "])(
    "no sentence where there are more than a question has: “%s”, many times",
    (words) => {
      expect(findByNumbers(words.repeat(50_000), lexical)).toBe(-1);
    },
  );
});
