import type { Answer } from "../domain/answer.ts";
import type { Assistant } from "../domain/assistant.ts";
import { collectionProblem } from "../domain/collection.ts";
import { pageAt } from "../domain/document.ts";
import { ConfigurationError } from "../domain/errors.ts";
import { type AskRequest, questionLimits } from "../domain/question.ts";
import { formatExplanation } from "./format-explanation.ts";
import { openAssistant } from "./open-assistant.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

export interface AskCommandOptions {
  /** The question, as the shell split it. */
  readonly words: readonly string[];
  /** Says as well how the answer came about. */
  readonly explain: boolean;
  /** Where to look; null for the whole corpus. */
  readonly collection: string | null;
}

/** Answers one question on the terminal, with its footnotes, or as the JSON of `POST /ask`. */
export async function runAsk(
  settings: Settings,
  { words, explain, collection }: AskCommandOptions,
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
  const within: Pick<AskRequest, "collection"> =
    collection === null ? {} : { collection: collection.normalize("NFC").trim() };
  const problem = collectionProblem(assistant.collections(), within.collection);
  if (problem !== null) throw new ConfigurationError([`--collection: ${problem}`], "usage");
  const answer = await assistant.ask({
    question,
    history: [],
    limit: questionLimits.defaultPassages,
    explain,
    ...within,
  });
  if (terminal.json) terminal.write(JSON.stringify(answer));
  else terminal.write(formatAnswer(answer, assistant));
  if (!terminal.json && answer.explanation !== undefined) terminal.write(`\n${formatExplanation(answer.explanation)}`);
  return 0;
}

/** The answer, then one footnote a citation: the exact sentence, the document, its offsets and its page. */
export function formatAnswer(
  { answer, citations, short, status, passages }: Answer,
  { document }: Pick<Assistant, "document">,
): string {
  const lines = [answer];
  if (short !== null) lines.push("", `In short: ${short}`);
  if (citations.length > 0) lines.push("");
  for (const { marker, quote, documentId, title, start, end } of citations) {
    const page = pageAt(document(documentId) ?? { pages: null }, start);
    const place = page === null ? "" : `, page ${page}`;
    lines.push(`[${marker}] “${quote.replace(/\s+/gu, " ")}”`, `    ${title}, ${start}-${end}${place}`);
  }
  const closest = passages[0];
  if (status === "unanswerable" && closest !== undefined) {
    lines.push("", `Closest: “${closest.text.replace(/\s+/gu, " ").slice(0, 200)}”`);
  }
  return lines.join("\n");
}
