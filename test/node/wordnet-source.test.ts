import { describe, expect, it } from "vitest";
import { compileThesaurus } from "../../src/embedding/compile-thesaurus.ts";
import { parseWordnet } from "../../src/node/wordnet-source.ts";

const licence = "  1 This software and database is being provided to you  \n  2 under the following license.  \n";

const noun = {
  letter: "n",
  data: `${licence}00000100 06 n 02 ship 0 Vessel 0 002 @ 00000200 n 0000 ~ 00000300 n 0000 | a boat | of any size  
00000200 06 n 01 craft 0 000 | what carries people  
00000300 06 n 0a Ab 0 b 0 c 0 d 0 e 0 f 0 g 0 h 0 i 0 steam_ship 1 001 @ 00000100 n 0000 | ten words  
00000400 18 n 01 buyer 0 001 + 00000500 v 0101 | one who buys  
`,
  index: `${licence}buyer n 1 1 + 1 0 00000400  
craft n 1 1 ~ 1 1 00000200  
ship n 2 2 @ ~ 2 1 00000100 00000200  
steam_ship n 1 1 @ 1 0 00000300  
`,
};
const verb = {
  letter: "v",
  data: `${licence}00000500 40 v 02 buy 0 purchase 0 001 + 00000400 n 0101 02 + 08 00 + 09 00 | obtain by purchase  
`,
  index: `${licence}buy v 1 2 @ + 1 1 00000500  
`,
};
const adjective = {
  letter: "a",
  data: `${licence}00000600 00 a 01 hot 0 002 ! 00000700 a 0101 & 00000800 s 0000 | used of heat  
00000700 00 a 01 cold(a) 0 001 ! 00000600 a 0101 | used of cold  
00000800 00 s 01 torrid(ip) 0 001 & 00000600 a 0000 | extremely hot  
`,
  index: "",
};

const { synsets, senses } = parseWordnet([noun, verb, adjective]);

describe("a WordNet file", () => {
  it("lists sets of words with their pointers, in lower case", () => {
    expect(synsets.get("n00000100")).toEqual({
      words: ["ship", "vessel"],
      pointers: [
        { symbol: "@", target: "n00000200", source: 0, word: 0 },
        { symbol: "~", target: "n00000300", source: 0, word: 0 },
      ],
    });
    expect(synsets.get("n00000200")).toEqual({ words: ["craft"], pointers: [] });
  });

  it("counts words in hexadecimal", () => {
    expect(synsets.get("n00000300")?.words).toEqual(["ab", "b", "c", "d", "e", "f", "g", "h", "i", "steam_ship"]);
    expect(synsets.get("n00000300")?.pointers).toHaveLength(1);
  });

  it("says which word points to which, and leaves out the frames of a verb", () => {
    expect(synsets.get("v00000500")?.pointers).toEqual([{ symbol: "+", target: "n00000400", source: 1, word: 1 }]);
  });

  it("files the satellites of adjectives under the adjectives", () => {
    expect(synsets.get("a00000600")?.pointers.map(({ target }) => target)).toEqual(["a00000700", "a00000800"]);
    expect(synsets.get("a00000800")?.pointers[0]?.target).toBe("a00000600");
  });

  it("has no syntactic markers left on its words", () => {
    expect(["a00000700", "a00000800"].map((id) => synsets.get(id)?.words)).toEqual([["cold"], ["torrid"]]);
  });

  it("passes over its licence", () => {
    expect([...synsets.keys()].filter((id) => !/^[nva]\d{8}$/u.test(id))).toEqual([]);
    expect([...senses.keys()]).toEqual(["buyer|n", "craft|n", "ship|n", "steam_ship|n", "buy|v"]);
  });

  it("gives the meanings of a word, commonest first, whatever number of pointers it counts", () => {
    expect(senses.get("ship|n")).toEqual(["n00000100", "n00000200"]);
    expect(senses.get("buy|v")).toEqual(["v00000500"]);
  });

  it("becomes relations", () => {
    const { related } = compileThesaurus({ synsets, senses }, () => true);
    expect(related.get("bui")?.get("buyer")).toBe(1);
    expect(related.get("ship")?.get("craft")).toBe(1);
  });

  it("may be empty", () => {
    expect(parseWordnet([{ letter: "n", data: "", index: "" }]).synsets.size).toBe(0);
  });
});
