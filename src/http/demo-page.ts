import type { DocumentSummary } from "../domain/document.ts";
import { escapeHtml } from "./escape-html.ts";

/** Documents listed by name; the rest is counted. */
const maxListed = 12;

/**
 * The page at `/`: what this is, the chat, the corpus at a glance, how to embed the chat. All text from documents is escaped,
 * and the page holds no inline script or style, so that a strict content security policy can stand.
 */
export function renderDemoPage({
  documents,
  suggestions,
}: {
  readonly documents: readonly DocumentSummary[];
  readonly suggestions: readonly string[];
}): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(promise)}">
<title>Annalist</title>
<link rel="stylesheet" href="/demo.css">
<script async src="/widget.js"></script>
</head>
<body>
<header>
<h1>Annalist</h1>
<p class="promise">${escapeHtml(promise)}</p>
</header>
<main>
<section class="chat" aria-label="Chat">
<annalist-chat mode="inline"></annalist-chat>
<noscript><p>The chat needs JavaScript. Without it, send the question to <code>POST /ask</code>.</p></noscript>
</section>
${suggestions.length > 0 ? renderSuggestions(suggestions) : ""}
${renderCorpus(documents)}
${renderEmbedding()}
</main>
<footer><a href="/docs">API</a></footer>
</body>
</html>
`;
}

const promise = "Answers from your documents, each with the exact sentence that proves it.";

function renderSuggestions(suggestions: readonly string[]): string {
  return `<section>
<h2>Questions it answers</h2>
<ul class="questions">
${suggestions.map((question) => `<li dir="auto">${escapeHtml(question)}</li>`).join("\n")}
</ul>
</section>`;
}

function renderCorpus(documents: readonly DocumentSummary[]): string {
  const characters = documents.reduce((sum, { length }) => sum + length, 0);
  const dates = documents.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const figures = [
    renderFigure(documents.length === 1 ? "document" : "documents", formatNumber(documents.length)),
    renderFigure("characters", formatNumber(characters)),
    ...(first === undefined || last === undefined
      ? []
      : [
          renderFigure("published", first === last ? renderDate(first) : `${renderDate(first)} to ${renderDate(last)}`),
        ]),
  ];
  const more = documents.length - maxListed;
  return `<section>
<h2>The corpus at a glance</h2>
<dl class="figures">
${figures.join("\n")}
</dl>
<ul class="documents">
${documents.slice(0, maxListed).map(renderDocument).join("\n")}
</ul>
${more > 0 ? `<p class="more">and ${formatNumber(more)} more in <a href="/documents">the full list</a></p>` : ""}
</section>`;
}

function renderDocument({ id, title, date, length }: DocumentSummary): string {
  const facts = [...(date === null ? [] : [renderDate(date)]), `${formatNumber(length)} characters`];
  return `<li><a href="/read/${escapeHtml(encodeURIComponent(id))}" dir="auto">${escapeHtml(title)}</a> <span>${facts.join(", ")}</span></li>`;
}

/** `value` is HTML. */
function renderFigure(name: string, value: string): string {
  return `<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function renderDate(date: string): string {
  return `<time>${escapeHtml(date)}</time>`;
}

function renderEmbedding(): string {
  const launcher = `<script async src="https://your-host/widget.js" data-mode="launcher"></script>`;
  const inline = `<script async src="https://your-host/widget.js"></script>\n<annalist-chat endpoint="https://your-host"></annalist-chat>`;
  return `<section>
<h2>Put it on your page</h2>
<p>One tag adds a button that opens the chat:</p>
<pre><code>${escapeHtml(launcher)}</code></pre>
<p>An element puts it where you want it:</p>
<pre><code>${escapeHtml(inline)}</code></pre>
<p>The server names the sites that may embed it in <code>ANNALIST_ORIGINS</code>.</p>
</section>`;
}

function formatNumber(value: number): string {
  return value.toLocaleString("en");
}
