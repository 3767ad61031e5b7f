import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./app-options.ts";
import { holdUntilDone } from "./hold-until-done.ts";
import type { QuestionGate } from "./question-gate.ts";
import { readBytes } from "./read-bytes.ts";

/**
 * Lets a request through the gate once its body is there, so that a slow sender takes nobody's turn; no handler sees a
 * longer body than is allowed. A stream stays in work until all of it is made or its reader has left.
 */
export function passGate(gate: QuestionGate): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { raw } = c.req;
    const body = await readBytes(raw);
    c.req.raw = new Request(raw.url, { method: raw.method, headers: raw.headers, signal: raw.signal, body });
    const release = await gate.enter(raw.signal);
    try {
      await next();
    } catch (error) {
      release();
      throw error;
    }
    c.res = holdUntilDone(c.res, release);
  };
}
