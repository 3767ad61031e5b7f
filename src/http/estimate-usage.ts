/** Tokens as OpenAI's clients read them. */
export interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

const unitsPerToken = 4;

/**
 * Lengths in UTF-16 code units -> an estimate of one token for every four of them, rounded up. No tokenizer runs here, and
 * which one would be right depends on the answerer; zeros would switch off the budgets that clients keep by this figure.
 */
export function estimateUsage({ prompt, completion }: { prompt: number; completion: number }): Usage {
  const [prompt_tokens, completion_tokens] = [Math.ceil(prompt / unitsPerToken), Math.ceil(completion / unitsPerToken)];
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}
