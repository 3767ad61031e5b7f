import type { ClientError } from "./client-error.ts";

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

/** What the server said of a refusal; null when it sent nothing of that kind. Apart from the error, since the widget does without. */
export function readProblem({ body }: Pick<ClientError, "body">): ClientProblem | null {
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
