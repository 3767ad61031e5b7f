import type { Answer } from "../domain/answer.ts";
import { answerNotes } from "../domain/answer-text.ts";
import { AnnalistError } from "../domain/errors.ts";
import type { AskRequest } from "../domain/question.ts";
import type { AnswerSource } from "./answer-source.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Asks and writes the answer as it comes, then its footnotes; with `--json` the whole answer as one line. A line that was
 * begun is ended, whatever happens.
 */
export async function showAnswer(
  source: AnswerSource,
  { request, signal, terminal }: { request: AskRequest; signal: AbortSignal; terminal: Terminal },
): Promise<Answer> {
  if (terminal.json) {
    const answer = await source.ask(request, signal);
    terminal.write(JSON.stringify(answer));
    return answer;
  }
  let isLineBegun = false;
  try {
    for await (const event of source.stream(request, signal)) {
      // A local answer is there at once: only here can it be stopped.
      signal.throwIfAborted();
      if (event.type === "text-delta") {
        terminal.writePart(event.delta);
        isLineBegun = true;
      }
      if (event.type === "answer-end") {
        isLineBegun = false;
        terminal.write(["", ...answerNotes(event.answer, source.document), ""].join("\n"));
        return event.answer;
      }
    }
  } finally {
    if (isLineBegun) terminal.write("");
  }
  throw new AnnalistError("model", "the answer ended before it was complete; ask again");
}
