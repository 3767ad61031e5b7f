/**
 * Why nothing useful came: `unreachable` (no connection), `refused` (the server said no; see `status`, `problem` and
 * `message`), `interrupted` (the response ended early) or `unreadable` (what came is not what was asked for).
 */
export type ClientErrorKind = "unreachable" | "refused" | "interrupted" | "unreadable";

/** What a server says about a refusal (RFC 9457), as far as it says it. */
export interface ClientProblem {
  /** Stable, such as `urn:annalist:problem:invalid-fields`. */
  readonly type: string | null;
  readonly title: string | null;
  readonly detail: string | null;
  /** The request id, which the server's log has too. */
  readonly instance: string | null;
  /** The fields at fault, by JSON pointer (RFC 6901). */
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
}

/** The one error of the client. For `refused` the message is the server's own `detail`. */
export class ClientError extends Error {
  readonly kind: ClientErrorKind;
  /** HTTP status of a refusal; null when there was none. */
  readonly status: number | null;
  /** Null unless the server sent one. */
  readonly problem: ClientProblem | null;
  /** Seconds to wait, as the server asked in `Retry-After`; null when it didn't. */
  readonly retryAfterSeconds: number | null;

  constructor(
    kind: ClientErrorKind,
    message: string,
    options: ErrorOptions & Partial<Pick<ClientError, "status" | "problem" | "retryAfterSeconds">> = {},
  ) {
    super(message, options);
    this.name = "ClientError";
    this.kind = kind;
    this.status = options.status ?? null;
    this.problem = options.problem ?? null;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}

/** Turns a response that is no success into an error; reads problem+json (RFC 9457) and survives any other body. */
export async function refusedBy(response: Response): Promise<ClientError> {
  const problem = readProblem(await response.json().catch(() => null));
  const seconds = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
  return new ClientError("refused", problem?.detail ?? problem?.title ?? `The server answered ${response.status}.`, {
    status: response.status,
    problem,
    retryAfterSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
  });
}

function readProblem(body: unknown): ClientProblem | null {
  if (typeof body !== "object" || body === null) return null;
  const errors: unknown = Reflect.get(body, "errors");
  return {
    type: textField(body, "type"),
    title: textField(body, "title"),
    detail: textField(body, "detail"),
    instance: textField(body, "instance"),
    errors: (Array.isArray(errors) ? errors : []).flatMap((each: unknown) => {
      const [pointer, detail] = [textField(Object(each), "pointer"), textField(Object(each), "detail")];
      return detail === null ? [] : [{ pointer: pointer ?? "", detail }];
    }),
  };
}

function textField(value: object, key: string): string | null {
  const field: unknown = Reflect.get(value, key);
  return typeof field === "string" && field.trim() !== "" ? field : null;
}
