import { ConfigurationError } from "../src/domain/errors.ts";
import type { Case } from "./case.ts";
import type { PreparedDocument } from "./evaluation-document.ts";
import { squeezeWhiteSpace } from "./on-evidence.ts";

const maxListed = 10;
const expected = "expected one sentence, copied verbatim from the corpus";

/** Throws a `ConfigurationError` where an evidence sentence is in no document: no citation could ever be on it. */
export function checkEvidence(set: string, cases: readonly Case[], documents: readonly PreparedDocument[]): void {
  const problems = cases.flatMap(({ id, evidence }) =>
    evidence
      .filter((sentence) => !isHeld(sentence, documents))
      .map(
        (sentence) =>
          `${set}: case ${id}: evidence: found ${quoted(sentence)}, which stands in no document; ${expected}`,
      ),
  );
  if (problems.length === 0) return;
  const more = problems.length > maxListed ? [`${set}: and ${problems.length - maxListed} more`] : [];
  throw new ConfigurationError([...problems.slice(0, maxListed), ...more]);
}

function isHeld(sentence: string, documents: readonly PreparedDocument[]): boolean {
  const squeezed = squeezeWhiteSpace(sentence);
  return documents.some((document) => document.squeezed.includes(squeezed));
}

function quoted(sentence: string): string {
  return JSON.stringify(sentence.length > 80 ? `${sentence.slice(0, 80)}...` : sentence);
}
