import { expect, it } from "vitest";
import { featureOf, readTexts, sentenceOf } from "./read-features.ts";

const report = `---
title: The Lorne ferry
date: 2023-05-15
---

# The Lorne ferry

Last year it carried 412,000 passengers. From 2015 to 2019 it carried fewer. Passengers like it.
`;

it("a year is met by a relative time that means it", async () => {
  const retrieval = await (await readTexts({ "ferry.md": report }))("How many passengers did the ferry carry in 2022?");
  expect(featureOf(retrieval, "Last year", "years")).toBe(1);
  expect(featureOf(retrieval, "Last year", "timeMet")).toBe(1);
});

it("a year that the sentence does not mean is not met", async () => {
  const retrieval = await (await readTexts({ "ferry.md": report }))("How many passengers did the ferry carry in 2021?");
  expect(featureOf(retrieval, "Last year", "years")).toBe(0);
  expect(featureOf(retrieval, "From 2015", "years")).toBe(0);
});

it("a year inside a range is met almost: not word for word", async () => {
  const retrieval = await (await readTexts({ "ferry.md": report }))("How many passengers did the ferry carry in 2017?");
  const { alignment } = sentenceOf(retrieval, "From 2015").candidate;
  const year = retrieval.question.terms.findIndex(({ kind }) => kind === "year");
  expect([alignment.exact[year], alignment.best[year]]).toEqual([0, 0.8]);
});
