import { describe, expect, it } from "vitest";
import { ClientError } from "../../src/client/client-error.ts";
import { chooseWords } from "../../src/widget/choose-words.ts";
import { describeFailure } from "../../src/widget/describe-failure.ts";
import { strings } from "../../src/widget/strings.ts";

describe("describeFailure", () => {
  const english = chooseWords("en", null);
  const words = Object.fromEntries(Object.entries(strings).map(([key, [text]]) => [key, text])) as Record<
    keyof typeof strings,
    string
  >;
  it.each([
    ["no network", new ClientError("unreachable", "x"), false, { title: words.offline, detail: null }],
    [
      "a network lost in the middle",
      new ClientError("interrupted", "x"),
      false,
      { title: words.offline, detail: null },
    ],
    ["a server that is away", new ClientError("unreachable", "x"), true, { title: words.unreachable, detail: null }],
    ["an unreadable answer", new ClientError("unreadable", "x"), false, { title: words.failed, detail: null }],
    [
      "a refused question",
      new ClientError("refused", "why", { status: 422 }),
      true,
      { title: words.refused, detail: "why" },
    ],
    [
      "a conversation that is too long",
      new ClientError("refused", "why", { status: 413 }),
      true,
      { title: words.tooLong, detail: "why" },
    ],
    ["a busy server", new ClientError("refused", "why", { status: 503 }), true, { title: words.busy, detail: null }],
    [
      "too many questions",
      new ClientError("refused", "why", { status: 429, retryAfterSeconds: 1 }),
      true,
      { title: words.rateLimited, detail: "Try again in 1 s." },
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
