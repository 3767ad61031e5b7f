/** Milliseconds of each call, one after the other, in the order of the inputs. */
export async function timeCalls<T>(inputs: readonly T[], call: (input: T) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const input of inputs) {
    const start = performance.now();
    await call(input);
    times.push(performance.now() - start);
  }
  return times;
}
