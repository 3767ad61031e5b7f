import type { Answer } from "../domain/answer.ts";
import type { Problem } from "./error-response.ts";

/** How one protocol tells an answer as server-sent events; each event is a JSON value. */
export interface AnswerFormat {
  /** Called once the whole answer is there. */
  readonly answer: (answer: Answer) => Iterable<unknown>;
  readonly failure: (problem: Problem) => Iterable<unknown>;
  /** The `data` of a last event that is no JSON; it closes a failure as well. */
  readonly terminator?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
