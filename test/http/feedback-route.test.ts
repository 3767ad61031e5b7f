import { describe, expect, it } from "vitest";
import { RequestError } from "../../src/domain/errors.ts";
import type { FeedbackEntry } from "../../src/domain/feedback.ts";
import { createTestApp, post, problemIn } from "./test-app.ts";

const feedback = { answerId: "ans_1", question: " When? ", answer: "At 9:30. [1]", rating: "up" };

describe("POST /feedback", () => {
  it("says that nothing was stored where the server has no place for it", async () => {
    const response = await post(createTestApp(), "/feedback", feedback);
    expect([response.status, await response.json()]).toEqual([200, { stored: false }]);
  });

  it("hands the store what was said, trimmed, with the generation served", async () => {
    const kept: FeedbackEntry[] = [];
    const app = createTestApp({ feedback: { add: async (entry) => void kept.push(entry) } });
    const response = await post(app, "/feedback", { ...feedback, comment: "so\nit is" });
    expect(await response.json()).toEqual({ stored: true });
    expect(kept).toEqual([{ ...feedback, question: "When?", comment: "so\nit is", generation: "000001" }]);
  });

  it("takes feedback without an index too", async () => {
    const kept: FeedbackEntry[] = [];
    const app = createTestApp({ assistant: () => null, feedback: { add: async (entry) => void kept.push(entry) } });
    expect((await post(app, "/feedback", feedback)).status).toBe(200);
    expect(kept[0]?.generation).toBeNull();
  });

  it("passes on in the store's words that there is no room, and when to come again", async () => {
    const full = new RequestError(503, "The file of feedback is full.", [], { retryAfterSeconds: 600 });
    const app = createTestApp({ feedback: { add: () => Promise.reject(full) } });
    const response = await post(app, "/feedback", feedback);
    expect(response.headers.get("retry-after")).toBe("600");
    expect(await problemIn(response)).toMatchObject({ status: 503, detail: "The file of feedback is full." });
  });

  it.each([
    [{ rating: "maybe" }, "/rating"],
    [{ comment: "" }, "/comment"],
    [{ comment: "a".repeat(2001) }, "/comment"],
    [{ answerId: "a".repeat(101) }, "/answerId"],
    [{ answer: "\ud800" }, "/answer"],
    [{ stars: 5 }, "/stars"],
  ])("refuses %j with 422 and points at the field", async (change, pointer) => {
    const kept: FeedbackEntry[] = [];
    const app = createTestApp({ feedback: { add: async (entry) => void kept.push(entry) } });
    const problem = await problemIn(await post(app, "/feedback", { ...feedback, ...change }));
    expect(problem).toMatchObject({ status: 422, errors: [{ pointer }] });
    expect(kept).toEqual([]);
  });
});
