import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Answer } from "../domain/answer.ts";
import type { RequestLogEntry } from "../http/app-options.ts";
import type { QuestionGate } from "../http/question-gate.ts";

export interface Metrics {
  readonly contentType: string;
  read(): Promise<string>;
  request(entry: RequestLogEntry): void;
  answer(answer: Answer): void;
  waited(milliseconds: number): void;
  refused(why: "busy" | "unreadable" | "connections"): void;
}

export interface MetricsOptions {
  /** Asked whenever the metrics are read. */
  readonly gate: () => Pick<QuestionGate, "inWork" | "waiting">;
  readonly generation: () => string;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const methods = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

/**
 * What the server counts, as Prometheus text. Labels come from fixed lists alone: no address, id or text of a caller makes a
 * new series. Memory, processor time and the event loop's delay are measured from the first call on.
 */
export function createMetrics({ gate, generation }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "annalist_http_requests_total",
    help: "Requests that were answered",
    labelNames: ["route", "method", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "annalist_http_request_duration_seconds",
    help: "Until the response was ready to be sent",
    labelNames: ["route", "method"],
    buckets: seconds,
    registers,
  });
  const answers = new Counter({
    name: "annalist_answers_total",
    help: "Answers by outcome",
    labelNames: ["status", "reason"],
    registers,
  });
  const answerTimes = new Histogram({
    name: "annalist_answer_duration_seconds",
    help: "Making one answer, without the wait for its turn",
    buckets: seconds,
    registers,
  });
  const waits = new Histogram({
    name: "annalist_question_wait_seconds",
    help: "From the whole question to the start of its work",
    buckets: seconds,
    registers,
  });
  const refusals = new Counter({
    name: "annalist_refused_total",
    help: "Refused: rate and key by status, busy after the wait in the queue, unreadable bytes, connections over the limit",
    labelNames: ["why"],
    registers,
  });
  const failedStreams = new Counter({
    name: "annalist_failed_streams_total",
    help: "Streams that ended with an error after their status had gone out",
    registers,
  });
  gauge("annalist_questions_in_work", "Questions begun and not done", () => gate().inWork, registers);
  gauge("annalist_questions_waiting", "Questions that wait for their turn", () => gate().waiting, registers);
  gauge("annalist_generation", "The number of the generation served", () => Number(generation()), registers);

  return {
    contentType: registry.contentType,
    read: () => registry.metrics(),
    request: ({ route, method, status, durationMs, path: _, ...entry }) => {
      if (route === undefined && "error" in entry && durationMs === 0) return failedStreams.inc();
      const labels = { route: route ?? "none", method: methods.has(method) ? method : "other" };
      requests.inc({ ...labels, status });
      durations.observe(labels, durationMs / 1000);
      if (status === 429) refusals.inc({ why: "rate" });
      if (status === 401) refusals.inc({ why: "key" });
    },
    answer: ({ status, reason, timings }) => {
      answers.inc({ status, reason: reason ?? "none" });
      answerTimes.observe(timings.totalMs / 1000);
    },
    waited: (milliseconds) => waits.observe(milliseconds / 1000),
    refused: (why) => refusals.inc({ why }),
  };
}

function gauge(name: string, help: string, read: () => number, registers: Registry[]): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read());
    },
  });
}
