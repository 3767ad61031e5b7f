import { ClientError } from "../client/client-error.ts";
import { readProblem } from "../client/read-problem.ts";
import { ConfigurationError } from "../domain/errors.ts";

/** What a client of the server at `url` failed with, in words that say what to do; anything else stays as it is. */
export function explainClientError(error: unknown, url: string): unknown {
  if (!(error instanceof ClientError)) return error;
  const { kind, status, message, retryAfterSeconds } = error;
  switch (kind) {
    case "unreachable":
      return new ConfigurationError([`${url} can't be reached: is a server running there? annalist serve starts one`]);
    case "interrupted":
      return new ConfigurationError([`${url} ended the connection before the answer was complete; ask again`]);
    case "unreadable":
      return new ConfigurationError([`${url} is no Annalist server, or one of another version: ${message}`]);
    case "refused": {
      const collection = readProblem(error)?.errors.find(({ pointer }) => pointer === "/collection");
      if (collection !== undefined) return new ConfigurationError([`--collection: ${collection.detail}`], "usage");
      const wait = retryAfterSeconds === null ? "" : ` Ask again in ${retryAfterSeconds} s.`;
      const key = status === 401 ? " Set ANNALIST_API_KEY to a key that it takes." : "";
      // What was given can't be used: as a flag, it is at fault here.
      const code = status === 422 ? "usage" : "configuration";
      return new ConfigurationError([`${url} refused with ${status}: ${message}${key}${wait}`], code);
    }
  }
}
