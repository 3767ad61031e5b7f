import { beforeAll, describe, expect, it } from "vitest";
import { createTimeReader } from "../../src/retrieval/read-times.ts";
import type { Generation } from "../../src/search-index/generation.ts";
import { buildGeneration, shippedModels } from "../build-generation.ts";

const texts = {
  "dated.md": `---
date: 2023-05-10
---

# The mill

The mill opened in March 2019. In the same year it burned. Last year it was sold. Nobody knows who owns it.
`,
  "headed.md": `# The boats

## Spring of 2021

In March the boat sank.
`,
  "titled.md": `# The rafts of 2018

In April the raft sank.
`,
  "undated.txt": `The lamp

Last year the lamp was lit.
`,
};

let generation: Generation;
let read: string[];
let find: (opening: string) => number;
let reader: (capacity?: number) => (sentence: number) => string[];

beforeAll(async () => {
  generation = await buildGeneration(texts, shippedModels());
  const sentences = generation.chunks.flatMap((chunk) =>
    chunk.sentences.map(({ start, end }) =>
      (generation.documents.find(({ id }) => id === chunk.documentId)?.text ?? "").slice(start, end),
    ),
  );
  read = [];
  reader = (capacity) => {
    const textOf = (sentence: number) => {
      read.push(sentences[sentence] ?? "");
      return sentences[sentence] ?? "";
    };
    const times = createTimeReader({ generation, textOf, ...(capacity === undefined ? {} : { capacity }) });
    return (sentence) => times(sentence).map(({ from, to }) => `${from} ${to}`);
  };
  find = (opening) => sentences.findIndex((text) => text.startsWith(opening));
});

describe("the times of a sentence", () => {
  it.each([
    ["stand in it", "The mill opened", ["2019-03-01 2019-03-31"]],
    ["lean on the sentence before", "In the same year", ["2019-01-01 2019-12-31"]],
    ["count from the day of the document", "Last year it was", ["2022-01-01 2022-12-31"]],
    ["take their year from a heading", "In March the boat", ["2021-03-01 2021-03-31"]],
    ["take it from the title", "In April the raft", ["2018-04-01 2018-04-30"]],
    ["are unknown where the document has no day to count from", "Last year the lamp", []],
    ["are none where it names none", "Nobody", []],
  ])("%s: %s", (_, opening, times) => {
    expect(reader()(find(opening))).toEqual(times);
  });

  it("are read once a chunk, not once a sentence", () => {
    const timesOf = reader();
    read.length = 0;
    timesOf(find("The mill opened"));
    const first = read.length;
    for (const opening of ["In the same year", "Last year it was", "The mill opened"]) timesOf(find(opening));
    expect(read).toHaveLength(first);
  });

  it("are the same where nothing can be kept", () => {
    const openings = ["In March the boat", "In the same year", "Last year the lamp", "Last year it was"];
    const [small, large] = [reader(1), reader()];
    for (const opening of [...openings, ...openings]) expect(small(find(opening))).toEqual(large(find(opening)));
  });
});
