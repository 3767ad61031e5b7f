import { expect, it } from "vitest";
import { holdGeneration } from "../../src/search-index/hold-generation.ts";
import { exampleContent } from "./example-content.ts";
import { exampleFiles, readFiles } from "./example-files.ts";

const content = exampleContent();

it("content that is held is the generation that is read after publishing, its files aside", async () => {
  const held = await holdGeneration(content, "000001");
  const read = await readFiles(await exampleFiles(content));
  const { manifest, dense, lexical, ...rest } = held;
  expect(read).toMatchObject(rest);
  expect({ ...read.manifest, files: {} }).toEqual(manifest);
  const question = content.vectors.subarray(0, 8);
  expect(dense.search(question, 5)).toEqual(read.dense.search(question, 5));
  expect(lexical.surfaces).toEqual(read.lexical.surfaces);
});
