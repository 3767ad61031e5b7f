import { strict as assert } from "node:assert";
import type { EvaluationSet } from "../eval/evaluate.ts";
import { percentile } from "../eval/statistics.ts";
import type { BenchmarkResult } from "./benchmark-result.ts";
import { createSentenceSearch } from "./sentence-search.ts";
import { timeCalls } from "./time-calls.ts";

const maxQuestions = 300;
const limit = 8;

/**
 * Time of a whole answer in a warm process against the peer's bare search, question by question. Every question is asked
 * once before it is timed. Asserts that both times it gets the same answer.
 */
export async function benchQuestionLatency({
  name,
  cases,
  documents,
  ask,
}: EvaluationSet): Promise<readonly BenchmarkResult[]> {
  const requests = cases.slice(0, maxQuestions).map(({ question, history }) => ({ question, history, limit }));
  const search = createSentenceSearch(documents.map(({ text }) => text));
  const cold: string[] = [];
  for (const request of requests) {
    cold.push((await ask(request)).answer);
    search(request.question);
  }
  const warm: string[] = [];
  const ours = await timeCalls(requests, async (request) => warm.push((await ask(request)).answer));
  const peer = await timeCalls(requests, ({ question }) => search(question));
  assert.deepEqual(warm, cold, `${name}: a question was answered differently the second time`);
  return [0.5, 0.99].map((part) => ({
    name: `${name}: one question, p${part * 100}`,
    unit: "ms",
    ours: percentile(ours, part) ?? 0,
    peer: { name: "MiniSearch, search alone", value: percentile(peer, part) ?? 0 },
  }));
}
