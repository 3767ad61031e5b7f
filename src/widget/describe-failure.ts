import { ClientError } from "../client/client-error.ts";
import type { Words } from "./choose-words.ts";

/** A failure in words for a person: what happened, and what the server said about it where that helps. */
export interface Failure {
  readonly title: string;
  readonly detail: string | null;
}

/** `isOnline` is what the browser knows of the network. */
export function describeFailure(error: unknown, isOnline: boolean, { say }: Words): Failure {
  if (!(error instanceof ClientError)) return { title: say("failed"), detail: null };
  const { kind, status, message, retryAfterSeconds } = error;
  if (kind !== "refused") {
    return { title: say(kind === "unreadable" ? "failed" : isOnline ? kind : "offline"), detail: null };
  }
  const wait = retryAfterSeconds === null ? null : say("wait", { n: retryAfterSeconds });
  switch (status) {
    case 413:
      return { title: say("tooLong"), detail: message };
    case 429:
      return { title: say("rateLimited"), detail: wait };
    case 503:
      return { title: say("busy"), detail: wait };
    default:
      return { title: say((status ?? 500) < 500 ? "refused" : "failed"), detail: message };
  }
}
