import type { Answer } from "../domain/answer.ts";
import { ConfigurationError } from "../domain/errors.ts";
import { questionLimits } from "../domain/question.ts";
import { formatExplanation } from "./format-explanation.ts";
import { openAssistant } from "./open-assistant.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

export interface AskCommandOptions {
  /** The question, as the shell split it. */
  readonly words: readonly string[];
  /** Says as well how the answer came about. */
  readonly explain: boolean;
}

/** Answers one question on the terminal, with its footnotes, or as the JSON of `POST /ask`. */
export async function runAsk(
  settings: Settings,
  { words, explain }: AskCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const question = words.join(" ").normalize("NFC").trim();
  const length = [...question].length;
  if (length === 0 || length > questionLimits.maxCodePoints) {
    throw new ConfigurationError(
      [
        `the question has ${length} characters: expected 1 to ${questionLimits.maxCodePoints}, such as annalist ask "Who ...?"`,
      ],
      "usage",
    );
  }
  const assistant = await openAssistant(settings, terminal.warn);
  const answer = await assistant.ask({ question, history: [], limit: questionLimits.defaultPassages, explain });
  if (terminal.json) terminal.write(JSON.stringify(answer));
  else terminal.write(formatAnswer(answer));
  if (!terminal.json && answer.explanation !== undefined) terminal.write(`\n${formatExplanation(answer.explanation)}`);
  return 0;
}

/** The answer, then one footnote a citation: the exact sentence, the document, its offsets. */
export function formatAnswer({ answer, citations, short, status, passages }: Answer): string {
  const lines = [answer];
  if (short !== null) lines.push("", `In short: ${short}`);
  if (citations.length > 0) lines.push("");
  for (const { marker, quote, title, start, end } of citations) {
    lines.push(`[${marker}] “${quote.replace(/\s+/gu, " ")}”`, `    ${title}, ${start}-${end}`);
  }
  const closest = passages[0];
  if (status === "unanswerable" && closest !== undefined) {
    lines.push("", `Closest: “${closest.text.replace(/\s+/gu, " ").slice(0, 200)}”`);
  }
  return lines.join("\n");
}
