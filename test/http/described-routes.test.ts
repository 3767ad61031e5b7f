import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byTier } from "../load/tier.ts";
import { handbook } from "./fake-assistant.ts";
import { type Schema, schemaProblems } from "./json-schema-check.ts";
import { brokenBodies, fittingBodies, type KnownFields } from "./schema-bodies.ts";
import { createTestApp, post } from "./test-app.ts";

type Contents = Readonly<Record<string, { readonly schema: Schema }>>;

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Contents };
  readonly responses: Readonly<Record<string, { readonly content: Contents }>>;
}

const app = createTestApp({ metrics: { contentType: "text/plain; version=0.0.4", read: async () => "up 1\n" } });
const api = (await (await app.request("/openapi.json")).json()) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

/** Its bodies are JSON-RPC, which is tested with that protocol's own client. */
const skipped = new Set(["/mcp"]);
const operations = Object.entries(api.paths)
  .filter(([path]) => !skipped.has(path))
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));

/** What schemas can't say: which collections there are, and that a conversation ends with what the user asks. */
const said = fc.constantFrom("When?", "Who? 😀", "Why\u0000?");
const conversation = (message: (text: string) => unknown) =>
  fc.array(said, { minLength: 1, maxLength: 3 }).map((texts) => texts.map(message));
const knownFields: Readonly<Record<string, KnownFields>> = {
  "/chat": { messages: conversation((text) => ({ role: "user", parts: [{ type: "text", text }] })) },
  "/v1/chat/completions": { messages: conversation((content) => ({ role: "user", content })) },
};
const collection = fc.constant("reports");

/** Fails unless the document tells of the response's status, media type and body; returns the status. */
async function expectDescribed(response: Response, { responses }: Operation, what: string): Promise<number> {
  const mediaType = response.headers.get("content-type")?.split(";")[0] ?? "none";
  const content = (responses[response.status] ?? responses.default)?.content ?? {};
  const text = await response.text();
  expect(Object.keys(content), `${what} -> ${response.status} ${text.slice(0, 300)}`).toContain(mediaType);
  const body = mediaType.endsWith("json") ? JSON.parse(text) : text;
  const { schema } = content[mediaType] as { readonly schema: Schema };
  expect(schemaProblems(schema, body, api), `${what} -> ${text.slice(0, 300)}`).toEqual([]);
  return response.status;
}

const posts = operations.flatMap(({ path, method, operation }) => {
  const schema = operation.requestBody?.content["application/json"]?.schema;
  return method === "post" && schema !== undefined ? [{ path, operation, schema }] : [];
});

describe.each(posts)("POST $path", ({ path, operation, schema }) => {
  const bodies = fittingBodies(schema, api, { collection, ...knownFields[path] });

  it("takes what fits its description, and answers as described", { timeout: byTier(30_000, 600_000) }, async () => {
    const property = fc.asyncProperty(bodies, async (body) => {
      expect(schemaProblems(schema, body, api)).toEqual([]);
      const status = await expectDescribed(
        await post(app, path, JSON.stringify(body)),
        operation,
        JSON.stringify(body),
      );
      expect(status, JSON.stringify(body)).toBe(200);
    });
    await fc.assert(property, { numRuns: byTier(100, 1500) });
  });

  it("refuses with 422 whatever breaks its description in one field, and says which", async () => {
    const kinds = new Set<string>();
    const property = fc.asyncProperty(bodies, async (body) => {
      for (const { what, body: broken } of brokenBodies(schema, body, api)) {
        const status = await expectDescribed(
          await post(app, path, JSON.stringify(broken)),
          operation,
          `${what} in ${path}`,
        );
        // A text that is far too long makes a body that is.
        expect(
          [422, what.endsWith("too long") ? 413 : 422],
          `${what}: ${JSON.stringify(broken).slice(0, 300)}`,
        ).toContain(status);
        kinds.add(what);
      }
    });
    await fc.assert(property, { numRuns: 15 });
    expect(kinds.size).toBeGreaterThan(10);
  });

  it("describes the refusals of every other kind", async () => {
    const json = { "content-type": "application/json" };
    for (const [status, init] of [
      [400, { body: "{", headers: json }],
      [415, { body: "{}", headers: { "content-type": "text/plain" } }],
      [413, { body: `"${"a".repeat(70_000)}"`, headers: json }],
    ] as const) {
      const response = await app.request(path, { method: "POST", ...init });
      expect(await expectDescribed(response, operation, path)).toBe(status);
    }
    expect(await expectDescribed(await app.request(path, { method: "DELETE" }), operation, path)).toBe(405);
  });
});

/** From the machine itself, to which alone the metrics are shown. */
const get = (path: string) => app.request(path, {}, { remoteAddress: "127.0.0.1" });

describe.each(operations.filter(({ method }) => method === "get"))("GET $path", ({ path, operation }) => {
  it("answers as described, and refuses as described without an index, a document or the method", async () => {
    const there = await get(path.replace("{id}", handbook.id));
    expect(await expectDescribed(there, operation, path)).toBe(200);
    const gone = await get(path.replace("{id}", "none"));
    expect(await expectDescribed(gone, operation, path)).toBe(path.includes("{id}") ? 404 : 200);
    for (const { name } of (operation.parameters ?? []).filter((each) => each.in === "query")) {
      for (const value of ["", "1-2", "😀", "x".repeat(400)]) {
        const query = `${path.replace("{id}", handbook.id)}?${name}=${encodeURIComponent(value)}`;
        expect([200, 422]).toContain(await expectDescribed(await get(query), operation, query));
      }
    }
    const empty = createTestApp({ assistant: () => null });
    await expectDescribed(await empty.request(path.replace("{id}", handbook.id)), operation, path);
    expect(await expectDescribed(await app.request(path, { method: "PUT" }), operation, path)).toBe(405);
  });
});

describe("the description", () => {
  it("is generated from over 10 routes", () => {
    expect(operations.length).toBeGreaterThan(10);
    expect(posts.map(({ path }) => path)).toEqual(expect.arrayContaining(["/ask", "/search", "/verify", "/feedback"]));
  });
});
