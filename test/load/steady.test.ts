import { Agent } from "node:http";
import { expect, it } from "vitest";
import { percentile } from "../../eval/statistics.ts";
import { type Asked, askOverHttp, withoutRun } from "./ask-over-http.ts";
import { loadQuestions, startLoadServer, useLoadIndex } from "./load-server.ts";
import { byTier, isFullTier, report } from "./tier.ts";

const connections = byTier(50, 300);
const lastsMs = byTier(3_000, 60_000);
const warmUpMs = byTier(500, 60_000);
const distinct = byTier(20, 200);
const index = useLoadIndex();

/** Of what the server answers when it is asked without a pause; the rest of the time is for what else the machine does. */
const shareOfCapacity = 0.5;

it(`${connections} connections get a right answer each time`, { timeout: warmUpMs + lastsMs + 120_000 }, async () => {
  // A test machine that is busy with other tests may stand still for longer than a question may wait.
  const server = await startLoadServer(index(), isFullTier ? {} : { ANNALIST_QUEUE_MS: "20000" });
  const questions = await loadQuestions(distinct);
  const expected = new Map<string, string>();
  for (const question of questions) expected.set(question, withoutRun((await askOverHttp(server.url, question)).body));
  const capacity = await measureCapacity(server.url, questions);

  const agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections });
  // Opens every connection, which the agent then takes turns with.
  const opened = await Promise.all(
    Array.from({ length: connections }, () => askOverHttp(server.url, "", { agent, path: "/none" })),
  );
  const pauseMs = (connections / (capacity * shareOfCapacity)) * 1000;
  const drive = (forMs: number) =>
    askSteadily({ url: server.url, agent, questions, pauseMs, ends: performance.now() + forMs });
  // The heap grows to the size that this load needs, and only then stays.
  await drive(warmUpMs);
  const memoryBefore = await server.metric("process_resident_memory_bytes");
  const asked = await drive(lastsMs);
  const wrong = asked.filter(
    ({ status, body, question }) => status === 200 && withoutRun(body) !== expected.get(question),
  ).length;
  const eventLoopSeconds = await server.metric("nodejs_eventloop_lag_p99_seconds");
  const memory = await server.metric("process_resident_memory_bytes");
  agent.destroy();

  const times = asked.map(({ ms }) => ms);
  report(`${connections} connections at ${shareOfCapacity} of capacity`, {
    "capacity a second": capacity,
    asked: asked.length,
    refused: asked.filter(({ status }) => status === 503).length,
    wrong,
    "p50 ms": percentile(times, 0.5) ?? 0,
    "p99 ms": percentile(times, 0.99) ?? 0,
    "memory MB": memory / 2 ** 20,
    "memory growth": memory / memoryBefore - 1,
    "event loop p99 ms": eventLoopSeconds * 1000,
  });
  expect(new Set(opened.map(({ status }) => status))).toEqual(new Set([404]));
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200]));
  expect(wrong).toBe(0);
  expect(server.log()).toBe("");
  expect(await server.stop()).toBe(0);
});

/** Every connection asks once in `pauseMs`, spread evenly over it, so that callers don't come in step. */
async function askSteadily({
  url,
  agent,
  questions,
  pauseMs,
  ends,
}: {
  readonly url: string;
  readonly agent: Agent;
  readonly questions: readonly string[];
  readonly pauseMs: number;
  readonly ends: number;
}): Promise<(Asked & { readonly question: string })[]> {
  const asked: (Asked & { readonly question: string })[] = [];
  const ask = async (number: number) => {
    await new Promise((resolve) => setTimeout(resolve, (pauseMs * number) / connections));
    for (let turn = number; performance.now() < ends; turn += 7) {
      const next = performance.now() + pauseMs;
      const question = questions[turn % questions.length] ?? "";
      asked.push({ question, ...(await askOverHttp(url, question, { agent })) });
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, number) => ask(number)));
  return asked;
}

/** Answers a second with a few callers who ask without a pause. */
async function measureCapacity(url: string, questions: readonly string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const startedAt = performance.now();
  await Promise.all(
    [0, 1, 2, 3].map(async (number) => {
      for (let i = number; i < questions.length; i += 4) await askOverHttp(url, questions[i] ?? "", { agent });
    }),
  );
  agent.destroy();
  return questions.length / ((performance.now() - startedAt) / 1000);
}
