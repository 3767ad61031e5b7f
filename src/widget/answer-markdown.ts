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
  const words = splitMarkers(answer).map(({ text, marker }) =>
    citations.some((citation) => citation.marker === marker) ? `[^${marker}]` : escapeMarkdown(text),
  );
  const notes = citations.map(({ marker, quote, title, url }) => {
    const link = linkOf(url);
    const name = escapeMarkdown(title);
    return `[^${marker}]: “${escapeMarkdown(quote)}” ${link === null ? `— ${name}` : `[${name}](<${link}>)`}`;
  });
  return [words.join(""), "", ...notes].join("\n").trim();
}

/** What stands at the start of a line or behind a marker may not begin a list, a rule, the address of a link or a footnote either. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~&]|(?<=^ ?)[-+(:]|(?<=^ ?\d+)[.)](?= )/g, "\\$&");
}
