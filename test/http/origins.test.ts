import { describe, expect, it } from "vitest";
import { createTestApp, post, problemIn } from "./test-app.ts";

const listed = "https://news.example";
const app = createTestApp({ allowedOrigins: [listed] });
const question = { question: "When?" };

describe("a listed site", () => {
  it("may ask and read the answer, never with credentials", async () => {
    const response = await post(app, "/ask", question, { origin: listed });
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBe(listed);
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    expect(response.headers.get("vary")).toContain("Origin");
  });

  it("may read errors too", async () => {
    const response = await post(app, "/ask", {}, { origin: listed });
    expect(response.status).toBe(422);
    expect(response.headers.get("access-control-allow-origin")).toBe(listed);
    expect(response.headers.get("access-control-expose-headers")).toBe("x-request-id, retry-after");
  });

  it("gets its preflight answered", async () => {
    const response = await preflight(listed);
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "access-control-allow-origin": listed,
      "access-control-allow-methods": "POST, OPTIONS",
      "access-control-allow-headers": "content-type, authorization, mcp-protocol-version",
      "access-control-max-age": "600",
      vary: "Origin",
    });
  });

  it("may load the widget", async () => {
    const response = await app.request("/widget.js", { headers: { origin: listed } });
    expect(response.headers.get("access-control-allow-origin")).toBe(listed);
    expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  });
});

describe("any other site", () => {
  it.each([
    "https://evil.example",
    "http://news.example",
    "https://news.example:8443",
    "https://news.example.evil.example",
    "https://NEWS.example",
    "null",
    "",
  ])("%j may not post", async (origin) => {
    const response = await post(app, "/ask", question, { origin });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect((await problemIn(response)).status).toBe(403);
  });

  it("gets no permission in answer to a preflight", async () => {
    const response = await preflight("https://evil.example");
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("may not see what it reads, and caches keep that apart", async () => {
    const response = await app.request("/documents", { headers: { origin: "https://evil.example" } });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(response.headers.get("vary")).toContain("Origin");
  });

  it("may not load the widget where no site is listed", async () => {
    const response = await createTestApp().request("/widget.js");
    expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });
});

describe("this server's own pages", () => {
  it.each([
    ["http://localhost:8787/ask", "http://localhost:8787"],
    ["http://annalist.example/ask", "https://annalist.example"],
  ])("may post to %s from %s, TLS ended before us or not", async (url, origin) => {
    expect((await post(app, url, question, { origin })).status).toBe(200);
  });

  it("are told apart by port", async () => {
    expect((await post(app, "http://localhost:8787/ask", question, { origin: "http://localhost:3000" })).status).toBe(
      403,
    );
  });
});

describe("the list of origins", () => {
  it("is checked at once, every entry named", () => {
    const allowedOrigins = ["*", "https://a.example/", "a.example", "null", "ftp://a.example", "https://ok.example"];
    const problems = allowedOrigins.slice(0, 5).map((origin) => expect.stringContaining(JSON.stringify(origin)));
    expect(() => createTestApp({ allowedOrigins })).toThrow(
      expect.objectContaining({ code: "configuration", problems }),
    );
  });
});

describe("a server bound to loopback", () => {
  const local = createTestApp({ loopbackOnly: true });

  it.each(["localhost", "localhost:8787", "127.0.0.1:8787", "127.5.5.5", "[::1]:8787"])(
    "answers to %s",
    async (host) => {
      expect((await local.request(`http://${host}/health`, { headers: { host } })).status).toBe(200);
    },
  );

  it.each(["evil.example", "localhost.evil.example:8787", "127.0.0.1.evil.example", "192.168.1.5", "[::2]", "@"])(
    "refuses a request addressed to %s with 403",
    async (host) => {
      expect((await problemIn(await local.request("/documents", { headers: { host } }))).status).toBe(403);
    },
  );

  it("refuses a target that disagrees with Host", async () => {
    const response = await local.request("http://evil.example/ask", { headers: { host: "localhost" } });
    expect((await problemIn(response)).status).toBe(403);
  });

  it("is a choice: elsewhere any name is served", async () => {
    expect((await app.request("http://annalist.example/health")).status).toBe(200);
  });
});

function preflight(origin: string): Promise<Response> {
  const headers = { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" };
  return Promise.resolve(app.request("/ask", { method: "OPTIONS", headers }));
}
