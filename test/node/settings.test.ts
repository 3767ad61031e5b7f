import { describe, expect, it } from "vitest";
import { ConfigurationError } from "../../src/domain/errors.ts";
import { type Environment, type Flags, readSettings } from "../../src/node/settings.ts";

function refusal(flags: Flags, env: Environment): ConfigurationError {
  try {
    readSettings(flags, env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error("the settings were taken");
}

describe("settings", () => {
  it("have defaults that need no model, no key and no network", () => {
    const settings = readSettings({}, {});
    expect(settings).toMatchObject({
      host: "127.0.0.1",
      port: 8787,
      origins: [],
      embedder: "static",
      answerer: "extractive",
    });
    expect(settings.corpusDir).toMatch(/\/corpus$/u);
    expect(settings.indexDir).toMatch(/\/index$/u);
  });

  it("take a flag before a variable, and a variable before a default", () => {
    const env = { ANNALIST_CORPUS: "from-env", ANNALIST_INDEX: "env-index", ANNALIST_PORT: "1" };
    expect(readSettings({ corpus: "from-flag", port: "2" }, env)).toMatchObject({
      corpusDir: "from-flag",
      indexDir: "env-index",
      port: 2,
    });
    expect(readSettings({}, env).port).toBe(1);
  });

  it("take an empty variable for one that is not set", () => {
    const empty = { ANNALIST_PORT: "", ANNALIST_HOST: "", ANNALIST_EMBEDDER: "", ANNALIST_ORIGINS: "" };
    expect(readSettings({}, empty)).toEqual(readSettings({}, {}));
  });

  it("report all problems at once", () => {
    const { problems, code, message } = refusal(
      {},
      {
        ANNALIST_PORT: "99999",
        ANNALIST_ORIGINS: "https://a.example, nonsense",
        ANNALIST_EMBEDDER: "gpt",
        ANNALIST_ANSWERER: "openai-compatible:some-model",
      },
    );
    expect(code).toBe("configuration");
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
      "ANNALIST_PORT",
      "ANNALIST_ORIGINS",
      "ANNALIST_EMBEDDER",
      "OPENAI_BASE_URL",
    ]);
    for (const problem of problems) expect(message).toContain(problem);
  });

  it("call a wrong flag a usage error, and name the flag", () => {
    expect(refusal({ port: "x" }, { ANNALIST_PORT: "1" })).toMatchObject({
      code: "usage",
      problems: ['--port is "x": expected a whole number from 0 to 65535'],
    });
    expect(refusal({ corpus: "" }, {}).problems).toEqual(["--corpus is empty: expected a value"]);
  });

  it.each(["-1", "1.5", "65536", "0x10", " 80", "1e3"])("refuse port %j", (port) => {
    expect(refusal({ port }, {}).code).toBe("usage");
  });

  it.each(["ftp://a.example", "https://a.example/", "https://a.example/path", "*", "null"])(
    "refuse origin %s",
    (origin) => {
      expect(refusal({}, { ANNALIST_ORIGINS: origin }).problems).toHaveLength(1);
    },
  );

  it("read several origins", () => {
    expect(readSettings({}, { ANNALIST_ORIGINS: "https://a.example, http://b.example:81" }).origins).toEqual([
      "https://a.example",
      "http://b.example:81",
    ]);
  });

  it("take a model with its address and key, and never put the key into a message", () => {
    const key = "some-key-of-a-person";
    const env = { ANNALIST_ANSWERER: "openai-compatible:m:7b", OPENAI_API_KEY: key };
    expect(readSettings({}, { ...env, OPENAI_BASE_URL: "http://127.0.0.1:9/v1" }).answerer).toEqual({
      model: "m:7b",
      baseUrl: "http://127.0.0.1:9/v1",
      apiKey: key,
    });
    expect(refusal({}, { ...env, OPENAI_BASE_URL: "file:///etc" }).message).not.toContain(key);
  });
});
