import type { Case } from "./case.ts";
import { containsVariant } from "./normalize-answer.ts";

/** Why no answer, or any answer, could satisfy a case whose fields are well formed; empty when it can be judged. */
export function caseContradictions(each: Case): readonly string[] {
  const problems: string[] = [];
  const variants = [...each.answers, ...each.allOf.flat()];
  if (each.abstain) {
    if (variants.length > 0) problems.push("answers, all_of: found a fact; expected none where abstain is true");
    if (each.evidence.length > 0) problems.push("evidence: found a sentence; expected none where abstain is true");
  } else {
    if (variants.length === 0) problems.push("answers: found neither answers nor all_of; expected one, or abstain");
    if (each.evidence.length === 0) problems.push("evidence: found []; expected a sentence that supports the answer");
    if (each.kind === "unanswerable") problems.push("abstain: found nothing; expected true for the kind unanswerable");
  }
  for (const value of each.mustNot) {
    const inside = variants.find((variant) => containsVariant(variant, value));
    if (inside !== undefined) {
      problems.push(
        `must_not: found ${JSON.stringify(value)}, which stands in the answer ${JSON.stringify(inside)}; ` +
          "expected a value that a right answer can do without",
      );
    }
  }
  return problems;
}
