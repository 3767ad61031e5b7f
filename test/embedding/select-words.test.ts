import { describe, expect, it } from "vitest";
import { selectWords } from "../../src/embedding/select-words.ts";
import { wordTableLayout } from "../../src/embedding/word-table-layout.ts";

describe("selectWords", () => {
  it("keeps the order of frequency, without punctuation and numbers", () => {
    const words = ["the", ",", "2014", "of", "1990s", "--", "covid-19", "½", "中国"];
    expect(selectWords(words, 4, 10_000)).toEqual(["the", "of", "1990s", "covid-19", "中国"]);
  });

  it("fills a table up to its size and not a byte further", () => {
    const full = wordTableLayout({ words: 2, dimension: 4, components: 3, textBytes: 9 }).end;
    expect(selectWords(["the", "中国", "of"], 4, full)).toEqual(["the", "中国"]);
    expect(selectWords(["the", "中国", "of"], 4, full - 1)).toEqual(["the"]);
  });
});
