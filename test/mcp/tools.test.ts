import { describe, expect, it } from "vitest";
import { IndexError, ModelError } from "../../src/domain/errors.ts";
import type { AskRequest } from "../../src/domain/question.ts";
import { maxReadLength } from "../../src/mcp/read-document-tool.ts";
import { createFakeAssistant, handbook, spanOf } from "../http/fake-assistant.ts";
import { makeDocument } from "../make-document.ts";
import { connectInMemory, textsOf } from "./connect-in-memory.ts";

const question = "When does the reading room open on Saturdays?";
const connect = (changes: Parameters<typeof createFakeAssistant>[0] = {}) => {
  const assistant = createFakeAssistant(changes);
  return connectInMemory(() => assistant);
};

describe("the tools", () => {
  it("are ask, search and read_document, which only read, with the bounds of their arguments", async () => {
    const { client } = await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
      ["ask", true],
      ["search", true],
      ["read_document", true],
    ]);
    expect(tools[0]?.inputSchema).toMatchObject({
      type: "object",
      additionalProperties: false,
      required: ["question"],
      properties: {
        question: { type: "string", minLength: 1, maxLength: 2000 },
        history: { type: "array", maxItems: 20 },
        limit: { type: "integer", minimum: 1, maximum: 20, default: 8 },
        collection: { type: "string", maxLength: 300 },
      },
    });
    expect(tools[0]?.description).toContain("exact sentences");
    expect(client.getInstructions()).toContain("proves each answer");
  });

  it("ask gives the answer as JSON, and as text with its footnotes", async () => {
    const asked: AskRequest[] = [];
    const assistant = createFakeAssistant();
    const { call } = await connect({
      ask: (request) => {
        asked.push(request);
        return assistant.ask(request);
      },
    });
    const history = [{ role: "user", content: "Hello" }];
    const result = await call("ask", { question: `  ${question}\n`, history, limit: 3, collection: "reports" });
    expect(asked).toEqual([{ question, history, limit: 3, collection: "reports" }]);
    expect(result.structuredContent).toEqual(await assistant.ask(asked[0] as AskRequest));
    const [quote] = (await assistant.ask(asked[0] as AskRequest)).citations;
    expect(textsOf(result)).toEqual([
      expect.stringMatching(/^On Saturdays the reading room opens at 9:30\. \[1\] It closes/u),
    ]);
    expect(textsOf(result)[0]).toContain(
      `\n[1] “${quote?.quote}”\n    ${handbook.title}, ${quote?.start}-${quote?.end}`,
    );
    expect(result.isError).toBeUndefined();
  });

  it("ask takes the same question with defaults", async () => {
    const asked: AskRequest[] = [];
    const { call } = await connect({
      ask: async (request) => {
        asked.push(request);
        return createFakeAssistant().ask(request);
      },
    });
    await call("ask", { question });
    expect(asked).toEqual([{ question, history: [], limit: 8 }]);
  });

  it("search gives passages with their places", async () => {
    const { call } = await connect();
    const result = await call("search", { query: "opening hours", limit: 1 });
    expect(result.structuredContent).toMatchObject({ query: "opening hours", generation: "000001" });
    const passage = spanOf("On Saturdays the reading room opens at 9:30. It closes at 17:00 on all days.");
    expect(textsOf(result)[0]).toBe(
      `1. ${handbook.title} > Rooms (${handbook.id}, ${passage.start}-${passage.end})\n` +
        handbook.text.slice(passage.start, passage.end),
    );
  });

  it("passes the texts of documents on as they are", async () => {
    const { call } = await connect();
    const [text] = textsOf(await call("read_document", { id: handbook.id }));
    expect(text).toBe(handbook.text);
    expect(text).toContain('<script>alert("x")</script>');
  });
});

describe("read_document", () => {
  const long = makeDocument({ id: "long", title: "Long", text: "😀".repeat(maxReadLength) });
  const read = async (given: Record<string, unknown>) => {
    const { call } = await connect({ document: (id) => (id === "long" ? long : null) });
    return call("read_document", given);
  };

  it("says how to read on, until the document ends", async () => {
    let start: number | null = 0;
    const parts: string[] = [];
    while (start !== null) {
      const result = await read({ id: "long", start });
      const { text, next } = result.structuredContent as { text: string; next: number | null };
      expect(text.length).toBeLessThanOrEqual(maxReadLength);
      expect(textsOf(result)[1]).toContain(next === null ? "Code units" : `Read on with start ${next}.`);
      parts.push(text);
      start = next;
    }
    expect(parts.join("")).toBe(long.text);
    expect(parts).toHaveLength(2);
  });

  it("reads from start to end, and cuts no character in two", async () => {
    expect((await read({ id: "long", start: 2, end: 6 })).structuredContent).toMatchObject({
      start: 2,
      end: 6,
      text: "😀😀",
      next: null,
    });
    expect((await read({ id: "long", start: 1, end: 3 })).structuredContent).toMatchObject({
      start: 0,
      end: 2,
      text: "😀",
    });
  });

  it.each([
    [{ id: "none" }, 'id: no document has the id "none"'],
    [{ id: "long", start: 1e6 }, `start: 1000000 lies behind the end; the document has ${long.text.length} code units`],
    [{ id: "long", start: 4, end: 2 }, "end: 2 comes before start, 4"],
    [{ id: "long", start: -1 }, "start: "],
  ])("refuses %j in words", async (given, words) => {
    const result = await read(given);
    expect([result.isError, textsOf(result)[0]]).toEqual([true, expect.stringContaining(words)]);
  });
});

describe("what can't be done", () => {
  it.each([
    ["ask", {}, "question: "],
    ["ask", { question: " " }, "question: takes 1 to 2000 characters after trimming, got 0"],
    ["ask", { question: "x".repeat(2001) }, "question: takes 1 to 2000 characters after trimming, got 2001"],
    ["ask", { question: "\ud800" }, "question: holds half a surrogate pair"],
    ["ask", { question, limit: 21 }, "limit: "],
    ["ask", { question, explain: true }, "explain: unknown field; expected question, history, limit, collection"],
    ["ask", { question, history: [{ role: "system", content: "x" }] }, "history.0.role: "],
    ["ask", { question, collection: 7 }, "collection: "],
    ["search", { query: "x", collection: "none" }, '"none" is no collection; expected one of "reports"'],
  ])("is a tool's error that says what to change: %s %j", async (name, given, words) => {
    const { call } = await connect();
    const result = await call(name, given);
    expect([result.isError, textsOf(result)[0]]).toEqual([true, expect.stringContaining(words)]);
  });

  it("tells nothing of the inside", async () => {
    const { call, failures } = await connect({
      ask: () => Promise.reject(new Error("/home/secret/index")),
      search: () => Promise.reject(new ModelError("key sk-1 was refused")),
    });
    expect(textsOf(await call("ask", { question }))).toEqual([expect.stringContaining("could not finish")]);
    expect(textsOf(await call("search", { query: "x" }))).toEqual([expect.stringContaining("language model failed")]);
    expect(failures).toHaveLength(2);
  });

  it("is said where there is no index", async () => {
    const { call } = await connectInMemory(() => {
      throw new IndexError("none", null, { code: "index_missing" });
    });
    expect(textsOf(await call("ask", { question }))).toEqual([expect.stringContaining("npm run ingest")]);
  });

  it("is an error of the protocol for a tool that there is not", async () => {
    const { call } = await connect();
    await expect(call("delete", {})).rejects.toThrow('"delete" is no tool; expected ask, search, read_document');
  });

  it("is stopped when the client cancels it", async () => {
    const [asked, stopped] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { client } = await connect({
      ask: (_, { signal } = {}) =>
        new Promise((_resolve, reject) => {
          asked.resolve();
          signal?.addEventListener("abort", () => {
            stopped.resolve();
            reject(signal.reason);
          });
        }),
    });
    const caller = new AbortController();
    const call = client.callTool({ name: "ask", arguments: { question } }, undefined, { signal: caller.signal });
    const outcome = expect(call).rejects.toThrow("enough");
    await asked.promise;
    caller.abort("enough");
    await outcome;
    await stopped.promise;
  });
});
