export type ErrorCode =
  | "usage"
  | "configuration"
  | "corpus"
  | "index"
  | "index_missing"
  | "embedder"
  | "embedder_mismatch"
  | "model"
  | "bad_request"
  | "not_found"
  | "aborted";

/**
 * Every failure that a person can act on. The message says what was given, what was expected and what to do.
 * Outcomes that are expected, an unanswerable question among them, are values and never thrown.
 */
export class AnnalistError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** A flag, a variable or a setting; `problems` holds all of them, since they are reported at once. */
export class ConfigurationError extends AnnalistError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], code: "usage" | "configuration" = "configuration") {
    super(code, problems.join("\n"));
    this.problems = problems;
  }
}

/** A corpus that can't be read or holds nothing to index. */
export class CorpusError extends AnnalistError {
  constructor(message: string, options?: ErrorOptions) {
    super("corpus", message, options);
  }
}

/** A generation that is missing, damaged or made for other settings; `file` is the one at fault. */
export class IndexError extends AnnalistError {
  readonly file: string | null;

  constructor(
    message: string,
    file: string | null = null,
    options?: ErrorOptions & { code?: "index" | "index_missing" | "embedder_mismatch" },
  ) {
    super(options?.code ?? "index", message, options);
    this.file = file;
  }
}

/** An embedder or a language model that failed or answered something unusable. */
export class ModelError extends AnnalistError {
  constructor(message: string, options?: ErrorOptions & { code?: "model" | "embedder" }) {
    super(options?.code ?? "model", message, options);
  }
}

/** A request over the wire that can't be served as it stands; each problem points at one field (RFC 6901). */
export class RequestError extends AnnalistError {
  readonly status: number;
  readonly problems: readonly { readonly pointer: string; readonly detail: string }[];
  /** For `Retry-After`; null leaves it to the status. */
  readonly retryAfterSeconds: number | null;

  constructor(
    status: number,
    message: string,
    problems: RequestError["problems"] = [],
    options?: ErrorOptions & { readonly retryAfterSeconds?: number },
  ) {
    super(status === 404 ? "not_found" : "bad_request", message, options);
    this.status = status;
    this.problems = problems;
    this.retryAfterSeconds = options?.retryAfterSeconds ?? null;
  }
}
