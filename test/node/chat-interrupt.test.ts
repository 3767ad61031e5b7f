import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "../../src/client/create-client.ts";
import { remoteSource } from "../../src/node/answer-source.ts";
import { runChat } from "../../src/node/chat-command.ts";
import { createTerminal } from "../../src/node/terminal.ts";
import { makeAnswer } from "../browser/answers.ts";
import { answering, answeringSlowly, type PageServer, startPageServer } from "../browser/page-server.ts";
import { stringWriter } from "./string-writer.ts";

const cli = join(import.meta.dirname, "../../src/node/cli.ts");
const [ctrlC, ctrlD] = ["\u0003", "\u0004"];
const answer = makeAnswer({ citations: [], short: null });

let server: PageServer;
beforeEach(async () => {
  const ready = JSON.stringify({ status: "ready", generation: "1", embedder: "static", answerer: "extractive" });
  server = await startPageServer(new Map([["/ready", { html: ready }]]));
});
afterEach(() => server.close());

/** Resolves once what a stream says from now on holds the words. */
function saying(stream: NodeJS.ReadableStream, words: RegExp): Promise<void> {
  let said = "";
  return new Promise((resolve) => {
    stream.on("data", (piece) => {
      said += String(piece);
      if (words.test(said)) resolve();
    });
  });
}

describe("a person at a terminal", () => {
  function sitDown() {
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    const stderr = new PassThrough();
    const terminal = createTerminal({ json: false, stdout: output, stderr });
    const source = remoteSource(createClient(server.origin), server.origin);
    const ended = runChat({ source, collection: undefined, input, output }, terminal);
    return { input, output, stderr, ended };
  }

  it("sees a prompt, and ends with 0 by Ctrl-D", async () => {
    server.play(answering(answer));
    const { input, output, stderr, ended } = sitDown();
    const greeted = saying(stderr, /\/help lists the commands/u);
    await saying(output, /> /u);
    await greeted;
    const answered = saying(output, /at 9:30\./u);
    input.write("When?\r");
    await answered;
    input.write(ctrlD);
    expect(await ended).toBe(0);
  });

  it("stops an answer by Ctrl-C, goes on, and ends with 0 by Ctrl-C where there is none", async () => {
    server.play(answeringSlowly(answer, 4));
    const { input, output, stderr, ended } = sitDown();
    await saying(output, /> /u);
    const begun = saying(output, /On Saturdays/u);
    const stopped = saying(stderr, /\(stopped\)/u);
    input.write("When?\r");
    await begun;
    input.write(ctrlC);
    await stopped;
    await server.hungUp();
    server.play(answering(answer));
    const answered = saying(output, /eve of a public holiday[^>]*> /u);
    input.write("And then?\r");
    await answered;
    // What was stopped was never said.
    expect(server.asked.map(({ history }) => history)).toEqual([[], []]);
    input.write(`half a line${ctrlC}`);
    expect(await ended).toBe(0);
  });
});

describe("a pipe", () => {
  it("stops an answer at the first SIGINT and ends with 0 at the second", async () => {
    server.play(answeringSlowly(answer, 4));
    const child = spawn(process.execPath, [cli, "chat", "--url", server.origin], { stdio: "pipe" });
    const begun = saying(child.stdout, /On Saturdays/u);
    const stopped = saying(child.stderr, /\(stopped\)/u);
    child.stdin.write("When?\n");
    await begun;
    child.kill("SIGINT");
    await stopped;
    child.kill("SIGINT");
    const [code, signal] = await once(child, "exit");
    expect([code, signal]).toEqual([0, null]);
  });
});

it("a terminal gets no control sequence that is not its own", async () => {
  const [stdout, stderr] = [stringWriter(), stringWriter()];
  const terminal = createTerminal({ json: false, stdout: stdout.stream, stderr: stderr.stream });
  terminal.writePart("a\u001b[2J\r");
  terminal.writePart("b\u009b");
  terminal.write("");
  expect(stdout.text()).toBe("a?[2J?b?\n");
});
