import { ClientError } from "../client/client-error.ts";
import type { Strings } from "./strings.ts";

/** A failure in words for a person: what happened, and what the server said about it where that helps. */
export interface Failure {
  readonly title: string;
  readonly detail: string | null;
}

/** `isOnline` is what the browser knows of the network. */
export function describeFailure(error: unknown, isOnline: boolean, strings: Strings): Failure {
  const words = strings.errors;
  if (!(error instanceof ClientError)) return { title: words.failed, detail: null };
  if (error.kind !== "refused") {
    const title = isOnline || error.kind === "unreadable" ? words[error.kind] : words.offline;
    return { title, detail: null };
  }
  const wait = error.retryAfterSeconds === null ? null : strings.waitSeconds(error.retryAfterSeconds);
  switch (error.status) {
    case 401:
    case 403:
      return { title: words.forbidden, detail: error.message };
    case 429:
      return { title: words.rateLimited, detail: wait };
    case 503:
      return { title: words.busy, detail: wait };
    default:
      return { title: (error.status ?? 500) < 500 ? words.refused : words.failed, detail: error.message };
  }
}
