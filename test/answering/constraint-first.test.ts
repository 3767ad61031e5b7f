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
