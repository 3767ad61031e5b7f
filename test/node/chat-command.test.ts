import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/domain/answer.ts";
import type { AskRequest } from "../../src/domain/question.ts";
import { runCli } from "../../src/node/cli.ts";
import { type RunningServer, startServer } from "../../src/node/serve.ts";
import { makeAnswer } from "../browser/answers.ts";
import { answering, type PageServer, refusing, type Script, startPageServer } from "../browser/page-server.ts";
import { answerOf, createFakeAssistant } from "../http/fake-assistant.ts";
import { createTestApp } from "../http/test-app.ts";
import { buildHarbourIndex } from "./harbour-index.ts";
import { stringWriter } from "./string-writer.ts";

const opened = "When was the harbour of Port Vale opened?";
const openedAnswer = "The harbour of Port Vale was opened on 3 May 1850. [1]";
/** What steers a terminal: escape sequences, a bell, a carriage return, C1 controls, text that runs backwards. */
const hostile = "\u001b]0;owned\u0007\u001b[2J\u009b31m\r\u202eevil";
// biome-ignore lint/suspicious/noControlCharactersInRegex: they must not come through
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

async function chat(words: readonly string[], lines: string) {
  const [stdout, stderr] = [stringWriter(), stringWriter()];
  const code = await runCli(["chat", ...words], {
    env: {},
    // Two pieces, the cut in the middle of a line.
    stdin: Readable.from([Buffer.from(lines.slice(0, 7)), Buffer.from(lines.slice(7))]),
    stdout: stdout.stream,
    stderr: stderr.stream,
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

describe("a conversation about the index", () => {
  let built: Awaited<ReturnType<typeof buildHarbourIndex>>;
  beforeAll(async () => {
    built = await buildHarbourIndex((name) => (name === "museum.md" ? `town/${name}` : `port/${name}`));
  });
  afterAll(() => built.remove());

  it("answers each line with its short answer and its footnotes, and shows no prompt to a pipe", async () => {
    const { code, stdout, stderr } = await chat(built.flags, `${opened}\nHow tall is the lighthouse on Gull Rock?`);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^The harbour of Port Vale was opened on 3 May 1850\. \[1\]\n\nIn short: 3 May 1850\n\n\[1\] “The harbour of Port Vale was opened on 3 May 1850\.”\n {4}The harbour of Port Vale, \d+-\d+\n\n/u,
    );
    expect(stdout).toContain("The lighthouse on Gull Rock is 48 metres tall. [1]\n");
    expect(stdout).not.toContain(">");
  });

  it("knows what was said, until /new", async () => {
    const { stdout } = await chat([...built.flags, "--json"], `${opened}\nWho built it?\n/new\nWho built it?\n`);
    const questions = stdout
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as Answer).question);
    expect([questions[0], questions[2]]).toEqual([opened, "Who built it?"]);
    expect(questions[1]).toMatch(/^Who built .*harbour of Port Vale/u);
  });

  it("asks nothing after /quit, and nothing for an empty line", async () => {
    const { code, stdout } = await chat(built.flags, `\n  \n${opened}\r\n/quit\nHow tall is it?\n`);
    expect(code).toBe(0);
    expect(stdout.match(/\[1\] “/gu)).toHaveLength(1);
  });

  it("tells its commands, and what is none", async () => {
    const { code, stdout, stderr } = await chat(built.flags, "/help\n/bake a cake\n");
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toContain("/new   forget what was said");
    expect(stderr).toContain("/bake is no command: expected /new, /quit or /help");
  });

  it("goes on after a line that is no question, and ends with 1 for it", async () => {
    const { code, stdout, stderr } = await chat(built.flags, `${"x".repeat(2001)}\n${opened}\n`);
    expect(code).toBe(1);
    expect(stderr).toBe("the question has 2001 characters: expected 1 to 2000\n");
    expect(stdout).toContain(openedAnswer);
  });

  it("stays in a collection, and names those there are", async () => {
    const { stdout } = await chat([...built.flags, "--json", "--collection", "town"], `${opened}\n`);
    expect(JSON.parse(stdout)).toMatchObject({ citations: [] });
    expect(await chat([...built.flags, "--collection", "ports"], `${opened}\n`)).toEqual({
      code: 2,
      stdout: "",
      stderr: 'annalist: --collection: "ports" is no collection; expected one of "port", "town"\n',
    });
  });
});

describe("a conversation with a server", () => {
  const closing: { close(): Promise<unknown> }[] = [];
  afterEach(async () => {
    await Promise.all(closing.splice(0).map((server) => server.close()));
  });

  async function serve(ask: (request: AskRequest) => Promise<Answer>): Promise<RunningServer> {
    const assistant = createFakeAssistant({ ask });
    const app = createTestApp({ assistant: () => assistant, loopbackOnly: true });
    const server = await startServer({ app, host: "127.0.0.1", port: 0 });
    closing.push(server);
    return server;
  }

  async function play(script: Script): Promise<PageServer> {
    const ready = JSON.stringify({ status: "ready", generation: "1", embedder: "static", answerer: "extractive" });
    const server = await startPageServer(new Map([["/ready", { html: ready }]]));
    server.play(script);
    closing.push(server);
    return server;
  }

  it("streams the answers, and sends what was said along, ten exchanges at most", async () => {
    const asked: AskRequest[] = [];
    const { url } = await serve(async (request) => {
      asked.push(request);
      return answerOf(`Answer ${asked.length}.`);
    });
    const lines = Array.from({ length: 12 }, (_, i) => `Question ${i + 1}?`);
    const { code, stdout } = await chat(["--url", `${url}/`], lines.join("\n"));
    expect(code).toBe(0);
    expect(stdout.match(/^Answer \d+\.$/gmu)).toEqual(lines.map((_, i) => `Answer ${i + 1}.`));
    expect(asked.map(({ history }) => history.length)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 20]);
    expect(asked[11]?.history[0]).toEqual({ role: "user", content: "Question 2?" });
    expect(asked[11]?.history.at(-1)).toEqual({ role: "assistant", content: "Answer 11." });
  });

  it("prints one line of JSON an answer with --json", async () => {
    const { url } = await serve(async ({ question }) => ({ ...answerOf("Yes."), question }));
    const { stdout, stderr } = await chat(["--url", url, "--json"], "A?\nB?\n/help\n");
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).question)).toEqual(["A?", "B?"]);
    expect(stderr).toBe("");
  });

  it("lets no control sequence of a text through, wherever it stands", async () => {
    const citation = makeAnswer().citations[0];
    const answer = makeAnswer({
      answer: `Answer ${hostile} [1]`,
      short: hostile,
      citations: citation === undefined ? [] : [{ ...citation, quote: `Quote ${hostile}`, title: `Title ${hostile}` }],
    });
    const server = await play(answering(answer));
    const good = await chat(["--url", server.origin], `${hostile}\n`);
    server.play(refusing(500, `Detail ${hostile}`));
    const refused = await chat(["--url", server.origin], "Why?\n");
    server.play(answering(makeAnswer({ ...answer, status: "unanswerable", citations: [] })));
    const closest = await chat(["--url", server.origin], `/x${hostile}\nWhy?\n`);
    for (const { stdout, stderr } of [good, refused, closest]) {
      expect(stdout.match(steering)).toBeNull();
      expect(stderr.match(steering)).toBeNull();
    }
    for (const words of ["Answer ?]0;owned??[2J", "Quote ?]0;owned", "Title ?]0;owned", "In short: ?]0;owned"])
      expect(good.stdout).toContain(words);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("refused with 500: Detail ?]0;owned") });
  });

  it("says what went wrong and goes on", async () => {
    let count = 0;
    const { url } = await serve(async () => {
      if (++count === 1) throw new Error("inside");
      return answerOf("Well.");
    });
    const { code, stdout, stderr } = await chat(["--url", url], "A?\nB?\n");
    expect([code, stderr.includes("could not finish"), stdout.includes("Well.")]).toEqual([1, true, true]);
    expect(stderr).not.toContain("inside");
  });

  it("ends at once where nothing answers", async () => {
    const server = await play(answering(makeAnswer()));
    await server.close();
    closing.splice(0);
    expect(await chat(["--url", server.origin], "Why?\n")).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("can't be reached: is a server running there?"),
    });
  });

  it.each([
    [["--url", "localhost:8787"], "expected the address of a server"],
    [["--url", "ftp://host"], "expected the address of a server"],
    [["--url", "http://me:secret@host"], "holds a name or a password"],
    [["--url", "http://127.0.0.1:1", "--index", "x"], "--url and --index: expected one of the two"],
  ])("refuses %j", async (words, message) => {
    const { code, stderr } = await chat(words, "");
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(stderr).not.toContain("secret");
  });
});
