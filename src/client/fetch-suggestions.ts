import { type Endpoint, requestJson } from "./send-request.ts";

/** Questions that the corpus answers, at most `limit`. They are an extra, so any failure gives an empty list. */
export async function fetchSuggestions(
  endpoint: Endpoint,
  limit: number,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const read = (body: unknown): unknown => Object(body).suggestions;
  const list = await requestJson(endpoint, { path: "suggestions", signal }, read).catch(() => null);
  if (!Array.isArray(list)) return [];
  return list.filter((item): item is string => typeof item === "string" && item.trim() !== "").slice(0, limit);
}
