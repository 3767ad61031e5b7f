import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { createLog } from "../../src/node/log.ts";
import { startServer } from "../../src/node/serve.ts";
import { createServedApp } from "../../src/node/served-app.ts";
import { readSettings } from "../../src/node/settings.ts";
import { createFakeAssistant } from "../http/fake-assistant.ts";
import { askOverHttp } from "./ask-over-http.ts";
import { byTier, isFullTier, report } from "./tier.ts";

const count = byTier(30, 900);
const head = "POST /ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

/** What each kind sends at once, and what it goes on sending a byte a second. */
const kinds = {
  silent: { first: "", drip: "" },
  "slow-header": { first: "POST /ask HTTP/1.1\r\nX-Slow: ", drip: "x" },
  "slow-body": { first: `${head}Content-Length: 1000\r\n\r\n{"question":"`, drip: "a" },
} as const;

async function start() {
  const assistant = createFakeAssistant();
  const log = createLog({ level: "silent", stream: { write: () => undefined } });
  const served = createServedApp({ settings: readSettings({}, {}), assistant: () => assistant, log });
  const server = await startServer({ ...served, host: "127.0.0.1", port: 0, closeGraceMs: 0, closeNoticeMs: 0 });
  onTestFinished(() => server.close());
  return server;
}

/** Opens the sockets of one kind; resolves with the longest time, in ms, that the server left one open. */
async function besiege(url: string, kind: keyof typeof kinds): Promise<number> {
  const { first, drip } = kinds[kind];
  const sockets: Socket[] = [];
  const closed = Array.from({ length: count }, async () => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    sockets.push(socket);
    socket.on("error", () => undefined);
    socket.resume();
    const end = once(socket, "close");
    await once(socket, "connect");
    const startedAt = performance.now();
    if (first !== "") socket.write(first);
    await end;
    return performance.now() - startedAt;
  });
  const dripping = setInterval(() => {
    if (drip !== "") for (const socket of sockets) if (socket.writable) socket.write(drip);
  }, 1000);
  const times = await Promise.all(closed);
  clearInterval(dripping);
  return Math.max(...times);
}

// The limit of connections leaves room for one kind of 900 at a time; of few there is room for all.
const rounds: readonly (readonly (keyof typeof kinds)[])[] = isFullTier
  ? [["slow-header"], ["slow-body"], ["silent"]]
  : [["slow-header", "slow-body", "silent"]];

it.each(rounds)(
  `the server closes ${count} sockets each of %s, and answers honest callers meanwhile`,
  {
    timeout: 60_000,
  },
  async (...round) => {
    const { url } = await start();
    const siege = Promise.all(round.map(async (kind) => [kind, await besiege(url, kind)] as const));
    const longest = siege.then(Object.fromEntries<number>);
    let isOver = false;
    void siege.finally(() => {
      isOver = true;
    });
    const honest: (number | null)[] = [];
    while (!isOver) {
      honest.push((await askOverHttp(url, "When does it open on Saturdays?")).status);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    report(`${count} sockets, ms until the last was closed`, await longest);
    expect(new Set(honest)).toEqual(new Set([200]));
    expect(honest.length).toBeGreaterThan(20);
  },
);

it("takes no more connections than it may, and serves those it has", async () => {
  const assistant = createFakeAssistant();
  const log = createLog({ level: "silent", stream: { write: () => undefined } });
  const served = createServedApp({ settings: readSettings({}, {}), assistant: () => assistant, log });
  const options = { host: "127.0.0.1", port: 0, maxConnections: 5, closeGraceMs: 0, closeNoticeMs: 0 };
  const server = await startServer({ ...served, ...options });
  onTestFinished(() => server.close());
  const port = Number(new URL(server.url).port);
  const opened: Socket[] = [];
  for (let i = 0; i < 5; i++) {
    const socket = connect(port, "127.0.0.1");
    opened.push(socket);
    await once(socket, "connect");
  }
  const sixth = connect(port, "127.0.0.1");
  sixth.on("error", () => undefined);
  await once(sixth, "close");
  const [first] = opened;
  first?.write("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  expect(String((await once(first as Socket, "data"))[0])).toMatch(/^HTTP\/1\.1 200 /u);
  for (const socket of opened) socket.destroy();
});
