import { describe, expect, it } from "vitest";
import { fetchSuggestions } from "../../src/client/fetch-suggestions.ts";
import { startPageServer } from "../browser/page-server.ts";

describe("fetchSuggestions", () => {
  it.each([
    ["a list", { suggestions: ["a", "", 7, "b", "c"] }, ["a", "b"]],
    ["something else", { suggestions: "a" }, []],
    ["null", null, []],
  ])("takes at most as many questions as wanted from %s", async (_, body, expected) => {
    const server = await startPageServer(new Map([["/suggestions", { html: JSON.stringify(body) }]]));
    expect(await fetchSuggestions(server.origin, 2)).toEqual(expected);
    await server.close();
  });

  it("gives nothing when the server has no such route or is away", async () => {
    const server = await startPageServer(new Map());
    expect(await fetchSuggestions(server.origin, 2)).toEqual([]);
    await server.close();
    expect(await fetchSuggestions(server.origin, 2)).toEqual([]);
  });
});
