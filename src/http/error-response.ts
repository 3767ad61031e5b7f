import { AnnalistError, type ErrorCode, RequestError } from "../domain/errors.ts";

/** An error as it crosses the wire (RFC 9457), without `instance`, which the response adds. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: RequestError["problems"];
}

/** How an error is written: by default as problem+json, otherwise as another protocol has it. */
export interface ErrorShape {
  readonly contentType: string;
  readonly bodyOf: (problem: Problem, requestId: string) => unknown;
}

const problemJson: ErrorShape = {
  contentType: "application/problem+json",
  bodyOf: (problem, requestId) => ({ ...problem, instance: requestId }),
};

/** The stable last part of `type`, and the title, by status. */
const kinds: Readonly<Record<number, readonly [slug: string, title: string]>> = {
  400: ["malformed-request", "The request can't be read"],
  401: ["no-key", "The request carries no key that is taken"],
  403: ["forbidden", "The request isn't allowed from there"],
  404: ["not-found", "There is nothing at this address"],
  405: ["method-not-allowed", "This address doesn't take that method"],
  406: ["not-acceptable", "The response's format isn't one the caller takes"],
  408: ["request-timeout", "The request took too long to arrive"],
  413: ["body-too-large", "The body is too large"],
  415: ["unsupported-media-type", "The body's format isn't taken"],
  422: ["invalid-fields", "Some fields can't be used"],
  429: ["too-many-requests", "This client sends too many requests"],
  431: ["headers-too-large", "The headers are too large"],
  499: ["client-closed-request", "The caller left before the answer"],
  500: ["internal-error", "Something failed inside"],
  502: ["model-failed", "A model failed"],
  503: ["not-ready", "The server isn't ready"],
};

/** A server that is ready and has too much to do, apart from one that has no index. */
const busy = ["busy", "The server can't take this question now"] as const;

const retryAfterSeconds = 5;

/**
 * Any error -> the problem a caller may read. A `RequestError` speaks for itself; every other failure gets a fixed text
 * by its code, so that no path, address or stack leaves the process.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestError) {
    const problem = makeProblem(error.status, error.message, error.status === 503 ? busy : undefined);
    return error.problems.length === 0 ? problem : { ...problem, errors: error.problems };
  }
  return error instanceof AnnalistError ? problemOfCode(error.code) : internalProblem();
}

/** Any error -> `application/problem+json` or another shape; `requestId` becomes `instance` and `x-request-id`. */
export function errorResponse(error: unknown, requestId: string, shape: ErrorShape = problemJson): Response {
  const problem = problemOf(error);
  const headers = new Headers({
    "content-type": shape.contentType,
    "cache-control": "no-store",
    "x-request-id": requestId,
  });
  const retryAfter = error instanceof RequestError ? error.retryAfterSeconds : null;
  if (retryAfter !== null || problem.status === 503)
    headers.set("retry-after", String(retryAfter ?? retryAfterSeconds));
  if (problem.status === 401) headers.set("www-authenticate", 'Bearer realm="annalist"');
  return new Response(JSON.stringify(shape.bodyOf(problem, requestId)), { status: problem.status, headers });
}

function problemOfCode(code: ErrorCode): Problem {
  switch (code) {
    case "model":
      return makeProblem(502, "The language model failed or answered something unusable. Ask again in a moment.");
    case "embedder":
      return makeProblem(502, "The embedding model failed or answered something unusable. Ask again in a moment.");
    case "index_missing":
      return makeProblem(
        503,
        "No index is served yet. Where none was built, `npm run ingest` on the server builds it.",
      );
    case "aborted":
      return makeProblem(499, "The connection was closed before the answer was ready.");
    case "usage":
    case "configuration":
    case "corpus":
    case "index":
    case "embedder_mismatch":
    case "bad_request":
    case "not_found":
      return internalProblem();
  }
}

function internalProblem(): Problem {
  return makeProblem(500, "The server could not finish this request. Its log has the cause under this request id.");
}

function makeProblem(status: number, detail: string, kind = kinds[status]): Problem {
  const [slug, title] = kind ?? ["refused", "The request was refused"];
  return { type: `urn:annalist:problem:${slug}`, title, status, detail };
}
