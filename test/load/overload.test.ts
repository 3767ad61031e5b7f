import { Agent } from "node:http";
import { expect, it } from "vitest";
import { percentile } from "../../eval/statistics.ts";
import { type Asked, askOverHttp } from "./ask-over-http.ts";
import { loadQuestions, startLoadServer, useLoadIndex } from "./load-server.ts";
import { byTier, report } from "./tier.ts";

const lastsMs = byTier(1_500, 15_000);
const index = useLoadIndex();

it("four times the capacity: the excess is told to come back, and all is well again afterwards", {
  timeout: lastsMs * 4 + 60_000,
}, async () => {
  const server = await startLoadServer(index());
  const questions = await loadQuestions();
  const agent = new Agent({ keepAlive: true, maxSockets: 900 });
  const ask = (number: number) => askOverHttp(server.url, questions[number % questions.length] ?? "", { agent });

  for (let i = 0; i < byTier(30, 300); i++) await ask(i);
  const startedAt = performance.now();
  const single = byTier(60, 400);
  const callers = 4;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let i = caller; i < single; i += callers) await ask(i);
    }),
  );
  const capacity = single / ((performance.now() - startedAt) / 1000);

  const atCapacity = await offer(capacity, lastsMs, ask);
  const over = await offer(capacity * 4, lastsMs, ask);
  const afterwards = performance.now();
  const again: Asked[] = [];
  while (again.filter(({ status }) => status === 200).length < 20 && performance.now() - afterwards < 20_000)
    again.push(await ask(again.length));
  const recovered = again.findIndex(({ status }) => status === 200);
  agent.destroy();

  const accepted = over.filter(({ status }) => status === 200);
  const refused = over.filter(({ status }) => status !== 200);
  const p99 = (asked: readonly Asked[]) =>
    percentile(
      asked.filter((it) => it.status === 200).map((it) => it.ms),
      0.99,
    ) ?? 0;
  report("four times the capacity", {
    "capacity a second": capacity,
    "p99 ms at capacity": p99(atCapacity),
    "refused at capacity": atCapacity.filter(({ status }) => status !== 200).length / atCapacity.length,
    offered: over.length,
    accepted: accepted.length,
    "accepted a second": accepted.length / (lastsMs / 1000),
    "accepted p99 ms": p99(over),
    "p99 to that at capacity": p99(over) / p99(atCapacity),
    "answers until normal": recovered,
  });
  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]));
  expect(
    refused.every(({ retryAfter, body }) => retryAfter === "1" && body.includes("urn:annalist:problem:busy")),
  ).toBe(true);
  expect(accepted.length).toBeGreaterThan(0);
  expect(again.slice(-20).map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(await server.metric("annalist_questions_waiting")).toBe(0);
  expect(await server.metric("annalist_questions_in_work")).toBe(0);
  expect(server.log()).toBe("");
  expect(await server.stop()).toBe(0);
});

/** Asks at a steady rate whatever becomes of the answers, as callers do who know nothing of each other. */
async function offer(perSecond: number, forMs: number, ask: (number: number) => Promise<Asked>): Promise<Asked[]> {
  const sent: Promise<Asked>[] = [];
  const startedAt = performance.now();
  for (let elapsed = 0; elapsed < forMs; elapsed = performance.now() - startedAt) {
    while (sent.length < (elapsed / 1000) * perSecond) sent.push(ask(sent.length));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return Promise.all(sent);
}
