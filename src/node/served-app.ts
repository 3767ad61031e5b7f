import type { Logger } from "pino";
import type { Assistant } from "../domain/assistant.ts";
import type { FeedbackStore } from "../domain/feedback.ts";
import { createApp } from "../http/create-app.ts";
import { createQuestionGate } from "../http/question-gate.ts";
import { createRateLimit } from "../http/rate-limit.ts";
import { createLazyMcp } from "./create-lazy-mcp.ts";
import { createMetrics } from "./metrics.ts";
import { createAssistantObserver } from "./observe-assistant.ts";
import { createServerObserver } from "./observe-server.ts";
import type { ServerOptions } from "./serve.ts";
import type { Settings } from "./settings.ts";
import { createWebAssets } from "./web-assets.ts";

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/u;

/** A round in which nothing arrives takes some 5 microseconds, a question several milliseconds. */
const roundsBetweenQuestions = 16;

/** What `serve` serves: the app with its bounds, every request and answer counted and logged. */
export function createServedApp({
  settings,
  assistant,
  feedback = null,
  log,
}: {
  readonly settings: Settings;
  readonly assistant: () => Assistant;
  /** Default: none is kept. */
  readonly feedback?: FeedbackStore | null;
  readonly log: Logger;
}): Pick<ServerOptions, "app" | "onRefuse" | "onGraceOver"> {
  const { questionsInWork, queueWaitMs, requestsPerMinute, trustedHops, apiKeys, logQuestions } = settings.server;
  const metrics = createMetrics({ gate: () => gate, generation: () => assistant().generation });
  const gate = createQuestionGate({
    maxInWork: questionsInWork,
    maxWaitMs: queueWaitMs,
    nextTurn: readArrivals,
    onEnter: metrics.waited,
    onRefuse: () => metrics.refused("busy"),
  });
  const observer = createServerObserver({ log, metrics, logQuestions });
  const closing = new AbortController();
  const observe = createAssistantObserver({ onAnswer: observer.onAnswer, closing: closing.signal });
  const app = createApp({
    assistant: () => observe(assistant()),
    assets: createWebAssets(),
    mcp: createLazyMcp(),
    ...(feedback === null ? {} : { feedback }),
    allowedOrigins: settings.origins,
    loopbackOnly: loopback.test(settings.host),
    gate,
    ...(requestsPerMinute > 0 ? { rateLimit: createRateLimit({ perMinute: requestsPerMinute }) } : {}),
    trustedHops,
    apiKeys,
    metrics,
    newId: observer.newId,
    log: observer.onRequest,
  });
  return {
    app: { fetch: (request, env) => observer.run(() => app.fetch(request, env)) },
    onRefuse: metrics.refused,
    onGraceOver: () => closing.abort(),
  };
}

/**
 * Lets the event loop go round: sooner than a timer, later than a promise. Once would not do, as a round takes but one new
 * connection from the system, and a body arrives over several: callers would be let in no faster than questions are answered.
 */
async function readArrivals(): Promise<void> {
  for (let round = 0; round < roundsBetweenQuestions; round++) await new Promise(setImmediate);
}
