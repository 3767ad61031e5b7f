import { strict as assert } from "node:assert";
import { percentile } from "../eval/statistics.ts";
import type { Vector } from "../src/domain/vector.ts";
import type { DenseIndex } from "../src/search-index/dense-index.ts";
import type { BenchmarkResult } from "./benchmark-result.ts";
import { timeCalls } from "./time-calls.ts";

const neighbours = 10;
const leastRecall = 0.99;

/** The graph against the exact scan over the same vectors. Asserts that it finds at least 99 % of the true neighbours. */
export async function benchDenseSearch(
  approximate: DenseIndex,
  exact: DenseIndex,
  queries: readonly Vector[],
): Promise<readonly BenchmarkResult[]> {
  let found = 0;
  let wanted = 0;
  for (const query of queries) {
    const truth = new Set(exact.search(query, neighbours));
    wanted += truth.size;
    found += approximate.search(query, neighbours).filter((row) => truth.has(row)).length;
  }
  const recall = found / wanted;
  assert.ok(recall >= leastRecall, `recall@${neighbours} of the graph is ${recall}, expected at least ${leastRecall}`);
  const ours = await timeCalls(queries, (query) => approximate.search(query, neighbours));
  const peer = await timeCalls(queries, (query) => exact.search(query, neighbours));
  const of = `${exact.size} vectors of ${exact.dimension}`;
  return [
    { name: `dense search over ${of}, p50`, unit: "ms", ours: percentile(ours, 0.5) ?? 0, peer: exactPeer(peer) },
    { name: `dense search, recall@${neighbours}`, unit: "share", ours: recall, peer: { name: "exact scan", value: 1 } },
  ];
}

function exactPeer(times: readonly number[]): { name: string; value: number } {
  return { name: "exact scan", value: percentile(times, 0.5) ?? 0 };
}
