import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, onTestFinished } from "vitest";

const cli = fileURLToPath(new URL("../../src/node/cli.ts", import.meta.url));
const casesFile = fileURLToPath(new URL("../../eval/cases/chronicle.jsonl", import.meta.url));

export interface LoadServer {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it has written to its log, without its requests and answers. */
  readonly log: () => string;
  /** The value of one metric by name and labels, as the metrics have it. */
  metric(name: string): Promise<number>;
  /** Asks it to end, and resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** An index of the shipped corpus, for all tests of one file. */
export function useLoadIndex(): () => string {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "annalist-load-"));
    const child = spawn(process.execPath, [cli, "ingest", "--index", folder, "--json"], { stdio: "ignore" });
    const [code] = (await once(child, "exit")) as [number | null];
    if (code !== 0) throw new Error(`ingest ended with ${code}`);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return () => folder;
}

/** The program as an operator starts it, in a process of its own. */
export async function startLoadServer(index: string, env: Readonly<Record<string, string>> = {}): Promise<LoadServer> {
  const words = [cli, "serve", "--index", index, "--port", "0", "--json"];
  const child = spawn(process.execPath, words, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ANNALIST_LOG: "warn", ...env },
  });
  // A test that fails leaves no server behind; one that has ended takes no notice.
  onTestFinished(() => void child.kill("SIGKILL"));
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    log = (log + text).slice(-100_000);
  });
  const exited = once(child, "exit") as Promise<[number | null]>;
  const started = once(createInterface({ input: child.stdout }), "line") as Promise<[string]>;
  const first = await Promise.race([started, exited]);
  if (typeof first[0] !== "string") throw new Error(`the server ended with ${first[0]}: ${log}`);
  const { url } = JSON.parse(first[0]) as { url: string };
  return {
    url,
    child,
    log: () => log,
    metric: async (name) => {
      const text = await (await fetch(`${url}/metrics`)).text();
      const line = text.split("\n").find((each) => each.startsWith(`${name} `));
      return Number(line?.slice(name.length + 1) ?? 0);
    },
    stop: async () => {
      child.kill("SIGTERM");
      return (await exited)[0];
    },
  };
}

/** Questions about the corpus, each different from the others. */
export async function loadQuestions(count = Number.POSITIVE_INFINITY): Promise<readonly string[]> {
  const lines = (await readFile(casesFile, "utf8")).split("\n").filter((line) => line !== "");
  const cases = lines.map((line) => JSON.parse(line) as { question: string; history?: unknown });
  const questions = cases.filter(({ history }) => history === undefined).map(({ question }) => question);
  return [...new Set(questions)].slice(0, count);
}
