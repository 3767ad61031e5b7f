import { RequestError } from "../domain/errors.ts";
import { answerFailure } from "./answer-failure.ts";
import type { AppHandler, Route } from "./app-options.ts";

/** What a path answers to methods that no route of it takes: `OPTIONS` with what is allowed, 405 to the rest. */
export function otherMethods(path: string, methods: readonly Route["method"][]): AppHandler {
  const allow = [...methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])), "OPTIONS"].join(", ");
  return (c) => {
    if (c.req.method === "OPTIONS") return c.body(null, 204, { allow });
    const error = new RequestError(405, `${path} takes ${allow}, not ${c.req.method}.`);
    const response = answerFailure(error, c);
    response.headers.set("allow", allow);
    return response;
  };
}
