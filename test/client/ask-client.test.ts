import { afterEach, describe, expect, it } from "vitest";
import { ask, streamAnswer } from "../../src/client/ask-client.ts";
import { endpointUrl } from "../../src/client/send-request.ts";
import { answerEvents } from "../../src/domain/answer-event.ts";
import { makeAnswer } from "../browser/answers.ts";
import {
  answering,
  answeringSlowly,
  cuttingOff,
  failing,
  type PageServer,
  refusing,
  type Script,
  startPageServer,
} from "../browser/page-server.ts";
import { collect } from "./collect.ts";

const answer = makeAnswer();
const question = "When does it open?";

describe("the client", () => {
  let server: PageServer | null = null;
  afterEach(() => server?.close());

  async function serve(script: Script): Promise<string> {
    server = await startPageServer(new Map());
    server.play(script);
    return server.origin;
  }

  function sending(contentType: string, body: string): Script {
    return async ({ response }) => void response.writeHead(200, { "content-type": contentType }).end(body);
  }

  it("yields every event of a stream in order", async () => {
    const events = await collect(streamAnswer(await serve(answering(answer)), { question }));
    expect(events).toEqual([...answerEvents(answer)]);
  });

  it("skips events of a type that it doesn't know", async () => {
    const known = `data: {"type":"constructor"}\n\ndata: {"type":"later"}\n\ndata: ${JSON.stringify({ type: "answer-end", answer })}\n\n`;
    const events = await collect(streamAnswer(await serve(sending("text/event-stream", known)), { question }));
    expect(events.map(({ type }) => type)).toEqual(["answer-end"]);
  });

  it("ends with an error event as with an answer", async () => {
    const error = { type: "about:blank", title: "Failed", detail: "The model is away." };
    const events = await collect(streamAnswer(await serve(failing({ type: "answer-error", error })), { question }));
    expect(events).toEqual([{ type: "answer-error", error }]);
  });

  it("calls a stream interrupted when it ends or breaks before the answer", async () => {
    const origin = await serve(failing({ type: "text-delta", delta: "Half" }));
    await expect(collect(streamAnswer(origin, { question }))).rejects.toMatchObject({ kind: "interrupted" });
    server?.play(cuttingOff(answer, 3));
    const events = streamAnswer(origin, { question });
    await events.next();
    server?.release();
    await expect(collect(events)).rejects.toMatchObject({ kind: "interrupted" });
  });

  it("throws the signal's reason when it is aborted in the middle", async () => {
    const controller = new AbortController();
    const events = streamAnswer(await serve(answeringSlowly(answer, 3)), { question }, controller.signal);
    await events.next();
    controller.abort(new Error("stopped by a person"));
    await expect(collect(events)).rejects.toThrow("stopped by a person");
    await server?.hungUp();
  });

  it("closes the connection when the reader leaves early", async () => {
    for await (const event of streamAnswer(await serve(answeringSlowly(answer, 3)), { question })) {
      expect(event.type).toBe("answer-start");
      break;
    }
    await server?.hungUp();
  });

  it("carries the status, the detail and the wait of a refusal", async () => {
    const origin = await serve(refusing(429, "At most 10 questions a minute.", { "retry-after": "7" }));
    await expect(ask(origin, { question })).rejects.toMatchObject({
      kind: "refused",
      status: 429,
      message: "At most 10 questions a minute.",
      retryAfterSeconds: 7,
    });
  });

  it.each([
    ["a page", "text/html", "<!doctype html>"],
    ["no JSON", "text/event-stream", "data: {\n\n"],
    ["no event", "text/event-stream", "data: []\n\n"],
    ["a delta that is no text", "text/event-stream", 'data: {"type":"text-delta","delta":7}\n\n'],
    ["an answer without its parts", "text/event-stream", 'data: {"type":"answer-end","answer":{"answer":"x"}}\n\n'],
  ])("calls %s unreadable", async (_, contentType, body) => {
    const origin = await serve(sending(contentType, body));
    await expect(collect(streamAnswer(origin, { question }))).rejects.toMatchObject({ kind: "unreadable" });
    await expect(ask(origin, { question })).rejects.toMatchObject({ kind: "unreadable" });
  });

  it("calls a server that is away unreachable", async () => {
    const origin = await serve(answering(answer));
    await server?.close();
    server = null;
    await expect(ask(origin, { question })).rejects.toMatchObject({ kind: "unreachable" });
  });

  it("asks for JSON and returns the answer", async () => {
    const origin = await serve(sending("application/json", JSON.stringify(answer)));
    expect(await ask(`${origin}/`, { question, limit: 3, collection: "rooms" })).toEqual(answer);
    expect(server?.asked).toEqual([{ question, limit: 3, collection: "rooms" }]);
  });
});

describe("endpointUrl", () => {
  it.each([
    ["", "/ask"],
    ["/", "/ask"],
    ["https://host/base//", "https://host/base/ask"],
  ])("joins %j and a path", (endpoint, url) => {
    expect(endpointUrl(endpoint, "ask")).toBe(url);
  });
});
