import { strict as assert } from "node:assert";
import { checkCitations } from "../eval/citations.ts";
import type { EvaluationSet } from "../eval/evaluate.ts";
import { isOnEvidence } from "../eval/on-evidence.ts";
import { runCases } from "../eval/run-cases.ts";
import type { BenchmarkResult } from "./benchmark-result.ts";
import { createSentenceSearch } from "./sentence-search.ts";

/**
 * How often the first sentence shown is on the evidence: our first citation against the first sentence that BM25 finds.
 * Over all answerable cases that are no conversation; a refusal counts against us, since BM25 never refuses.
 * Asserts that every citation is verbatim. Nothing for a set of conversations alone.
 */
export async function benchFirstSentence({
  name,
  cases,
  documents,
  ask,
}: EvaluationSet): Promise<readonly BenchmarkResult[]> {
  const answerable = cases.filter(({ abstain, history }) => !abstain && history.length === 0);
  if (answerable.length === 0) return [];
  const byId = new Map(documents.map((document) => [document.id, document]));
  const search = createSentenceSearch(documents.map(({ text }) => text));
  let ours = 0;
  let peer = 0;
  for (const { testCase, answer } of await runCases(answerable, ask)) {
    const { count, verbatim, first } = checkCitations(answer.citations, testCase.evidence, byId);
    assert.equal(verbatim, count, `${name}: a citation is not the document's own text`);
    if (first) ours++;
    if (isOnEvidence(search(testCase.question)[0] ?? "", testCase.evidence)) peer++;
  }
  return [
    {
      name: `${name}: first sentence on the evidence`,
      unit: "share",
      ours: ours / answerable.length,
      peer: { name: "MiniSearch over sentences", value: peer / answerable.length },
    },
  ];
}
