import { AnnalistError, RequestError } from "../domain/errors.ts";
import { limits } from "../domain/limits.ts";

/** Bounds what is in work at once, and how long the rest may wait for it. */
export interface QuestionGate {
  /**
   * Resolves when the work may begin, with what ends it; calling that twice does no harm. Rejects with `RequestError` 503
   * once it has waited too long, and with `aborted` when its caller leaves, which takes it out of the queue.
   */
  enter(signal: AbortSignal): Promise<() => void>;
  readonly inWork: number;
  readonly waiting: number;
}

export interface QuestionGateOptions {
  readonly maxInWork?: number;
  readonly maxWaitMs?: number;
  /** Resolves once whatever has arrived meanwhile has been read. Default: a timer; Node has something quicker. */
  readonly nextTurn?: () => Promise<void>;
  /** A monotonic clock in milliseconds. Default: `performance.now`. */
  readonly now?: () => number;
  /** Told how long a question waited that may begin now. */
  readonly onEnter?: (waitedMs: number) => void;
  readonly onRefuse?: () => void;
}

/**
 * A queue in order of arrival. One question begins a turn of the event loop: an answer of ours computes without a pause, so
 * two begun in one turn would hold up arrivals, timers and callers who leave for as long as both take.
 */
export function createQuestionGate(options: QuestionGateOptions = {}): QuestionGate {
  const { maxInWork = limits.questionsInWork, maxWaitMs = limits.queueWaitMs } = options;
  const { nextTurn = nextTimer, now = () => performance.now(), onEnter, onRefuse } = options;
  const queue = new Set<() => void>();
  let inWork = 0;
  let admitting = false;

  async function admit(): Promise<void> {
    if (admitting) return;
    admitting = true;
    while (queue.size > 0 && inWork < maxInWork) {
      await nextTurn();
      const [begin] = queue;
      begin?.();
    }
    admitting = false;
  }

  function makeRelease(): () => void {
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      inWork--;
      void admit();
    };
  }

  return {
    enter: (signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(leftError(signal));
        const since = now();
        const leave = () => {
          queue.delete(begin);
          clearTimeout(timer);
          signal.removeEventListener("abort", onAbort);
        };
        const begin = () => {
          leave();
          inWork++;
          onEnter?.(now() - since);
          resolve(makeRelease());
        };
        const onAbort = () => {
          leave();
          reject(leftError(signal));
        };
        const timer = setTimeout(() => {
          leave();
          onRefuse?.();
          reject(busyError(maxWaitMs));
        }, maxWaitMs);
        signal.addEventListener("abort", onAbort);
        queue.add(begin);
        void admit();
      }),
    get inWork() {
      return inWork;
    },
    get waiting() {
      return queue.size;
    },
  };
}

function nextTimer(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function leftError({ reason }: AbortSignal): AnnalistError {
  return new AnnalistError("aborted", "The caller left.", { cause: reason });
}

function busyError(maxWaitMs: number): RequestError {
  return new RequestError(
    503,
    `More questions are asked than can be answered: this one waited ${maxWaitMs} ms. Ask again in a moment.`,
    [],
    { retryAfterSeconds: limits.busyRetrySeconds },
  );
}
