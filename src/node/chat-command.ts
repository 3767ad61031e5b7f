import type { Readable } from "node:stream";
import type { AnswerSource } from "./answer-source.ts";
import { checkQuestion } from "./check-question.ts";
import { openLineReader } from "./line-reader.ts";
import type { Terminal } from "./terminal.ts";
import { createTerminalConversation } from "./terminal-conversation.ts";

export interface ChatOptions {
  readonly source: AnswerSource;
  /** Where to look; undefined for the whole corpus. */
  readonly collection: string | undefined;
  readonly input: Readable;
  /** Where a person sees the prompt; answers go to the terminal. */
  readonly output: NodeJS.WritableStream;
}

const help = `/new   forget what was said and begin anew
/quit  end, as Ctrl-D does
/help  this text
Ctrl-C stops the answer under way; where there is none, it ends.`;

/**
 * A conversation on the terminal, one question a line. Returns 0, or 1 where the questions came from a pipe or a file and
 * one of them could not be asked.
 */
export async function runChat(options: ChatOptions, terminal: Terminal): Promise<number> {
  const { source, collection, input, output } = options;
  await source.check(collection);
  const conversation = createTerminalConversation(source, { collection, terminal });
  const lines = openLineReader(input, {
    output,
    prompt: "> ",
    onInterrupt: () => {
      if (!conversation.stop()) lines.close();
    },
  });
  if (lines.isInteractive) terminal.progress("Ask a question; /help lists the commands.");
  let failed = false;
  try {
    for await (const line of lines) {
      const { question, problem } = checkQuestion(line);
      if (question === "/quit") break;
      if (question === "/new") conversation.forget();
      else if (question === "/help") terminal.progress(help);
      else if (question.startsWith("/")) {
        terminal.warn(`${question.split(/\s/u)[0]} is no command: expected /new, /quit or /help`);
      } else if (question === "") continue;
      else if (problem !== null) {
        terminal.warn(problem);
        failed = true;
      } else if (!(await conversation.ask(question))) failed = true;
    }
  } finally {
    lines.close();
  }
  return failed && !lines.isInteractive ? 1 : 0;
}
