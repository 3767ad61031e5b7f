import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { createTestApp } from "./test-app.ts";

interface ApiDocument {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly paths: Record<string, Record<string, Operation>>;
}

interface Operation {
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: { readonly default: { readonly content: object } };
}

interface Described {
  readonly paths: {
    "/ask": { post: { responses: { "200": { content: { "application/json": { schema: AnswerSchema } } } } } };
  };
}

interface AnswerSchema {
  readonly required: readonly string[];
  readonly properties: { readonly explanation: { readonly properties: object } };
}

const app = createTestApp({ mcp: async () => new Response() });
const api = (await (await app.request("/openapi.json")).json()) as ApiDocument;

describe("GET /openapi.json", () => {
  it("describes every route and no other", () => {
    const described = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/gu, ":$1")}`),
    );
    const served = app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`);
    expect(described.toSorted()).toEqual(served.toSorted());
    expect(served.length).toBeGreaterThan(0);
  });

  it("leaves out what a server has not", async () => {
    const without = (await (await createTestApp().request("/openapi.json")).json()) as ApiDocument;
    expect(Object.keys(api.paths).filter((path) => !(path in without.paths))).toEqual(["/mcp"]);
  });

  it("states the limits that are enforced", () => {
    const schema = api.paths["/ask"]?.post?.requestBody?.content["application/json"]?.schema;
    expect(schema).toMatchObject({
      additionalProperties: false,
      required: ["question"],
      properties: {
        question: { type: "string", minLength: 1, maxLength: 2000 },
        history: { maxItems: 20, items: { properties: { content: { maxLength: 8000 } } } },
        limit: { type: "integer", minimum: 1, maximum: 20, default: 8 },
        collection: { type: "string", minLength: 1, maxLength: 300 },
      },
    });
  });

  it("describes the explanation that can be asked for", () => {
    const { schema } = (api as unknown as Described).paths["/ask"].post.responses["200"].content["application/json"];
    expect(schema.required).not.toContain("explanation");
    expect(Object.keys(schema.properties.explanation.properties)).toEqual(["question", "parts", "foreign"]);
  });

  it("is OpenAPI 3.1 of this version of the program", async () => {
    const { version } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
    expect([api.openapi, api.info.version]).toEqual(["3.1.0", version]);
  });

  it("points at nothing that isn't there", () => {
    const references = JSON.stringify(api).match(/"\$ref":"[^"]+"/gu) ?? [];
    expect(new Set(references)).toEqual(
      new Set(['"$ref":"#/components/schemas/Problem"', '"$ref":"#/components/schemas/OpenAiError"']),
    );
    expect(api).toHaveProperty("components.schemas.Problem.properties.instance");
    expect(api).toHaveProperty("components.schemas.OpenAiError.properties.error");
  });

  it("states the shape of errors by path: OpenAI's below /v1, problem+json elsewhere", () => {
    for (const [path, methods] of Object.entries(api.paths)) {
      const mediaTypes = Object.values(methods).flatMap(({ responses }) => Object.keys(responses.default.content));
      expect([path, ...mediaTypes]).toEqual([
        path,
        path.startsWith("/v1/") ? "application/json" : "application/problem+json",
      ]);
    }
  });
});
