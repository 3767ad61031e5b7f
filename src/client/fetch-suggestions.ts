import { endpointUrl } from "./ask-client.ts";

/** Questions that the corpus answers, at most `limit`. They are an extra, so any failure gives an empty list. */
export async function fetchSuggestions(endpoint: string, limit: number): Promise<readonly string[]> {
  try {
    const response = await fetch(endpointUrl(endpoint, "suggestions"), { headers: { accept: "application/json" } });
    const body: unknown = response.ok ? await response.json() : null;
    const list: unknown = Object(body).suggestions;
    if (!Array.isArray(list)) return [];
    return list.filter((item): item is string => typeof item === "string" && item.trim() !== "").slice(0, limit);
  } catch {
    return [];
  }
}
