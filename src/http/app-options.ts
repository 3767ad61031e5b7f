import type { Context, Handler } from "hono";
import type { Assistant } from "../domain/assistant.ts";
import type { FeedbackStore } from "../domain/feedback.ts";
import type { QuestionGate } from "./question-gate.ts";
import type { RateLimit } from "./rate-limit.ts";

/** What the app needs from the place where it runs. */
export interface AppOptions {
  /** The assistant of the generation served now; null while there is none. Called once a request. */
  readonly assistant: () => Assistant | null;
  readonly assets: { read(name: "widget.js"): Promise<Uint8Array | null> };
  /**
   * Answers one message of the Model Context Protocol, whose body has been read; it may throw. Without it there is no
   * `/mcp`: the Worker has none, since the libraries behind it would make its script half as large again.
   */
  readonly mcp?: (exchange: McpExchange) => Promise<Response>;
  /** Keeps what people say of answers. Default: nothing is kept, and the caller is told so. */
  readonly feedback?: FeedbackStore;
  /** Sites that may call the API and embed the widget, as exact origins such as `https://example.org`. */
  readonly allowedOrigins: readonly string[];
  /** Refuses a `Host` that isn't loopback, which stops DNS rebinding; for a server bound to loopback. Default false. */
  readonly loopbackOnly?: boolean;
  /** Bounds what is in work. None where the place does that itself, as Workers do. Default: none. */
  readonly gate?: QuestionGate;
  /** Bounds what one client may post. Default: none. */
  readonly rateLimit?: RateLimit;
  /** Proxies in front whose `X-Forwarded-For` is believed. Default 0. */
  readonly trustedHops?: number;
  /** SHA-256 hashes, in hex, of the keys that requests must carry. Default: none, and no key is asked for. */
  readonly apiKeys?: readonly string[];
  /** What `GET /metrics` shows. Default: nothing, and the route answers 404. */
  readonly metrics?: { readonly contentType: string; read(): Promise<string> };
  /** Makes a request id. Default: `req_` and a random UUID. */
  readonly newId?: () => string;
  /** A monotonic clock in milliseconds. Default: `performance.now`. */
  readonly now?: () => number;
  /** Seconds since 1970, for protocols that date an answer. Default: the clock of the machine. */
  readonly unixTime?: () => number;
  /** Called when a response is ready, and once more when its stream fails. Default: nothing is logged. */
  readonly log?: (entry: RequestLogEntry) => void;
}

/** A `POST /mcp` for what speaks the protocol. */
export interface McpExchange {
  readonly request: Request;
  readonly body: unknown;
  readonly assistant: () => Assistant;
  /** The words for a failure that the caller may read. */
  readonly explainFailure: (error: unknown) => string;
  readonly signal: AbortSignal;
}

/** What happened to one request; holds no words of a question. */
export interface RequestLogEntry {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  /** The path as the list of routes has it; absent where no route fits, and where a stream failed. */
  readonly route?: string;
  readonly status: number;
  /** Until the response was ready to be sent; a stream goes on after that. */
  readonly durationMs: number;
  /** The failure behind a 5xx or behind an `answer-error`. */
  readonly error?: unknown;
}

export interface AppEnv {
  Variables: { requestId: string; route?: string };
  /** What the runtime knows of a request beyond it; absent in a Worker. */
  Bindings: { readonly remoteAddress?: string };
}

export type AppContext = Context<AppEnv>;
export type AppHandler = Handler<AppEnv>;

/** One line of the API. A `GET` route answers `HEAD` as well. */
export interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly handle: AppHandler;
}
