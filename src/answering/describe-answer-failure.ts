/** What to do about a status, for those that a setting can mend. */
const remedies: Readonly<Record<number, string>> = {
  400: "Check that the model supports structured output (json_schema) and texts of this length",
  401: "Check the API key",
  403: "Check the API key and what it may use",
  404: "Check the model's name and the base URL",
  429: "Wait, or use a plan that allows more requests",
};

/**
 * A failed call of a language model -> what happened and what to do, without a full stop at the end. It holds a
 * status, a code or a name and never a word of what the service wrote: services repeat keys and texts in their errors.
 */
export async function describeAnswerFailure(error: unknown): Promise<string> {
  const { APICallError, NoObjectGeneratedError, NoOutputGeneratedError, RetryError } = await import("ai");
  if (RetryError.isInstance(error)) return describeAnswerFailure(error.lastError);
  if (NoObjectGeneratedError.isInstance(error) || NoOutputGeneratedError.isInstance(error)) {
    return "its answer is not the JSON that was asked for. Check that the model supports structured output";
  }
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return "no answer in the time allowed. Allow more time, or use a faster model";
  }
  if (!APICallError.isInstance(error)) {
    return `${error instanceof Error ? error.name : typeof error} in the model's adapter`;
  }
  const { statusCode } = error;
  if (statusCode === undefined) return "no connection. Check the base URL and that the service runs";
  if (statusCode < 400) return `HTTP ${statusCode} with a body that is no chat completion. Check the base URL`;
  return `HTTP ${statusCode}. ${remedies[statusCode] ?? "Try again later, or ask whoever runs the service"}`;
}
