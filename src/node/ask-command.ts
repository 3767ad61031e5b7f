import type { Server } from "../client/send-request.ts";
import { answerText } from "../domain/answer-text.ts";
import { ConfigurationError } from "../domain/errors.ts";
import { questionLimits } from "../domain/question.ts";
import { checkQuestion } from "./check-question.ts";
import { formatExplanation } from "./format-explanation.ts";
import { openAnswerSource } from "./open-answer-source.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

export interface AskCommandOptions {
  /** The question, as the shell split it. */
  readonly words: readonly string[];
  /** Says as well how the answer came about. */
  readonly explain: boolean;
  /** Where to look; undefined for the whole corpus. */
  readonly collection: string | undefined;
  /** What answers in place of the index; null for the index. */
  readonly server: Server | null;
}

/** Answers one question on the terminal, with its footnotes, or as the JSON of `POST /ask`. */
export async function runAsk(
  settings: Settings,
  { words, explain, collection, server }: AskCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const { question, problem } = checkQuestion(words.join(" "));
  if (problem !== null) throw new ConfigurationError([`${problem}, such as annalist ask "Who ...?"`], "usage");
  const source = await openAnswerSource(settings, { server, onNotice: terminal.warn });
  if (collection !== undefined) await source.check(collection);
  const answer = await source.ask({
    question,
    history: [],
    limit: questionLimits.defaultPassages,
    explain,
    ...(collection !== undefined && { collection }),
  });
  if (terminal.json) terminal.write(JSON.stringify(answer));
  else terminal.write(answerText(answer, source.document));
  if (!terminal.json && answer.explanation !== undefined) terminal.write(`\n${formatExplanation(answer.explanation)}`);
  return 0;
}
