import { type Agent, request } from "node:http";

export interface Asked {
  /** Null where the server took no request: refused, or reset before a byte of a response. */
  readonly status: number | null;
  readonly retryAfter: string | undefined;
  readonly body: string;
  /** A response began and did not end. */
  readonly isCut: boolean;
  readonly ms: number;
}

/** Sends one question and reads all that comes back; never rejects. */
export function askOverHttp(
  url: string,
  question: string,
  { agent, accept = "application/json", path = "/ask" }: { agent?: Agent; accept?: string; path?: string } = {},
): Promise<Asked> {
  const startedAt = performance.now();
  const payload = JSON.stringify({ question });
  return new Promise((resolve) => {
    const done = (asked: Omit<Asked, "ms">) => resolve({ ...asked, ms: performance.now() - startedAt });
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(payload), accept };
    const sending = request(`${url}${path}`, { method: "POST", headers, ...(agent ? { agent } : {}) }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      response.on("error", () => undefined);
      response.on("close", () => {
        const { statusCode = null, complete } = response;
        done({ status: statusCode, retryAfter: response.headers["retry-after"], body, isCut: !complete });
      });
    });
    sending.on("error", () => done({ status: null, retryAfter: undefined, body: "", isCut: false }));
    sending.end(payload);
  });
}

/** What of an answer is the same each time; the rest says when and by which run it was made. */
export function withoutRun(body: string): string {
  const { id: _, timings: __, ...answer } = JSON.parse(body) as Record<string, unknown>;
  return JSON.stringify(answer);
}
