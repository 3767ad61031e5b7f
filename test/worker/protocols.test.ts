import { exports } from "cloudflare:workers";
import { expect, inject, it } from "vitest";
import { requests } from "./requests.ts";

const nodeAnswers = inject("nodeAnswers");
const first = requests[0] ?? { question: "" };

function send(path: string, body: object): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return exports.default.fetch(`https://annalist.example${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
}

it("the Worker streams the answer of Node to useChat", async () => {
  const parts = [{ type: "text", text: first.question }];
  const response = await send("/chat", { messages: [{ role: "user", parts }] });
  expect(response.headers.get("x-vercel-ai-ui-message-stream")).toBe("v1");
  const text = await response.text();
  expect(text.endsWith("data: [DONE]\n\n")).toBe(true);
  expect(deltasIn(text, ({ delta }) => delta)).toBe(nodeAnswers[0]?.answer);
});

it("the Worker answers a client of OpenAI as Node does, streamed or not, with links to itself", async () => {
  const request = { model: "annalist", messages: [{ role: "user", content: first.question }] };
  const [whole, streamed] = await Promise.all([
    send("/v1/chat/completions", request),
    send("/v1/chat/completions", { ...request, stream: true }),
  ]);
  const { choices } = (await whole.json()) as Completion;
  expect(choices[0]?.message.content).toBe(nodeAnswers[0]?.answer);
  expect(choices[0]?.message.annotations[0]?.url_citation.url).toMatch(/^https:\/\/annalist\.example\/read\//u);
  expect(deltasIn(await streamed.text(), ({ choices }) => choices?.[0]?.delta.content)).toBe(nodeAnswers[0]?.answer);
});

interface Completion {
  readonly choices: readonly {
    readonly message: {
      readonly content: string;
      readonly annotations: readonly { readonly url_citation: { readonly url: string } }[];
    };
  }[];
}

interface Event {
  readonly delta?: string;
  readonly choices?: readonly { readonly delta: { readonly content?: string } }[];
}

function deltasIn(stream: string, read: (event: Event) => string | undefined): string {
  return [...stream.matchAll(/^data: (\{.*\})$/gmu)].map(([, data]) => read(JSON.parse(data ?? "")) ?? "").join("");
}
