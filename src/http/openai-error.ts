import type { ErrorShape, Problem } from "./error-response.ts";

/** An error as the clients of OpenAI read it. */
export interface OpenAiError {
  readonly error: {
    readonly message: string;
    readonly type: string;
    /** The first field at fault, such as `messages[0].content`. */
    readonly param: string | null;
    /** Stable, such as `invalid_fields`. */
    readonly code: string;
  };
}

/** The shape of every error below `/v1/`. */
export const openAiErrorShape: ErrorShape = { contentType: "application/json", bodyOf: openAiErrorOf };

/** A problem in OpenAI's shape; the status stays. */
export function openAiErrorOf({ type, status, detail, errors = [] }: Problem): OpenAiError {
  const param = errors[0] === undefined ? null : paramOf(errors[0].pointer);
  const isUnknownModel = status === 404 && param === "model";
  const slug = type.slice(type.lastIndexOf(":") + 1).replaceAll("-", "_");
  return { error: { message: detail, type: typeOf(status), param, code: isUnknownModel ? "model_not_found" : slug } };
}

function typeOf(status: number): string {
  switch (status) {
    case 401:
      return "authentication_error";
    case 403:
      return "permission_error";
    case 429:
      return "rate_limit_error";
    default:
      return status >= 500 ? "server_error" : "invalid_request_error";
  }
}

/** RFC 6901 -> the way OpenAI writes it: `/messages/0/content` -> `messages[0].content`; null for the whole body. */
function paramOf(pointer: string): string | null {
  const parts = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const path = parts.map((part) => (/^\d+$/u.test(part) ? `[${part}]` : `.${part}`)).join("");
  return path === "" ? null : path.replace(/^\./u, "");
}
