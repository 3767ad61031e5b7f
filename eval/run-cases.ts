import type { Answer } from "../src/domain/answer.ts";
import { AnnalistError } from "../src/domain/errors.ts";
import type { Explanation } from "../src/domain/explanation.ts";
import { type AskRequest, questionLimits } from "../src/domain/question.ts";
import type { Case } from "./case.ts";

/** Whatever answers questions: an assistant in this process, or a client of a server. */
export type Ask = (request: AskRequest) => Promise<Answer>;

/** One case, asked. */
export interface CaseRun {
  readonly testCase: Case;
  readonly answer: Answer;
  /** Of the refusal of an answerable case; null for any other, and where what answers explains nothing. */
  readonly explanation: Explanation | null;
  readonly latencyMs: number;
}

/**
 * Asks case after case, never two at a time, so that one latency is the time of one question. As many passages are
 * asked for as a request allows: the ranks that recall looks at are those of paragraphs, which may hold several.
 * An answerable case that was refused is asked again for an explanation, outside its latency.
 * A question that fails ends the run with an error that names the case; not finding an answer is no failure.
 */
export async function runCases(cases: readonly Case[], ask: Ask, now = () => performance.now()): Promise<CaseRun[]> {
  const runs: CaseRun[] = [];
  for (const testCase of cases) {
    const { question, history } = testCase;
    const start = now();
    try {
      const answer = await ask({ question, history, limit: questionLimits.maxPassages });
      const latencyMs = now() - start;
      const refused = answer.status === "unanswerable" && !testCase.abstain;
      const again = refused ? await ask({ question, history, limit: 1, explain: true }) : answer;
      runs.push({ testCase, answer, explanation: again.explanation ?? null, latencyMs });
    } catch (cause) {
      const code = cause instanceof AnnalistError ? cause.code : "model";
      const detail = cause instanceof Error ? cause.message : String(cause);
      throw new AnnalistError(code, `case ${testCase.id} could not be asked: ${detail}`, { cause });
    }
  }
  return runs;
}
