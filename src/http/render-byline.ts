import { type Document, pageAt } from "../domain/document.ts";
import { escapeHtml } from "./escape-html.ts";

/** Who wrote and published a document, when, and where the original is: the only link out of the reader page. */
export function renderByline(document: Document, firstCited: number | null): string {
  const { author, publisher, date } = document;
  const names = new Set([author, publisher].filter((part) => part !== null));
  const original = originalAddress(document, firstCited);
  const parts = [
    ...[...names].map(escapeHtml),
    ...(date === null ? [] : [`<time datetime="${escapeHtml(date)}">${escapeHtml(date)}</time>`]),
    ...(original === null ? [] : [`<a href="${escapeHtml(original)}" rel="noreferrer noopener">original</a>`]),
  ];
  return parts.length === 0 ? "" : `<p>${parts.join(" · ")}</p>`;
}

/** Where the document was published, if on the web; a PDF opens at the page of the first citation. */
function originalAddress(document: Document, firstCited: number | null): string | null {
  const { url, mediaType } = document;
  if (url === null || !/^https?:\/\//iu.test(url)) return null;
  const isPdf = mediaType === "application/pdf" || /\.pdf$/iu.test(URL.parse(url)?.pathname ?? "");
  const page = firstCited === null ? null : pageAt(document, firstCited);
  return isPdf && page !== null && !url.includes("#") ? `${url}#page=${page}` : url;
}
