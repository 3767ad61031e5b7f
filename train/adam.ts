/**
 * Adam (Kingma and Ba 2015) with decoupled decay (Loshchilov and Hutter 2019) and a rate that falls to 0 over `steps`.
 * The returned function takes the parameters, which it changes, and the summed gradient of `count` examples.
 */
export function createAdam(
  size: number,
  { rate, decay, steps }: { readonly rate: number; readonly decay: number; readonly steps: number },
) {
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  let step = 0;
  return (parameters: Float64Array, gradient: Float64Array, count: number): void => {
    step++;
    const now = rate * (1 - step / (steps + 1));
    for (let i = 0; i < size; i++) {
      const g = (gradient[i] as number) / count;
      first[i] = 0.9 * (first[i] as number) + 0.1 * g;
      second[i] = 0.999 * (second[i] as number) + 0.001 * g * g;
      const mean = (first[i] as number) / (1 - 0.9 ** step);
      const spread = (second[i] as number) / (1 - 0.999 ** step);
      (parameters[i] as number) -= now * (mean / (Math.sqrt(spread) + 1e-8) + decay * (parameters[i] as number));
    }
  };
}
