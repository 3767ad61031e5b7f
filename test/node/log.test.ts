import { describe, expect, it } from "vitest";
import { createLog } from "../../src/node/log.ts";

function logInto(options: { readonly level?: "info" | "silent"; readonly secrets?: readonly string[] } = {}) {
  const lines: string[] = [];
  const { level = "info", ...rest } = options;
  return { lines, log: createLog({ level, stream: { write: (line) => lines.push(line) }, ...rest }) };
}

describe("the log", () => {
  it("is one JSON object a line, with the level by name and the time", () => {
    const { lines, log } = logInto();
    log.info({ requestId: "req_1" }, "request");
    log.debug("unseen");
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/u),
      requestId: "req_1",
      msg: "request",
    });
  });

  it("holds no control character and no change of direction, and reads back as it was", () => {
    const { lines, log } = logInto();
    const path = "/a\u001b[31m\u0000\r\n\u0085\u009b\u2028\u202e\u2066\u007fb";
    log.info({ path }, path);
    const line = (lines[0] ?? "").replace(/\n$/u, "");
    expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    expect(JSON.parse(line)).toMatchObject({ path, msg: path });
  });

  it("holds no secret, wherever it comes from", () => {
    const secret = 'sk-"very\\secret';
    const { lines, log } = logInto({ secrets: [secret, "", "short"] });
    const cause = new Error(`401 for ${secret}`);
    log.error({ err: new Error("asking failed with Bearer abc.def-123", { cause }), headers: { authorization: "x" } });
    log.info({ apiKey: "y", nested: { apiKey: "z" } }, `key ${secret}`);
    const text = lines.join("");
    expect(text).not.toMatch(/very|abc\.def|"[xyz]"/u);
    expect(text.match(/\[redacted\]/gu)?.length).toBeGreaterThan(4);
    for (const line of lines) JSON.parse(line);
  });

  it("can be silent", () => {
    const { lines, log } = logInto({ level: "silent" });
    log.error("unseen");
    expect(lines).toEqual([]);
  });
});
