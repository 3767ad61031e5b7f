import type { Document } from "../domain/document.ts";
import { escapeHtml } from "./escape-html.ts";
import type { LocatedCitation } from "./locate-citations.ts";
import { renderMarkedText } from "./render-marked-text.ts";

/** A document as a page, cited words marked; a citation that couldn't be placed is named above the text. */
export function renderReadPage(document: Document, citations: readonly LocatedCitation[]): string {
  const marks = citations.flatMap(({ number, span }) => (span === null ? [] : [{ number, ...span }]));
  const lost = citations.filter(({ span }) => span === null).map(({ number }) => number);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(document.title)}</title>
<link rel="stylesheet" href="/demo.css">
</head>
<body>
<main>
<header>
<h1>${escapeHtml(document.title)}</h1>
${renderByline(document)}
</header>
${renderNotice(lost)}
<article>
${renderMarkedText(document.text, marks)}
</article>
</main>
</body>
</html>
`;
}

function renderByline({ publisher, date, url }: Document): string {
  const parts = [publisher, date].filter((part) => part !== null).map(escapeHtml);
  const isWebPage = url !== null && /^https?:\/\//iu.test(url);
  if (isWebPage) parts.push(`<a href="${escapeHtml(url)}" rel="noreferrer noopener">original</a>`);
  return parts.length === 0 ? "" : `<p>${parts.join(" · ")}</p>`;
}

function renderNotice(lost: readonly number[]): string {
  if (lost.length === 0) return "";
  const which = lost.length === 1 ? `Citation ${lost[0]} was` : `Citations ${lost.join(", ")} were`;
  return `<p role="status">${which} made for another version of this document, and the quoted words don't stand at exactly one place in this one.</p>`;
}
