import { type Document, pageAt } from "../domain/document.ts";
import { escapeHtml } from "./escape-html.ts";
import type { LocatedCitation } from "./locate-citations.ts";
import { type Mark, mergeMarks } from "./merge-marks.ts";
import { languageAttributes, readingLanguage } from "./reading-language.ts";
import { renderByline } from "./render-byline.ts";
import { renderCitationBar } from "./render-citation-bar.ts";
import { renderDocument } from "./render-document.ts";
import { renderLostCitations } from "./render-lost-citations.ts";
import { renderOutline } from "./render-outline.ts";

/**
 * A document as a page, cited words and the pages of the file marked. Above the text stands its outline and on which page each
 * citation is, and a citation that couldn't be placed is named.
 */
export function renderReadPage(document: Document, citations: readonly LocatedCitation[]): string {
  const placed = citations.flatMap(({ number, span }) => (span === null ? [] : [{ number, ...span }]));
  const lost = citations.flatMap((each) => (each.span === null ? [{ number: each.number, ...each.lost }] : []));
  const marks = mergeMarks(placed);
  const shown = placed.map(({ number, start, end }) => ({
    number,
    start,
    mark: marks.find((mark) => mark.start <= start && start < mark.end) ?? { number, start, end },
  }));
  const { html, outline, paragraphs } = renderDocument(document, { marks, pages: document.pages ?? [] });
  const language = languageAttributes(readingLanguage(document));
  const parts = [
    renderLostCitations(lost, paragraphs),
    renderCitedPages(document, shown),
    renderCitationBar(shown, citations.length),
    renderOutline(outline, language),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(document.title)}</title>
<link rel="stylesheet" href="/reader.css">
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<main${outline.length < 2 ? "" : ' class="outlined"'}>
<header>
<h1${language}>${escapeHtml(document.title)}</h1>
${renderByline(document, placed[0]?.start ?? null)}
</header>
${parts.filter((part) => part !== "").join("\n")}
<article id="text"${language}>
${html}
</article>
</main>
</body>
</html>
`;
}

function renderCitedPages(
  document: Document,
  shown: readonly { readonly number: number; readonly start: number; readonly mark: Mark }[],
): string {
  const lines = shown.flatMap(({ number, start, mark }) => {
    const page = pageAt(document, start);
    if (page === null) return [];
    return [`<li><a href="#cite-${mark.number}">Citation ${number}</a>: <a href="#page-${page}">page ${page}</a></li>`];
  });
  return lines.length === 0 ? "" : `<ul class="cited">\n${lines.join("\n")}\n</ul>`;
}
