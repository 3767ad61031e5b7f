import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, it } from "vitest";
import { askOverHttp } from "./ask-over-http.ts";
import { type LoadServer, loadQuestions, startLoadServer, useLoadIndex } from "./load-server.ts";
import { byTier, report } from "./tier.ts";

const readers = byTier(20, 200);
const aborts = byTier(50, 1_000);
const index = useLoadIndex();

it(`${readers} readers that stall and ${aborts} callers who leave cost no turn, no work and no crash`, {
  timeout: 180_000,
}, async () => {
  const server = await startLoadServer(index(), { ANNALIST_QUEUE_MS: "20000", ANNALIST_MAX_QUESTIONS: "4" });
  const questions = await loadQuestions(100);
  const questionOf = (number: number) => questions[number % questions.length] ?? "";
  for (let i = 0; i < 20; i++) await askOverHttp(server.url, questionOf(i));
  const before = await server.metric("process_resident_memory_bytes");

  // Nobody reads: what the sockets don't take must neither hold the four places nor the memory.
  const stalled: Socket[] = [];
  for (let i = 0; i < readers; i++) {
    stalled.push(await send(server, questionOf(i)));
    if (i % 10 === 9) expect((await askOverHttp(server.url, questionOf(i))).status).toBe(200);
  }
  await settle(server);
  const whileStalled = await server.metric("process_resident_memory_bytes");

  // Half of them leave at once, while they wait for their turn; half once their stream has begun.
  for (let i = 0; i < aborts; i++) {
    const socket = await send(server, questionOf(i));
    if (i % 2 === 0) await once(socket.resume(), "data");
    socket.destroy();
  }
  await settle(server);
  const afterAborts = await server.metric("process_resident_memory_bytes");
  const stream = await askOverHttp(server.url, questionOf(0), { accept: "text/event-stream" });
  for (const socket of stalled) socket.destroy();

  report(`${readers} stalled readers, then ${aborts} aborts`, {
    "memory MB before": before / 2 ** 20,
    "while stalled": whileStalled / 2 ** 20,
    "after the aborts": afterAborts / 2 ** 20,
    "answers made": await server.metric('annalist_answers_total{status="answered",reason="none"}'),
  });
  expect(stream.body).toContain('"type":"answer-end"');
  expect(server.log()).toBe("");
  expect(await server.stop()).toBe(0);
});

/** Asks for a stream over a socket that nothing is read from. */
async function send({ url }: LoadServer, question: string): Promise<Socket> {
  const body = JSON.stringify({ question });
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  socket.pause();
  await once(socket, "connect");
  const head = [
    "POST /ask HTTP/1.1",
    "Host: localhost",
    "Accept: text/event-stream",
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  return socket;
}

/** Resolves once nothing is in work and nothing waits; the test's own time limit ends it otherwise. */
async function settle(server: LoadServer): Promise<void> {
  const busy = async () =>
    (await server.metric("annalist_questions_in_work")) + (await server.metric("annalist_questions_waiting")) > 0;
  while (await busy()) await new Promise((resolve) => setTimeout(resolve, 50));
}
