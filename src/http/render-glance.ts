import type { CorpusGlance } from "./corpus-glance.ts";
import { escapeHtml } from "./escape-html.ts";
import type { WordCount } from "./estimate-words.ts";

/** Silent reading of English: M. Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109 (2019). */
const wordsPerMinute = 238;

/** The corpus as figures, and some of its documents with links to read them. */
export function renderGlance(glance: CorpusGlance): string {
  const { documents, dates, listed } = glance;
  const figures = [
    renderFigure(documents === 1 ? "document" : "documents", formatNumber(documents)),
    renderFigure("words", formatWords(glance)),
    renderFigure("to read it all", readingTime(glance)),
    ...(dates === null ? [] : [renderFigure("published", renderDates(dates))]),
  ];
  const more = documents - listed.length;
  return `<section class="glance" aria-labelledby="glance">
<h2 id="glance">What it has read</h2>
<dl class="figures">
${figures.join("\n")}
</dl>
${listed.length === 0 ? '<p class="more">No documents yet. Put files into <code>corpus/</code> and run <code>npm run ingest</code>.</p>' : `<ul class="documents">\n${listed.map(renderDocument).join("\n")}\n</ul>`}
${more > 0 ? `<p class="more">and ${formatNumber(more)} more in <a href="/documents">the full list</a></p>` : ""}
</section>`;
}

function renderDocument(document: CorpusGlance["listed"][number]): string {
  const { id, title, date } = document;
  const facts = [
    ...(date === null ? [] : [renderDate(date)]),
    `${formatWords(document)} ${document.words === 1 ? "word" : "words"}`,
    readingTime(document),
  ];
  return `<li><a href="/read/${escapeHtml(encodeURIComponent(id))}" dir="auto">${escapeHtml(title)}</a> <span>${facts.join(" · ")}</span></li>`;
}

/** `value` is HTML. */
function renderFigure(name: string, value: string): string {
  return `<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function renderDates({ first, last }: NonNullable<CorpusGlance["dates"]>): string {
  return first === last ? renderDate(first) : `${renderDate(first)} to ${renderDate(last)}`;
}

/** What is no date of the calendar is shown as it is. */
function renderDate(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date) || Number.isNaN(day.getTime())) return escapeHtml(date);
  const shown = day.toLocaleDateString("en", { dateStyle: "medium", timeZone: "UTC" });
  return `<time datetime="${date}">${shown}</time>`;
}

function formatWords({ words, isEstimate }: WordCount): string {
  return isEstimate ? `about ${formatNumber(roughly(words))}` : formatNumber(words);
}

function readingTime({ words, isEstimate }: WordCount): string {
  const minutes = Math.ceil(words / wordsPerMinute);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return `${formatNumber(isEstimate ? roughly(hours) : hours)} h`;
}

function roughly(value: number): number {
  return Number(value.toPrecision(2));
}

function formatNumber(value: number): string {
  return value.toLocaleString("en");
}
