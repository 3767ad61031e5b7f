import { describe, expect, it } from "vitest";
import { limits } from "../../src/domain/limits.ts";
import { readServerSettings } from "../../src/node/server-settings.ts";

function read(env: Readonly<Record<string, string>>) {
  const problems: string[] = [];
  return { settings: readServerSettings(env, problems), problems };
}

const hash = "ab".repeat(32);

describe("the settings of a server", () => {
  it("are the limits where nothing is set, and no key is asked for", () => {
    expect(read({})).toEqual({
      problems: [],
      settings: {
        maxConnections: limits.connections,
        questionsInWork: limits.questionsInWork,
        queueWaitMs: limits.queueWaitMs,
        requestsPerMinute: limits.requestsPerMinute,
        trustedHops: limits.trustedHops,
        apiKeys: [],
        logLevel: "info",
        logQuestions: false,
      },
    });
  });

  it("take what is set, and 0 to turn the rate limit off", () => {
    const { settings, problems } = read({
      ANNALIST_RATE_LIMIT: "0",
      ANNALIST_TRUSTED_HOPS: "1",
      ANNALIST_API_KEYS: `${hash}, ${hash.toUpperCase()}`,
      ANNALIST_LOG: "warn",
      ANNALIST_LOG_QUESTIONS: "true",
    });
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      requestsPerMinute: 0,
      trustedHops: 1,
      apiKeys: [hash, hash],
      logLevel: "warn",
      logQuestions: true,
    });
  });

  it.each([
    ["ANNALIST_MAX_QUESTIONS", "0"],
    ["ANNALIST_QUEUE_MS", "1.5"],
    ["ANNALIST_RATE_LIMIT", "-1"],
    ["ANNALIST_TRUSTED_HOPS", "all"],
    ["ANNALIST_MAX_CONNECTIONS", "1e3"],
    ["ANNALIST_LOG", "loud"],
    ["ANNALIST_LOG_QUESTIONS", "yes"],
  ])("name the variable that is wrong: %s is %s", (variable, value) => {
    const { problems } = read({ [variable]: value });
    expect(problems).toEqual([expect.stringContaining(`${variable} is "${value}": expected`)]);
  });

  it("never repeat what stands in place of a key's hash", () => {
    const { problems } = read({ ANNALIST_API_KEYS: `${hash},my-secret-key` });
    expect(problems).toEqual([expect.stringContaining("ANNALIST_API_KEYS: entry 2")]);
    expect(problems.join("")).not.toContain("my-secret-key");
  });
});
