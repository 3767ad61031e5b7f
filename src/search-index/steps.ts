import { createBreather } from "./breathe.ts";

/** Long work as a generator that yields, every millisecond or so, where it may be paused; what it returns is the result. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does the work at once. */
export function runSteps<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Does the work a piece at a time, with turns of the event loop in between. */
export async function breatheThrough<T>(steps: Steps<T>): Promise<T> {
  const breathe = createBreather();
  let step = steps.next();
  while (step.done !== true) {
    await breathe();
    step = steps.next();
  }
  return step.value;
}

/** A value that is made once, when it is first needed. */
export interface Lazy<T> {
  /** Makes what is missing of it at once. */
  get(): T;
  /** Makes it a piece at a time, so that a later `get` costs nothing. */
  prepare(): Promise<void>;
}

export function lazily<T>(steps: Steps<T>): Lazy<T> {
  let made: { readonly value: T } | null = null;
  function* making(): Steps<void> {
    while (made === null) {
      const step = steps.next();
      if (step.done === true) made = { value: step.value };
      yield;
    }
  }
  return {
    get: () => {
      if (made === null) runSteps(making());
      return (made as unknown as { readonly value: T }).value;
    },
    prepare: async () => {
      if (made === null) await breatheThrough(making());
    },
  };
}
