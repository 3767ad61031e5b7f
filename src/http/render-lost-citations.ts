import { escapeHtml } from "./escape-html.ts";
import type { LostCitation } from "./locate-citations.ts";

/** Places that are named; of more, their number. */
const maxPlaces = 5;

/**
 * Says of each citation that isn't shown which words were cited, and whether they are gone or stand at several places. `paragraphs`
 * are the offsets at which the page's paragraphs begin, ascending.
 */
export function renderLostCitations(
  lost: readonly (LostCitation & { readonly number: number })[],
  paragraphs: readonly number[],
): string {
  if (lost.length === 0) return "";
  const said = lost.map(({ number, quote, places }) => renderLost(number, { quote, places }, paragraphs));
  return `<div id="lost">\n${said.join("\n")}\n</div>`;
}

function renderLost(number: number, { quote, places }: LostCitation, paragraphs: readonly number[]): string {
  const made = `Citation ${number} was made for another version of this document`;
  if (quote === null) {
    return `<div class="lost"><p role="status">${made}, and its link doesn't say which words it cited.</p></div>`;
  }
  const why =
    places.length === 0
      ? ". The sentence it cited no longer stands here:"
      : `. The sentence it cited stands here at ${places.length} places, and which was meant can't be told:`;
  const links = places.length === 0 ? "" : `\n<p>It stands in ${listPlaces(places, paragraphs)}.</p>`;
  return `<div class="lost"><p role="status">${made}${why}</p>
<blockquote dir="auto">${escapeHtml(quote)}</blockquote>${links}</div>`;
}

function listPlaces(places: LostCitation["places"], paragraphs: readonly number[]): string {
  const numbers = [...new Set(places.map(({ start }) => paragraphAt(paragraphs, start)))];
  const links = numbers.slice(0, maxPlaces).map((each) => `<a href="#p-${each}">paragraph ${each}</a>`);
  return `${links.join(", ")}${numbers.length > maxPlaces ? ` and ${numbers.length - maxPlaces} more` : ""}`;
}

/** The number, from 1, of the last paragraph that begins at an offset or before it. */
function paragraphAt(paragraphs: readonly number[], offset: number): number {
  const next = paragraphs.findIndex((start) => start > offset);
  return Math.max(1, next === -1 ? paragraphs.length : next);
}
