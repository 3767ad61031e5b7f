import { type Document, pageAt } from "../domain/document.ts";
import { escapeHtml } from "./escape-html.ts";
import type { LocatedCitation } from "./locate-citations.ts";
import { type Mark, mergeMarks, renderMarkedText } from "./render-marked-text.ts";

/**
 * A document as a page, cited words and the pages of the file marked. Above the text stands on which page each citation is, and
 * a citation that couldn't be placed is named.
 */
export function renderReadPage(document: Document, citations: readonly LocatedCitation[]): string {
  const placed = citations.flatMap(({ number, span }) => (span === null ? [] : [{ number, ...span }]));
  const lost = citations.filter(({ span }) => span === null).map(({ number }) => number);
  const marks = mergeMarks(placed);
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
${renderByline(document, placed)}
</header>
${renderNotice(lost)}
${renderCitedPages(document, placed, marks)}
<article>
${renderMarkedText(document.text, { marks, pages: document.pages ?? [] })}
</article>
</main>
</body>
</html>
`;
}

function renderByline(document: Document, placed: readonly Mark[]): string {
  const { author, publisher, date } = document;
  const names = new Set([author, publisher, date].filter((part) => part !== null));
  const original = originalAddress(document, placed);
  const parts = [
    ...[...names].map(escapeHtml),
    ...(original === null ? [] : [`<a href="${escapeHtml(original)}" rel="noreferrer noopener">original</a>`]),
  ];
  return parts.length === 0 ? "" : `<p>${parts.join(" · ")}</p>`;
}

/** Where the document was published, if on the web; a PDF opens at the page of the first citation. */
function originalAddress(document: Document, [first]: readonly Mark[]): string | null {
  const { url, mediaType } = document;
  if (url === null || !/^https?:\/\//iu.test(url)) return null;
  const isPdf = mediaType === "application/pdf" || /\.pdf$/iu.test(URL.parse(url)?.pathname ?? "");
  const page = first === undefined ? null : pageAt(document, first.start);
  return isPdf && page !== null && !url.includes("#") ? `${url}#page=${page}` : url;
}

function renderCitedPages(document: Document, placed: readonly Mark[], marks: readonly Mark[]): string {
  const lines = placed.flatMap(({ number, start }) => {
    const page = pageAt(document, start);
    if (page === null) return [];
    const mark = marks.find((each) => each.start <= start && start < each.end)?.number ?? number;
    return [`<li><a href="#cite-${mark}">Citation ${number}</a>: <a href="#page-${page}">page ${page}</a></li>`];
  });
  return lines.length === 0 ? "" : `<ul class="cited">\n${lines.join("\n")}\n</ul>`;
}

function renderNotice(lost: readonly number[]): string {
  if (lost.length === 0) return "";
  const which = lost.length === 1 ? `Citation ${lost[0]} was` : `Citations ${lost.join(", ")} were`;
  return `<p role="status">${which} made for another version of this document, and the quoted words don't stand at exactly one place in this one.</p>`;
}
