export interface LogisticExample {
  readonly inputs: Float64Array;
  readonly target: boolean;
  readonly weight: number;
}

/** Logistic regression over standardised inputs by full-batch gradient descent with momentum; `decay` is the L2 penalty. */
export function fitLogistic(examples: readonly LogisticExample[], { decay, steps }: { readonly decay: number; readonly steps: number }) {
  const width = examples[0]?.inputs.length ?? 0;
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width);
  for (const { inputs } of examples) for (let i = 0; i < width; i++) (mean[i] as number) += (inputs[i] as number) / examples.length;
  for (const { inputs } of examples) for (let i = 0; i < width; i++) (deviation[i] as number) += ((inputs[i] as number) - (mean[i] as number)) ** 2 / examples.length;
  for (let i = 0; i < width; i++) deviation[i] = Math.max(0.01, Math.sqrt(deviation[i] as number));
  const rows = examples.map(({ inputs }) => inputs.map((x, i) => Math.max(-4, Math.min(4, (x - (mean[i] as number)) / (deviation[i] as number)))));
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(width);
  const velocity = new Float64Array(width + 1);
  let bias = 0;
  for (let step = 0; step < steps; step++) {
    const gradient = new Float64Array(width + 1);
    for (const [r, row] of rows.entries()) {
      let score = bias;
      for (let i = 0; i < width; i++) score += (weights[i] as number) * (row[i] as number);
      const { target, weight } = examples[r] as LogisticExample;
      const error = (weight / total) * (1 / (1 + Math.exp(-score)) - (target ? 1 : 0));
      for (let i = 0; i < width; i++) (gradient[i] as number) += error * (row[i] as number);
      (gradient[width] as number) += error;
    }
    for (let i = 0; i <= width; i++) {
      const slope = (gradient[i] as number) + (i < width ? (decay / total) * (weights[i] as number) : 0);
      velocity[i] = 0.9 * (velocity[i] as number) - 0.1 * slope;
      if (i < width) (weights[i] as number) += velocity[i] as number;
      else bias += velocity[i] as number;
    }
  }
  const round = (x: number) => Math.round(x * 1e5) / 1e5;
  return { mean: Array.from(mean, round), deviation: Array.from(deviation, round), weights: Array.from(weights, round), bias: round(bias) };
}
