/** What to do about a status, for those that a setting can mend. */
const remedies: Readonly<Record<number, string>> = {
  400: "Check that the model accepts texts of this length",
  401: "Check the API key",
  403: "Check the API key and what it may use",
  404: "Check the model's name and the base URL",
  413: "Use smaller batches",
  429: "Wait, or use a plan that allows more requests",
};

/**
 * An error of the AI SDK -> what happened and what to do, without a full stop at the end. It holds a status, a code or
 * a name and never a word of what the service wrote: services repeat keys and texts in their errors.
 */
export async function describeModelFailure(error: unknown): Promise<string> {
  const { APICallError, InvalidResponseDataError, RetryError } = await import("ai");
  if (RetryError.isInstance(error)) return describeModelFailure(error.lastError);
  if (InvalidResponseDataError.isInstance(error)) {
    const found = Array.isArray(error.data) ? `${error.data.length} vectors came` : "the answer has another shape";
    return `${found}; expected one for each text. Check that the model is an embedding model`;
  }
  if (!APICallError.isInstance(error))
    return `${error instanceof Error ? error.name : typeof error} in the model's adapter`;
  const { statusCode, cause } = error;
  if (statusCode === undefined) return `no connection (${codeOf(cause)}). Check the base URL and that the service runs`;
  if (statusCode < 400) return `HTTP ${statusCode} with a body that holds no vectors. Check the base URL`;
  return `HTTP ${statusCode}. ${remedies[statusCode] ?? "Try again later, or ask whoever runs the service"}`;
}

function codeOf(cause: unknown): string {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : "no reason given";
}
