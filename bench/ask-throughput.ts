import { strict as assert } from "node:assert";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { percentile } from "../eval/statistics.ts";
import { buildIndex } from "../src/node/build-index.ts";
import { openAssistant } from "../src/node/open-assistant.ts";
import { readSettings } from "../src/node/settings.ts";
import { timeCalls } from "./time-calls.ts";

// How much of what the processor could answer arrives over HTTP: the throughput of /ask against one question in process and
// one echo over the same stack. The three take turns in one run, since a machine is never the same for long; every
// question is asked once by each, so that no cache could answer.

const root = fileURLToPath(new URL("..", import.meta.url));
const connections = 8;
const rounds = 4;
const echoesPerRound = 2000;

const folder = await mkdtemp(join(tmpdir(), "annalist-throughput-"));
const settings = { ...readSettings({}, {}), indexDir: folder };
const children: ChildProcess[] = [];
try {
  await buildIndex(settings, {});
  const assistant = await openAssistant(settings);
  const server = await start(["src/node/cli.ts", "serve", "--index", folder, "--port", "0", "--json"]);
  const echo = await start(["bench/echo-server.ts"]);
  const [warmUp = [], ...batches] = split(await distinctQuestions(), rounds + 1);
  const inProcess = (questions: readonly string[]) =>
    timeCalls(questions, (question) => assistant.ask({ question, history: [], limit: 8 }));
  await inProcess(warmUp);
  await fire(`${server}/ask`, warmUp);
  await fire(`${echo}/echo`, repeat(warmUp, echoesPerRound));

  const times: number[] = [];
  let [asked, askMs, echoed, echoMs, ownCpuMs] = [0, 0, 0, 0, 0];
  const serverCpuBefore = await cpuMsOf(server);
  for (const batch of batches) {
    const cpu = process.cpuUsage();
    times.push(...(await inProcess(batch)));
    const { user, system } = process.cpuUsage(cpu);
    ownCpuMs += (user + system) / 1000;
    askMs += await fire(`${server}/ask`, batch);
    asked += batch.length;
    echoMs += await fire(`${echo}/echo`, repeat(batch, echoesPerRound));
    echoed += echoesPerRound;
  }
  const serverCpuMs = (await cpuMsOf(server)) - serverCpuBefore;
  const p50 = percentile(times, 0.5) ?? 0;
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const oneEcho = echoMs / echoed;
  const throughput = asked / (askMs / 1000);
  console.log(`load: throughput of /ask, ${asked} distinct questions, ${connections} connections`);
  console.log(`  one question in process: p50 ${p50.toFixed(2)} ms, mean ${mean.toFixed(2)} ms`);
  console.log(`  one echo over HTTP: ${oneEcho.toFixed(3)} ms (${(1000 / oneEcho).toFixed(0)} a second)`);
  console.log(`  /ask over HTTP: ${throughput.toFixed(1)} a second, ${(1000 / throughput).toFixed(2)} ms each`);
  console.log(`  share of 1 / (p50 + echo): ${((throughput * (p50 + oneEcho)) / 1000).toFixed(2)} (bar: 0.70)`);
  console.log(`  share of 1 / (mean + echo): ${((throughput * (mean + oneEcho)) / 1000).toFixed(2)}`);
  const perQuestion = [ownCpuMs, serverCpuMs].map((ms) => (ms / asked).toFixed(2));
  console.log(`  processor time a question: ${perQuestion[0]} ms in process, ${perQuestion[1]} ms in the server`);
} finally {
  for (const child of children) child.kill("SIGTERM");
  await rm(folder, { recursive: true, force: true });
}

/** Starts a server of this repository that prints `{"url": ...}` once it listens. */
async function start(words: readonly string[]): Promise<string> {
  const env = { ...process.env, ANNALIST_LOG: "warn", ANNALIST_QUEUE_MS: "20000" };
  const child = spawn(process.execPath, [...words], { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return (JSON.parse(line) as { url: string }).url;
}

/** Sends each question once over a few connections; the milliseconds it took. Ends the run where one got no answer. */
async function fire(url: string, questions: readonly string[]): Promise<number> {
  const shares = split(questions, connections);
  let next = 0;
  const startedAt = performance.now();
  const { "2xx": answered } = await autocannon({
    url,
    connections,
    amount: questions.length,
    timeout: 60,
    method: "POST",
    headers: { "content-type": "application/json" },
    setupClient: (client) => {
      const own = shares[next++ % shares.length] ?? [];
      client.setRequests(own.map((question) => ({ method: "POST", body: JSON.stringify({ question }) })));
    },
  });
  assert.equal(answered, questions.length, `${url} answered ${answered} of ${questions.length}`);
  return performance.now() - startedAt;
}

/** Unlike the clock, it doesn't run while others have the processor. */
async function cpuMsOf(server: string): Promise<number> {
  const text = await (await fetch(`${server}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (?<value>\S+)$/mu.exec(text)?.groups?.value) * 1000;
}

async function distinctQuestions(): Promise<readonly string[]> {
  const lines = (await readFile(join(root, "eval/cases/chronicle.jsonl"), "utf8")).trim().split("\n");
  return [...new Set(lines.map((line) => (JSON.parse(line) as { question: string }).question))];
}

/** Dealt out like cards: the cases stand sorted by kind. */
function split<T>(items: readonly T[], count: number): readonly (readonly T[])[] {
  return Array.from({ length: count }, (_, part) => items.filter((_item, i) => i % count === part));
}

function repeat<T>(items: readonly T[], count: number): readonly T[] {
  return Array.from({ length: count }, (_, i) => items[i % items.length] as T);
}
