import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { problemSchema } from "../../src/http/response-schema.ts";
import { createLog } from "../../src/node/log.ts";
import { type RunningServer, startServer } from "../../src/node/serve.ts";
import { createServedApp } from "../../src/node/served-app.ts";
import { readSettings } from "../../src/node/settings.ts";
import { createFakeAssistant } from "../http/fake-assistant.ts";

let server: RunningServer;

beforeAll(async () => {
  const assistant = createFakeAssistant();
  const log = createLog({ level: "silent", stream: { write: () => undefined } });
  const served = createServedApp({ settings: readSettings({}, {}), assistant: () => assistant, log });
  server = await startServer({ ...served, host: "127.0.0.1", port: 0, closeGraceMs: 0, closeNoticeMs: 0 });
});

afterAll(() => server.close());

const kib = (count: number) => " ".repeat(count * 1024);
const head = (...headers: readonly string[]) =>
  ["POST /ask HTTP/1.1", "Host: localhost", "Content-Type: application/json", ...headers, "", ""].join("\r\n");
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const question = '{"question":"When does it open on Saturdays?"}';

/** What is sent, piece by piece until it is answered, and what may come back. */
const framings: readonly (readonly [name: string, pieces: readonly string[], statuses: readonly number[]])[] = [
  ["a length over the limit, and as much body", [head(`Content-Length: ${70 * 1024}`), kib(70)], [413]],
  ["a length of 10 GB, and more body than is taken", [head("Content-Length: 10737418240"), kib(80)], [413]],
  ["a length of more digits than a number has", [head(`Content-Length: ${"9".repeat(40)}`), kib(80)], [400, 413]],
  ["a length below the body's", [head("Content-Length: 10"), question], [400]],
  ["a length that is negative", [head("Content-Length: -1"), question], [400]],
  ["a length that is no number", [head("Content-Length: 0x10"), question], [400]],
  ["two lengths that differ", [head("Content-Length: 5", `Content-Length: ${question.length}`), question], [400]],
  ["a length and chunks", [head("Content-Length: 5", "Transfer-Encoding: chunked"), chunk(question)], [400]],
  ["chunks without an end", [head("Transfer-Encoding: chunked"), ...Array<string>(80).fill(chunk(kib(1)))], [413]],
  ["one chunk of 4 GB", [head("Transfer-Encoding: chunked"), `ffffffff\r\n${kib(80)}`], [413]],
  ["a chunk whose size is no number", [head("Transfer-Encoding: chunked"), "zz\r\n{}\r\n0\r\n\r\n"], [400]],
  ["a chunk longer than its size", [head("Transfer-Encoding: chunked"), `2\r\n${question}\r\n0\r\n\r\n`], [400]],
  [
    "chunk extensions without an end",
    [head("Transfer-Encoding: chunked"), `1;${"x".repeat(70_000)}`, "x".repeat(70_000)],
    [400, 413],
  ],
  ["a transfer coding that nobody knows", [head("Transfer-Encoding: chunked, gzip"), chunk(question)], [400]],
];

it("are 14 framings", () => expect(framings).toHaveLength(14));

it.each(framings)("a body with %s is refused, and the server lives on", async (_name, pieces, statuses) => {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  const closed = once(socket, "close");
  let received = "";
  const answered = new Promise<void>((resolve) => {
    socket.setEncoding("utf8").on("data", (text: string) => {
      received += text;
      if (received.includes('"instance"')) resolve();
    });
  });
  for (const piece of pieces) if (socket.writable) socket.write(piece);
  await Promise.race([answered, closed]);
  socket.destroy();
  // Where a body goes on after its length, the request before it may have been answered first.
  const [firstHead = "", firstBody = ""] = received.split("\r\n\r\n");
  const status = Number(/^HTTP\/1\.1 (\d+)/u.exec(firstHead)?.[1]);
  expect(statuses, received.slice(0, 300)).toContain(status);
  const body = firstBody.slice(firstBody.indexOf("{"), firstBody.lastIndexOf("}") + 1);
  expect(problemSchema.parse(JSON.parse(body)).status).toBe(status);

  const init = { method: "POST", headers: { "content-type": "application/json" }, body: question };
  expect((await fetch(`${server.url}/ask`, init)).status).toBe(200);
  expect(await (await fetch(`${server.url}/metrics`)).text()).toMatch(/^annalist_questions_in_work 0$/mu);
});

it("takes a whole question that comes byte by byte", async () => {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1").setNoDelay();
  socket.write(head("Transfer-Encoding: chunked", "Connection: close"));
  for (const character of question) socket.write(chunk(character));
  socket.write("0\r\n\r\n");
  let received = "";
  for await (const data of socket) received += String(data);
  expect(received).toMatch(/^HTTP\/1\.1 200 /u);
});

it("refuses headers without an end with 431", async () => {
  const port = Number(new URL(server.url).port);
  const socket = connect(port, "127.0.0.1");
  let received = "";
  socket.on("error", () => undefined);
  socket.on("data", (data) => {
    received += String(data);
  });
  socket.write(`GET / HTTP/1.1\r\nHost: localhost\r\n${"X-Y: z\r\n".repeat(4000)}`);
  await once(socket, "close");
  expect(received).toMatch(/^HTTP\/1\.1 431 /u);
});
