import { ClientError, refusedBy } from "./client-error.ts";

/** A server, and what it wants to know of its callers. */
export interface Server {
  /** Its base URL, with or without a slash at its end; empty for the server of the page itself. */
  readonly url: string;
  /** Sent as a bearer token; leave it out of pages, where everybody can read it. */
  readonly apiKey?: string | undefined;
}

/** A server, or its base URL alone. */
export type Endpoint = string | Server;

export interface RequestParts {
  /** Without a slash at its beginning; may hold a query. */
  readonly path: string;
  /** Sent as JSON with `POST`; without it the request is a `GET`. */
  readonly body?: object;
  /** Default `application/json`. */
  readonly accept?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Joins the base URL and a path; an empty base means the page's own server. */
export function endpointUrl(endpoint: Endpoint, path: string): string {
  return `${urlOf(endpoint).replace(/\/+$/u, "")}/${path}`;
}

/** Sends a request and returns its response, a success. Throws a `ClientError`, or the signal's reason when it aborts. */
export async function sendRequest(endpoint: Endpoint, parts: RequestParts): Promise<Response> {
  const { path, body, accept = "application/json", signal } = parts;
  const apiKey = typeof endpoint === "string" ? undefined : endpoint.apiKey;
  const response = await fetch(endpointUrl(endpoint, path), {
    method: body === undefined ? "GET" : "POST",
    headers: {
      accept,
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: signal ?? null,
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw signal.reason;
    throw new ClientError("unreachable", `No connection to ${urlOf(endpoint) || "the server"}.`, { cause });
  });
  if (!response.ok) throw await refusedBy(response);
  return response;
}

/** As `sendRequest`, and returns the JSON of the body as far as `read` can; `read` throws for what it can't. */
export async function requestJson<Result>(
  endpoint: Endpoint,
  parts: RequestParts,
  read: (body: unknown) => Result,
): Promise<Result> {
  const response = await sendRequest(endpoint, parts);
  const body: unknown = await response.json().catch((cause: unknown) => {
    if (parts.signal?.aborted) throw parts.signal.reason;
    throw new ClientError("unreadable", "The server sent something that is not JSON.", { cause });
  });
  return read(body);
}

function urlOf(endpoint: Endpoint): string {
  return typeof endpoint === "string" ? endpoint : endpoint.url;
}
