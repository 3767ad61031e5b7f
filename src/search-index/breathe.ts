const longestMs = 8;

/**
 * Lets others have the thread: `await breathe()` waits for a turn of the event loop once 8 ms have gone by since the
 * last, and costs next to nothing before that. Long work over many items calls it between two of them.
 */
export function createBreather(now: () => number = () => performance.now()): () => Promise<void> | void {
  let last = now();
  return () => {
    if (now() - last < longestMs) return;
    return new Promise((resolve) => {
      setTimeout(() => {
        last = now();
        resolve();
      }, 0);
    });
  };
}
