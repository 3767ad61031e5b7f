import { describe, expect, it } from "vitest";
import { ClientError } from "../../src/client/client-error.ts";
import { describeFailure } from "../../src/widget/describe-failure.ts";
import { english } from "../../src/widget/strings.ts";

describe("describeFailure", () => {
  const words = english.errors;
  it.each([
    ["no network", new ClientError("unreachable", "x"), false, { title: words.offline, detail: null }],
    [
      "a network lost in the middle",
      new ClientError("interrupted", "x"),
      false,
      { title: words.offline, detail: null },
    ],
    ["a server that is away", new ClientError("unreachable", "x"), true, { title: words.unreachable, detail: null }],
    ["an unreadable answer", new ClientError("unreadable", "x"), false, { title: words.unreadable, detail: null }],
    [
      "a refused question",
      new ClientError("refused", "why", { status: 422 }),
      true,
      { title: words.refused, detail: "why" },
    ],
    [
      "a foreign site",
      new ClientError("refused", "why", { status: 403 }),
      true,
      { title: words.forbidden, detail: "why" },
    ],
    ["a busy server", new ClientError("refused", "why", { status: 503 }), true, { title: words.busy, detail: null }],
    [
      "too many questions",
      new ClientError("refused", "why", { status: 429, retryAfterSeconds: 1 }),
      true,
      { title: words.rateLimited, detail: "Try again in 1 second." },
    ],
    [
      "a broken server",
      new ClientError("refused", "why", { status: 500 }),
      true,
      { title: words.failed, detail: "why" },
    ],
    ["an error inside a stream", new ClientError("refused", "why"), true, { title: words.failed, detail: "why" }],
    ["anything else", new TypeError("undefined is not a function"), true, { title: words.failed, detail: null }],
  ])("has words for %s", (_, error, isOnline, expected) => {
    expect(describeFailure(error, isOnline, english)).toEqual(expected);
  });
});
