/** Whether an `Accept` header asks for server-sent events by name, at least as much as for JSON; a wildcard doesn't ask. */
export function wantsEventStream(accept: string | undefined): boolean {
  const qualities = new Map<string, number>();
  for (const range of (accept ?? "").toLowerCase().split(",")) {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    qualities.set(type, quality === undefined ? 1 : Number(quality) || 0);
  }
  const wanted = qualities.get("text/event-stream") ?? 0;
  return wanted > 0 && wanted >= (qualities.get("application/json") ?? 0);
}
