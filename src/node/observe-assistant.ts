import type { Answer } from "../domain/answer.ts";
import type { Assistant } from "../domain/assistant.ts";
import { RequestError } from "../domain/errors.ts";
import type { AskRequest } from "../domain/question.ts";

export interface Observer {
  /** Told of each answer, whichever protocol asked for it. */
  readonly onAnswer: (answer: Answer, request: AskRequest) => void;
  /** Aborts when the server has given its questions the time they get: what is still in work then fails with 503. */
  readonly closing: AbortSignal;
}

/** The same assistant, seen and, at the end of the process, broken off. One is made for each assistant that comes by. */
export function createAssistantObserver({ onAnswer, closing }: Observer): (assistant: Assistant) => Assistant {
  const made = new WeakMap<Assistant, Assistant>();
  const breakOff = createBreaker(closing);
  return (assistant) => {
    const known = made.get(assistant);
    if (known !== undefined) return known;
    const observed: Assistant = {
      ...assistant,
      ask: async (request, { signal } = {}) => {
        const answer = await breakOff((both) => assistant.ask(request, { signal: both }), signal);
        onAnswer(answer, request);
        return answer;
      },
      search: (request, { signal } = {}) => breakOff((both) => assistant.search(request, { signal: both }), signal),
    };
    made.set(assistant, observed);
    return observed;
  };
}

type Breaker = <T>(work: (signal: AbortSignal) => Promise<T>, caller: AbortSignal | undefined) => Promise<T>;

/**
 * Runs work that its caller or `closing` ends; work that pays no heed to its signal is left behind when the latter does.
 * Not `AbortSignal.any`: of a signal that lives as long as the process, it keeps 1 KB a question for good (Node 24).
 */
function createBreaker(closing: AbortSignal): Breaker {
  const underWay = new Set<() => void>();
  closing.addEventListener("abort", () => {
    for (const end of underWay) end();
  });
  return async (work, caller) => {
    const own = new AbortController();
    const closed = Promise.withResolvers<never>();
    const end = () => {
      const error = new RequestError(503, "The server is being stopped. Ask again in a moment.");
      closed.reject(error);
      own.abort(error);
    };
    const onLeave = () => own.abort(caller?.reason);
    if (caller?.aborted) onLeave();
    caller?.addEventListener("abort", onLeave);
    underWay.add(end);
    try {
      if (closing.aborted) end();
      return await Promise.race([closed.promise, work(own.signal)]);
    } finally {
      underWay.delete(end);
      caller?.removeEventListener("abort", onLeave);
    }
  };
}
