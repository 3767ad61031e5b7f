import { AsyncLocalStorage } from "node:async_hooks";
import type { Logger } from "pino";
import type { Answer } from "../domain/answer.ts";
import { RequestError } from "../domain/errors.ts";
import type { AskRequest } from "../domain/question.ts";
import type { RequestLogEntry } from "../http/app-options.ts";
import { randomRequestId } from "../http/request-scope.ts";
import type { Metrics } from "./metrics.ts";

export interface ServerObserver {
  /** Runs the handling of one request such that what is logged meanwhile carries its id. */
  readonly run: <T>(handle: () => T) => T;
  readonly newId: () => string;
  readonly onRequest: (entry: RequestLogEntry) => void;
  readonly onAnswer: (answer: Answer, request: AskRequest) => void;
}

const probes = new Set(["/health", "/ready", "/metrics"]);
const longestPath = 200;

/** Turns what the app and the assistant tell into lines of the log and into metrics. */
export function createServerObserver(options: {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly logQuestions: boolean;
}): ServerObserver {
  const { log, metrics, logQuestions } = options;
  const requestIds = new AsyncLocalStorage<string>();
  return {
    run: (handle) => requestIds.run(randomRequestId(), handle),
    newId: () => requestIds.getStore() ?? randomRequestId(),
    onRequest: (entry) => {
      metrics.request(entry);
      const { error, path, durationMs, ...rest } = entry;
      const line = { ...rest, path: path.slice(0, longestPath), durationMs: Math.round(durationMs * 10) / 10 };
      // A refusal is no failure: at a time of many it must not cost a stack trace each.
      if (error instanceof RequestError) log.info({ ...line, why: error.message }, "request refused");
      else if (error !== undefined) log.error({ ...line, err: error }, "request failed");
      else if (probes.has(path)) log.debug(line, "request");
      else log.info(line, "request");
    },
    onAnswer: (answer, { question }) => {
      metrics.answer(answer);
      const { id, status, reason, confidence, generation, timings } = answer;
      const asked = logQuestions ? { question } : {};
      const line = { requestId: requestIds.getStore(), answerId: id, status, reason, confidence, generation };
      log.info({ ...line, totalMs: timings.totalMs, ...asked }, "answer");
    },
  };
}
