import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text as readText } from "node:stream/consumers";
import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { createOpenAiEmbedder } from "../../src/node/openai-embedder.ts";

const apiKey = "sk-test-0123456789abcdef";
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

interface Received {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly body: { readonly model: string; readonly input: readonly string[] };
}
interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Sent as it is when it is a string, else as JSON. */
  readonly body: unknown;
}

/** A service on the loopback interface; returns its base URL and what it was sent. */
async function serve(
  reply: (received: Received, call: number) => Reply,
): Promise<{ baseUrl: string; received: Received[] }> {
  const received: Received[] = [];
  const listening = createServer(async (request, response) => {
    const { authorization } = request.headers;
    const each = { path: request.url, authorization, body: JSON.parse(await readText(request)) };
    received.push(each);
    const { status = 200, headers = {}, body } = reply(each, received.length);
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return { baseUrl: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/v1`, received };
}

const vectors = (embeddings: readonly (readonly number[])[]): Reply => ({
  body: {
    object: "list",
    data: embeddings.map((embedding, index) => ({ object: "embedding", index, embedding })),
    model: "m",
  },
});
const options = { model: "tiny-embed", apiKey, maxRetries: 0 };

describe("createOpenAiEmbedder", () => {
  it("speaks the embeddings format of OpenAI, with the key as a bearer token", async () => {
    const { baseUrl, received } = await serve(({ body }) => vectors(body.input.map((input) => [input.length, 1])));
    const embedder = await createOpenAiEmbedder({ ...options, baseUrl });
    expect(embedder).toMatchObject({ id: "openai-compatible:tiny-embed", dimension: 2 });
    const [first, second] = await embedder.embed(["a", "bbb"]);
    expect([...(first ?? [])]).toEqual([Math.fround(Math.SQRT1_2), Math.fround(Math.SQRT1_2)]);
    expect((second?.[0] ?? 0) / (second?.[1] ?? 0)).toBeCloseTo(3, 5);
    expect(received.at(-1)).toMatchObject({
      path: "/v1/embeddings",
      authorization: `Bearer ${apiKey}`,
      body: { model: "tiny-embed", input: ["a", "bbb"] },
    });
  });

  it("sends no authorization without a key", async () => {
    const { baseUrl, received } = await serve(() => vectors([[1, 0]]));
    await createOpenAiEmbedder({ model: "tiny-embed", baseUrl });
    expect(received[0]?.authorization).toBeUndefined();
  });

  it("tries again after a failure that may pass", async () => {
    const unavailable = { status: 503, headers: { "retry-after-ms": "1" }, body: { error: { message: "busy" } } };
    const { baseUrl, received } = await serve((_, call) => (call === 1 ? unavailable : vectors([[1, 0]])));
    await createOpenAiEmbedder({ ...options, baseUrl, maxRetries: 1 });
    expect(received.length).toBe(2);
  });

  it.each<[string, Reply, string]>([
    ["too few vectors", vectors([[1, 0]]), "1 vectors came; expected one for each text"],
    [
      "another dimension",
      vectors([
        [1, 0, 0],
        [1, 0, 0],
      ]),
      "vector 1 of 2 with 3 elements; expected 2",
    ],
    [
      "NaN",
      { body: '{"data":[{"embedding":[NaN,1]},{"embedding":[1,1]}]}' },
      "HTTP 200 with a body that holds no vectors",
    ],
    [
      "null for a number",
      vectors([
        [1, Number.NaN],
        [1, 1],
      ]),
      "HTTP 200 with a body that holds no vectors",
    ],
    [
      "a number beyond all bounds",
      { body: '{"data":[{"embedding":[1e999,1]},{"embedding":[1,1]}]}' },
      "HTTP 200 with a body that holds no vectors",
    ],
    [
      "zeros",
      vectors([
        [1, 0],
        [0, 0],
      ]),
      "vector 2 of 2 of length zero",
    ],
    ["a page of HTML", { body: "<html>" }, "HTTP 200 with a body that holds no vectors. Check the base URL"],
    ["500", { status: 500, body: { error: { message: "boom" } } }, "HTTP 500. Try again later"],
    ["404", { status: 404, body: "not found" }, "HTTP 404. Check the model's name and the base URL"],
  ])("says what came when a service answers %s", async (_, reply, found) => {
    const { baseUrl } = await serve(() => reply);
    const embedder = await createOpenAiEmbedder({ ...options, baseUrl, dimension: 2 });
    const failure = embedder.embed(["one", "two"]);
    await expect(failure).rejects.toMatchObject({ code: "embedder", message: expect.stringContaining(found) });
    await expect(failure).rejects.toThrow("openai-compatible:tiny-embed");
  });

  it("says that nobody listens", async () => {
    const { baseUrl } = await serve(() => vectors([]));
    await new Promise((resolve) => server?.close(resolve));
    await expect(createOpenAiEmbedder({ ...options, baseUrl })).rejects.toThrow("no connection (ECONNREFUSED)");
  });

  it("never lets the key or the service's words into an error, not even where the service repeats them", async () => {
    for (const maxRetries of [0, 1]) {
      const { baseUrl } = await serve(({ authorization }) => ({
        status: maxRetries === 0 ? 401 : 503,
        headers: { "retry-after-ms": "1", "x-echo": `${authorization}` },
        body: { error: { message: `Incorrect API key provided: ${authorization}`, code: apiKey } },
      }));
      const error: unknown = await createOpenAiEmbedder({ ...options, baseUrl, maxRetries }).catch(
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({
        code: "embedder",
        message: expect.stringContaining(maxRetries === 0 ? "HTTP 401. Check the API key" : "HTTP 503"),
      });
      expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(apiKey);
    }
  });
});
