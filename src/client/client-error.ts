/**
 * Why nothing useful came: `unreachable` (no connection), `refused` (the server said no; see `status`, `body` and
 * `message`), `interrupted` (the response ended early) or `unreadable` (what came is not what was asked for).
 */
export type ClientErrorKind = "unreachable" | "refused" | "interrupted" | "unreadable";

/** The one error of the client. For `refused` the message is the server's own `detail`. */
export class ClientError extends Error {
  readonly kind: ClientErrorKind;
  /** HTTP status of a refusal; null when there was none. */
  readonly status: number | null;
  /** The JSON of a refusal as it came, null when there was none; `readProblem` reads it. */
  readonly body: unknown;
  /** Seconds to wait, as the server asked in `Retry-After`; null when it didn't. */
  readonly retryAfterSeconds: number | null;

  constructor(
    kind: ClientErrorKind,
    message: string,
    options: ErrorOptions & Partial<Pick<ClientError, "status" | "body" | "retryAfterSeconds">> = {},
  ) {
    super(message, options);
    this.name = "ClientError";
    this.kind = kind;
    this.status = options.status ?? null;
    this.body = options.body ?? null;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}

/** Turns a response that is no success into an error; its message is what the body says (RFC 9457), if it says anything. */
export async function refusedBy(response: Response): Promise<ClientError> {
  const body: unknown = await response.json().catch(() => null);
  const { detail, title } = Object(body) as Record<string, unknown>;
  const said = [detail, title].find((text) => typeof text === "string" && text.trim() !== "");
  const seconds = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
  return new ClientError("refused", String(said ?? `The server answered ${response.status}.`), {
    status: response.status,
    body,
    retryAfterSeconds: seconds > 0 ? seconds : null,
  });
}
