import { Agent } from "node:http";
import { expect, it } from "vitest";
import { type Asked, askOverHttp } from "./ask-over-http.ts";
import { type LoadServer, loadQuestions, startLoadServer, useLoadIndex } from "./load-server.ts";
import { byTier, isFullTier, report } from "./tier.ts";

const times = byTier(3, 50);
const callers = 20;
const index = useLoadIndex();

it(`${times} times told to end under load, the server cuts no answer and exits with 0`, {
  timeout: times * 20_000 + 30_000,
}, async () => {
  const questions = await loadQuestions(50);
  let answered = 0;
  let refused = 0;
  let longestMs = 0;
  for (let time = 0; time < times; time++) {
    const server = await startLoadServer(index(), { ANNALIST_QUEUE_MS: "20000" });
    const { asked, exitCode, stopMs } = await stopUnderLoad(server, questions, 40 + time * 7);
    expect(asked.filter(({ isCut }) => isCut)).toEqual([]);
    expect(exitCode).toBe(0);
    const whole = asked.filter(({ status }) => status !== null);
    expect(new Set(whole.map(({ status }) => status))).toEqual(new Set([200]));
    for (const { body } of whole) expect(body).toMatch(/^\{.*\}$|"type":"answer-end".*\n\n$/su);
    answered += whole.length;
    refused += asked.length - whole.length;
    longestMs = Math.max(longestMs, stopMs);
  }
  report(`${times} times SIGTERM under load`, { answered, "not taken": refused, "longest ms to end": longestMs });
  if (isFullTier) expect(longestMs).toBeLessThan(10_000);
});

/** Callers ask without a pause, half of them for streams; after as many answers as are given, the server is told to end. */
async function stopUnderLoad(server: LoadServer, questions: readonly string[], after: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const asked: Asked[] = [];
  let stopping: Promise<number | null> | null = null;
  let stoppedAt = 0;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      const accept = caller % 2 === 0 ? "application/json" : "text/event-stream";
      for (let i = caller; ; i++) {
        const answer = await askOverHttp(server.url, questions[i % questions.length] ?? "", { agent, accept });
        asked.push(answer);
        if (answer.status === null) return;
        if (asked.length >= after && stopping === null) {
          stoppedAt = performance.now();
          stopping = server.stop();
        }
      }
    }),
  );
  const exitCode = await stopping;
  agent.destroy();
  return { asked, exitCode, stopMs: performance.now() - stoppedAt };
}
