import type { Context, Handler } from "hono";
import type { Assistant } from "../domain/assistant.ts";

/** What the app needs from the place where it runs. */
export interface AppOptions {
  /** The assistant of the generation served now; null while there is none. Called once a request. */
  readonly assistant: () => Assistant | null;
  readonly assets: { read(name: "widget.js"): Promise<Uint8Array | null> };
  /** Sites that may call the API and embed the widget, as exact origins such as `https://example.org`. */
  readonly allowedOrigins: readonly string[];
  /** Refuses a `Host` that isn't loopback, which stops DNS rebinding; for a server bound to loopback. Default false. */
  readonly loopbackOnly?: boolean;
  /** Makes a request id. Default: `req_` and a random UUID. */
  readonly newId?: () => string;
  /** A monotonic clock in milliseconds. Default: `performance.now`. */
  readonly now?: () => number;
  /** Called when a response is ready, and once more when its stream fails. Default: nothing is logged. */
  readonly log?: (entry: RequestLogEntry) => void;
}

/** What happened to one request; holds no words of a question. */
export interface RequestLogEntry {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Until the response was ready to be sent; a stream goes on after that. */
  readonly durationMs: number;
  /** The failure behind a 5xx or behind an `answer-error`. */
  readonly error?: unknown;
}

export interface AppEnv {
  Variables: { requestId: string };
}

export type AppContext = Context<AppEnv>;
export type AppHandler = Handler<AppEnv>;

/** One line of the API. A `GET` route answers `HEAD` as well. */
export interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly handle: AppHandler;
}
