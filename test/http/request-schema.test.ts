import { describe, expect, it } from "vitest";
import { createTestApp, post, problemIn } from "./test-app.ts";

const app = createTestApp();
const turn = { role: "user", content: "Hello." };

describe("fields that are taken", () => {
  it.each([
    ["2,000 code points that are 4,000 code units", { question: "😀".repeat(2000) }],
    ["2,000 code points with white space around them", { question: ` ${"a".repeat(2000)}\t` }],
    ["20 turns", { question: "When?", history: Array(20).fill(turn) }],
    ["a turn of 8,000 code points", { question: "When?", history: [{ ...turn, content: "a".repeat(8000) }] }],
    ["the smallest limit", { question: "When?", limit: 1 }],
    ["the largest limit", { question: "When?", limit: 20 }],
    ["a collection with white space around it", { question: "When?", collection: " reports\n" }],
    ["explain", { question: "When?", explain: true }],
  ])("%s", async (_name, body) => {
    expect((await post(app, "/ask", body)).status).toBe(200);
  });
});

describe("fields that are refused, each by its pointer", () => {
  it.each([
    ["no question", {}, ["/question"]],
    ["an empty question", { question: "" }, ["/question"]],
    ["a question of white space", { question: " \u00a0\u3000\ufeff\n" }, ["/question"]],
    ["2,001 code points", { question: "a".repeat(2001) }, ["/question"]],
    ["half a surrogate pair", { question: "a\ud800b" }, ["/question"]],
    ["a number for a question", { question: 7 }, ["/question"]],
    ["a limit of 0", { question: "When?", limit: 0 }, ["/limit"]],
    ["a limit of 21", { question: "When?", limit: 21 }, ["/limit"]],
    ["half a passage", { question: "When?", limit: 1.5 }, ["/limit"]],
    ["explain in quotes", { question: "When?", explain: "true" }, ["/explain"]],
    ["a limit in quotes", { question: "When?", limit: "8" }, ["/limit"]],
    ["21 turns", { question: "When?", history: Array(21).fill(turn) }, ["/history"]],
    ["an unknown role", { question: "When?", history: [{ ...turn, role: "system" }] }, ["/history/0/role"]],
    ["an empty turn", { question: "When?", history: [turn, { ...turn, content: " " }] }, ["/history/1/content"]],
    [
      "a turn that is too long",
      { question: "When?", history: [{ ...turn, content: "a".repeat(8001) }] },
      ["/history/0/content"],
    ],
    ["an unknown field", { question: "When?", temperature: 1 }, ["/temperature"]],
    ["an unknown field of a turn", { question: "When?", history: [{ ...turn, name: "Eve" }] }, ["/history/0/name"]],
    ["an unknown field with a slash and a tilde", { question: "When?", "a/b~c": 1 }, ["/a~1b~0c"]],
    ["a list", [], [""]],
    ["null", null, [""]],
    ["several at once", { limit: 0, x: 1 }, ["/question", "/limit", "/x"]],
  ])("%s", async (_name, body, pointers) => {
    const problem = await problemIn(await post(app, "/ask", body));
    expect(problem.status).toBe(422);
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it.each([
    ["/ask", { question: "When?" }],
    ["/search", { query: "rooms" }],
  ])("a collection that there is not, naming those that there are, on %s", async (path, body) => {
    const problem = await problemIn(await post(app, path, { ...body, collection: "news" }));
    expect(problem).toMatchObject({
      status: 422,
      errors: [{ pointer: "/collection", detail: '"news" is no collection; expected one of "reports"' }],
    });
    for (const collection of ["", "  ", "a".repeat(301), 7, null, ["reports"]]) {
      const refused = await problemIn(await post(app, path, { ...body, collection }));
      expect(refused.errors?.map(({ pointer }) => pointer)).toEqual(["/collection"]);
    }
  });

  it("an unknown collection before a stream begins", async () => {
    const body = { question: "When?", collection: "news" };
    expect((await problemIn(await post(app, "/ask", body, { accept: "text/event-stream" }))).status).toBe(422);
  });

  it("the reserved names of JavaScript, without touching a prototype", async () => {
    const body = '{"question":"When?","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const problem = await problemIn(await post(app, "/ask", body));
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(["/__proto__", "/constructor"]);
    expect("polluted" in {}).toBe(false);
  });

  it("at most 20 of them", async () => {
    const unknown = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field${index}`, index]));
    expect((await problemIn(await post(app, "/search", unknown))).errors).toHaveLength(20);
  });

  it("saying what was given and what was expected", async () => {
    const long = await problemIn(await post(app, "/search", { query: "a".repeat(2001) }));
    expect(long.detail).toBe("/query: takes 1 to 2000 characters after trimming, got 2001");
    const unknown = await problemIn(await post(app, "/search", { query: "rooms", history: [] }));
    expect(unknown.detail).toBe("/history: unknown field; expected query, limit, collection");
  });
});
