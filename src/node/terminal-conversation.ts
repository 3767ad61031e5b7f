import { recentTurns } from "../client/recent-turns.ts";
import { AnnalistError } from "../domain/errors.ts";
import { questionLimits, type Turn } from "../domain/question.ts";
import type { AnswerSource } from "./answer-source.ts";
import { showAnswer } from "./show-answer.ts";
import type { Terminal } from "./terminal.ts";

/** What was said on the terminal so far: it goes along with the next question. */
export interface TerminalConversation {
  /** Answers a question on the terminal. False where that failed, which the terminal then says; stopping is no failure. */
  readonly ask: (question: string) => Promise<boolean>;
  /** Stops the answer under way; false where there is none, or where it is being stopped already. */
  readonly stop: () => boolean;
  readonly forget: () => void;
}

export function createTerminalConversation(
  source: AnswerSource,
  { collection, terminal }: { readonly collection: string | undefined; readonly terminal: Terminal },
): TerminalConversation {
  const within = collection === undefined ? {} : { collection };
  let turns: readonly Turn[] = [];
  let running: AbortController | null = null;
  return {
    async ask(question) {
      running = new AbortController();
      const { signal } = running;
      try {
        const request = { question, history: turns, limit: questionLimits.defaultPassages, ...within };
        const { answer } = await showAnswer(source, { request, signal, terminal });
        turns = recentTurns([...turns, { role: "user", content: question }, { role: "assistant", content: answer }]);
        return true;
      } catch (error) {
        if (signal.aborted) {
          terminal.progress("(stopped)");
          return true;
        }
        if (!(error instanceof AnnalistError)) throw error;
        terminal.warn(error.message);
        return false;
      } finally {
        running = null;
      }
    },
    stop() {
      if (running === null || running.signal.aborted) return false;
      running.abort();
      return true;
    },
    forget() {
      turns = [];
    },
  };
}
