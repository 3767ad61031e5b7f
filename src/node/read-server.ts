import type { Server } from "../client/send-request.ts";
import { ConfigurationError } from "../domain/errors.ts";
import type { Environment, Flags } from "./settings.ts";

/**
 * The server that `--url` names, with the key of `ANNALIST_API_KEY` where one is set; null without the flag. Throws a
 * `ConfigurationError` of code `usage` for what is no address of a server.
 */
export function readServer({ url }: Flags, env: Environment): Server | null {
  if (typeof url !== "string") return null;
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/u.test(parsed.protocol) || parsed.search !== "" || parsed.hash !== "") {
    throw new ConfigurationError(
      [`--url is ${JSON.stringify(url)}: expected the address of a server, such as http://127.0.0.1:8787`],
      "usage",
    );
  }
  if (parsed.username !== "" || parsed.password !== "") {
    // Not repeated: a message may be logged.
    throw new ConfigurationError(["--url holds a name or a password: set ANNALIST_API_KEY instead"], "usage");
  }
  const apiKey = env.ANNALIST_API_KEY;
  return { url: parsed.href, ...(apiKey !== undefined && apiKey !== "" && { apiKey }) };
}
