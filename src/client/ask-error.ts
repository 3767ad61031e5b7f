/**
 * Why no answer came: `unreachable` (no connection), `refused` (the server said no; see `status` and `message`),
 * `interrupted` (the stream ended early) or `unreadable` (what came is no answer).
 */
export type AskErrorKind = "unreachable" | "refused" | "interrupted" | "unreadable";

/** The one error of the client. For `refused` the message is the server's own `detail`. */
export class AskError extends Error {
  readonly kind: AskErrorKind;
  /** HTTP status of a refusal; null when there was none. */
  readonly status: number | null;
  /** Seconds to wait, as the server asked in `Retry-After`; null when it didn't. */
  readonly retryAfterSeconds: number | null;

  constructor(
    kind: AskErrorKind,
    message: string,
    options: ErrorOptions & { readonly status?: number; readonly retryAfterSeconds?: number | null } = {},
  ) {
    super(message, options);
    this.name = "AskError";
    this.kind = kind;
    this.status = options.status ?? null;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}

/** Turns a response that is no success into an error; reads problem+json (RFC 9457) and survives any other body. */
export async function refusedBy(response: Response): Promise<AskError> {
  const problem: unknown = await response.json().catch(() => null);
  const detail =
    textField(problem, "detail") ?? textField(problem, "title") ?? `The server answered ${response.status}.`;
  const seconds = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
  return new AskError("refused", detail, {
    status: response.status,
    retryAfterSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
  });
}

function textField(value: unknown, key: string): string | null {
  const field: unknown = typeof value === "object" && value !== null ? Reflect.get(value, key) : null;
  return typeof field === "string" && field.trim() !== "" ? field : null;
}
