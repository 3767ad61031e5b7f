import { describe, expect, it } from "vitest";
import { limits } from "../../src/domain/limits.ts";
import { readBody } from "../../src/http/read-body.ts";
import { createTestApp, post, problemIn } from "./test-app.ts";

const app = createTestApp();

describe("the format of a body", () => {
  it.each([
    "application/json",
    "Application/JSON; charset=UTF-8",
    'application/json;charset="utf-8"',
    "application/json; x=y",
  ])("is taken as %s", async (contentType) => {
    expect((await post(app, "/search", { query: "rooms" }, { "content-type": contentType })).status).toBe(200);
  });

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/jsonp",
    "",
    "application/json; charset=utf-16",
  ])("is refused as %j with 415", async (contentType) => {
    const response = await post(app, "/search", { query: "rooms" }, { "content-type": contentType });
    expect((await problemIn(response)).status).toBe(415);
  });

  it("is refused with 415 when it isn't stated", async () => {
    const response = await app.request("/ask", { method: "POST", body: new TextEncoder().encode("{}") });
    expect((await problemIn(response)).detail).toBe("No Content-Type was given; send application/json.");
  });

  it("is refused with 415 when it is compressed", async () => {
    const response = await post(app, "/ask", { question: "When?" }, { "content-encoding": "gzip" });
    expect((await problemIn(response)).status).toBe(415);
  });
});

describe("the size of a body", () => {
  const bodyOf = (bytes: number) => `{"query":"a"${" ".repeat(bytes - 13)}}`.padEnd(bytes);

  it("may be 64 KiB", async () => {
    expect((await post(app, "/search", bodyOf(limits.bodyBytes))).status).toBe(200);
  });

  it("may not be a byte more", async () => {
    expect((await problemIn(await post(app, "/search", bodyOf(limits.bodyBytes + 1)))).status).toBe(413);
  });

  it("is counted in bytes as they come, and no more of an endless body is read", async () => {
    let pulls = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulls++;
          controller.enqueue(new Uint8Array(16 * 1024).fill(0x20));
        },
        cancel() {
          cancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    const init = {
      method: "POST",
      headers: { "content-type": "application/json", "content-length": "2" },
      body: endless,
    };
    const request = new Request("http://localhost/search", { ...init, duplex: "half" } as RequestInit);
    await expect(readBody(request)).rejects.toMatchObject({ status: 413 });
    expect([pulls, cancelled]).toEqual([5, true]);
  });

  it("that ends with a broken connection is no fault of the body", async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("reset")) });
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: broken };
    const request = new Request("http://localhost/search", { ...init, duplex: "half" } as RequestInit);
    await expect(readBody(request)).rejects.toMatchObject({ code: "aborted" });
  });
});

describe("the text of a body", () => {
  it.each([
    ["a lone continuation byte", [0x22, 0x80, 0x22]],
    ["an overlong slash", [0x22, 0xc0, 0xaf, 0x22]],
    ["an encoded surrogate", [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ["UTF-16", [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]],
  ])("is refused with 400 when it is not UTF-8: %s", async (_name, bytes) => {
    const problem = await problemIn(await post(app, "/ask", new Uint8Array(bytes)));
    expect(problem).toMatchObject({ status: 400, detail: "The body is not valid UTF-8; send JSON encoded as UTF-8." });
  });

  it("may begin with a byte order mark", async () => {
    expect((await post(app, "/search", '\ufeff{"query":"rooms"}')).status).toBe(200);
  });

  it("is refused with 400 and the place when it is not JSON", async () => {
    const problem = await problemIn(await post(app, "/ask", '{\n  "question": "When?",\n}'));
    expect(problem.status).toBe(400);
    expect(problem.detail).toBe(
      "The body is not valid JSON at position 25 (line 3, column 1): expected a property name.",
    );
  });

  it("is refused with 400 when it is empty", async () => {
    const problem = await problemIn(await post(app, "/ask", ""));
    expect(problem.detail).toContain("expected a value, but the text ends");
  });

  it("may nest 32 levels deep and no deeper", async () => {
    const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
    expect((await problemIn(await post(app, "/ask", nested(32)))).status).toBe(422);
    expect(await problemIn(await post(app, "/ask", nested(33)))).toMatchObject({
      status: 400,
      detail: "The body nests 33 levels deep; at most 32 are taken.",
    });
  });

  it("may hold any number of brackets inside a string", async () => {
    expect((await post(app, "/search", { query: `\\"${"[{".repeat(100)}` })).status).toBe(200);
  });
});
