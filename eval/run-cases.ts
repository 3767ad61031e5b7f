import type { Answer } from "../src/domain/answer.ts";
import { AnnalistError } from "../src/domain/errors.ts";
import { type AskRequest, questionLimits } from "../src/domain/question.ts";
import type { Case } from "./case.ts";

/** Whatever answers questions: an assistant in this process, or a client of a server. */
export type Ask = (request: AskRequest) => Promise<Answer>;

/** One case, asked. */
export interface CaseRun {
  readonly testCase: Case;
  readonly answer: Answer;
  readonly latencyMs: number;
}

/**
 * Asks case after case, never two at a time, so that one latency is the time of one question. As many passages are
 * asked for as a request allows: the ranks that recall looks at are those of paragraphs, which may hold several.
 * A question that fails ends the run with an error that names the case; not finding an answer is no failure.
 */
export async function runCases(cases: readonly Case[], ask: Ask, now = () => performance.now()): Promise<CaseRun[]> {
  const runs: CaseRun[] = [];
  for (const testCase of cases) {
    const { question, history } = testCase;
    const start = now();
    try {
      const answer = await ask({ question, history, limit: questionLimits.maxPassages });
      runs.push({ testCase, answer, latencyMs: now() - start });
    } catch (cause) {
      const code = cause instanceof AnnalistError ? cause.code : "model";
      const detail = cause instanceof Error ? cause.message : String(cause);
      throw new AnnalistError(code, `case ${testCase.id} could not be asked: ${detail}`, { cause });
    }
  }
  return runs;
}
