import { expect, it } from "vitest";
import { buildAssistant } from "../build-generation.ts";

const handbook = `# Library handbook

On weekdays the reading room opens at 8:00 and closes at 20:00. On Saturdays it opens at 9:30. The library is closed on Sundays.

Members may borrow up to twelve books for four weeks. A late book costs 20 cents a day.
`;

it("a sentence that leans on the one before by a pronoun answers where it alone has the day that was asked for", async () => {
  const assistant = await buildAssistant({ "library-handbook.md": handbook });
  const answer = await assistant.ask({
    question: "When does the reading room open on Saturdays?",
    history: [],
    limit: 8,
  });
  expect(answer.citations[0]?.quote).toBe("On Saturdays it opens at 9:30.");
  expect(answer.short).toBe("9:30");
});

const bridges = `# Bridges

The Orme Bridge was drawn by Ada Lindqvist. The bridge was opened in 1931 after nine years of work. Ships pass it at noon.

The Tarn Bridge is younger. It was opened in 1964.
`;

it.each([
  [
    "When was the Orme Bridge opened?",
    "The bridge was opened in 1931 after nine years of work.",
    "Orme Bridge was drawn",
  ],
  ["When was the Tarn Bridge opened?", "It was opened in 1964.", "The Tarn Bridge is younger."],
])("a sentence that only says “the bridge” brings along the one that names it: %s", async (question, first, second) => {
  const assistant = await buildAssistant({ "bridges.md": bridges });
  const { citations } = await assistant.ask({ question, history: [], limit: 8 });
  expect(citations[0]?.quote).toBe(first);
  expect(citations[1]?.quote).toContain(second);
});
