import type { Answer } from "../domain/answer.ts";
import { splitMarkers } from "./split-markers.ts";

/**
 * An answer as Markdown: its words with footnote references, and a footnote for each citation with the exact sentence, the
 * document and its address. Text is escaped, so that a document can't become markup where it is pasted. `linkOf` gives an
 * absolute address or null.
 */
export function answerMarkdown(
  { answer, citations }: Pick<Answer, "answer" | "citations">,
  linkOf: (url: string) => string | null,
): string {
  const known = new Set(citations.map(({ marker }) => marker));
  const words = splitMarkers(answer).map(({ text, marker }) =>
    marker !== null && known.has(marker) ? `[^${marker}]` : escapeMarkdown(text),
  );
  const notes = citations.map(({ marker, quote, title, url }) => {
    const link = linkOf(url);
    const name = escapeMarkdown(title);
    return `[^${marker}]: “${escapeMarkdown(quote)}” ${link === null ? name : `[${name}](<${link}>)`}`;
  });
  return [words.join(""), ...(notes.length > 0 ? [notes.join("\n")] : [])].join("\n\n");
}

function escapeMarkdown(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/[\\`*_[\]<>#|~&]/gu, "\\$&");
}
