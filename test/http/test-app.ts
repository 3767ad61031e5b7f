import type { AppOptions } from "../../src/http/app-options.ts";
import { createApp } from "../../src/http/create-app.ts";
import { problemSchema } from "../../src/http/response-schema.ts";
import { createFakeAssistant } from "./fake-assistant.ts";

export type TestApp = ReturnType<typeof createApp>;

export function createTestApp(changes: Partial<AppOptions> = {}): TestApp {
  const assistant = createFakeAssistant();
  return createApp({
    assistant: () => assistant,
    assets: { read: async () => new TextEncoder().encode("customElements;") },
    allowedOrigins: [],
    newId: () => "req_1",
    ...changes,
  });
}

/** Posts a value as JSON; a string or bytes go out as they are. */
export async function post(
  app: TestApp,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const raw =
    typeof body === "string" || body instanceof Uint8Array ? new Uint8Array(Buffer.from(body)) : JSON.stringify(body);
  return app.request(path, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: raw });
}

/** The problem in a response, checked to be one with the same status and id as the response. */
export async function problemIn(response: Response) {
  const problem = problemSchema.parse(await response.json());
  const status =
    response.headers.get("content-type") === "application/problem+json" ? response.status : "no problem+json";
  if (problem.status !== status || problem.instance !== response.headers.get("x-request-id")) {
    throw new Error(`a problem that disagrees with its response: ${JSON.stringify({ problem, status })}`);
  }
  return problem;
}
