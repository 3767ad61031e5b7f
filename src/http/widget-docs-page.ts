import { embedExamples, renderCode } from "./embed-examples.ts";
import { escapeHtml } from "./escape-html.ts";
import { renderPage } from "./page-shell.ts";
import { launcherExample, ownColours, renderExample, type WidgetExample, widgetExamples } from "./widget-examples.ts";
import { type WidgetNote, widgetNotes } from "./widget-notes.ts";
import { widgetReference } from "./widget-reference.ts";
import { type WidgetTable, widgetTables } from "./widget-tables.ts";

/**
 * The page of the widget: how to embed it, live examples, its methods and events to try, and the reference. It holds no words
 * of the corpus. Without a script it is the reference with the code of the examples.
 */
export function renderWidgetDocsPage({ keepsFeedback }: { readonly keepsFeedback: boolean }): string {
  const tables = widgetTables();
  const contents = [
    ["embed", "Embed it"],
    ["examples", "Examples"],
    ["script", "From a script"],
    ...[...tables, ...widgetNotes].map(({ id, title }) => [id, title]),
  ] as const;
  return renderPage({
    title: "Annalist: widget",
    description: "How to embed the chat of Annalist in a page, with examples and a reference.",
    path: "/docs/widget",
    scripts: ["/widget.js", "/docs/widget.js"],
    main: `<div class="docs">
<nav class="contents" aria-label="On this page">
<ul>
${contents.map(([id, title]) => `<li><a href="#${id}">${title}</a></li>`).join("\n")}
</ul>
</nav>
<main id="content">
<h1>The widget</h1>
<p class="promise">One element for any page: it asks an Annalist server and shows each answer with the sentence it rests on.</p>
<noscript><p>The examples need JavaScript; the reference below them doesn't.</p></noscript>
${embedding}
<section id="examples" aria-labelledby="examples-title">
<h2 id="examples-title">Examples</h2>
<p>Each of them is live and asks this server.</p>
<div class="gallery">
${widgetExamples.map((example) => renderLive(example, keepsFeedback)).join("\n")}
</div>
</section>
${renderScripting(keepsFeedback)}
${tables.map(renderTable).join("\n")}
${widgetNotes.map(renderNote).join("\n")}
</main>
</div>`,
  });
}

const embedding = `<section id="embed" aria-labelledby="embed-title">
<h2 id="embed-title">Embed it</h2>
<p>As a button that opens the chat. The script tag takes the attributes below as well, but for <code>open</code>, with <code>data-</code> before the name:</p>
${renderCode(embedExamples.launcher, "Embed as a button")}
<p>Inside the page, where the element stands:</p>
${renderCode(embedExamples.inline, "Embed inside the page")}
<p>The server lists the sites that may do so in <code>ANNALIST_ORIGINS</code>.</p>
</section>`;

function renderLive(example: WidgetExample, keepsFeedback: boolean): string {
  const { title, words, attributes } = example;
  const style = attributes.class === undefined ? "" : renderCode(ownColours, `Style: ${title}`);
  return `<div class="example">
<h3>${escapeHtml(title)}</h3>
<p>${escapeHtml(words)}</p>
<div class="stage">${renderExample(example, keepsFeedback)}</div>
${renderCode(renderExample(example), `Example: ${title}`)}
${style}
</div>`;
}

function renderScripting(keepsFeedback: boolean): string {
  const names = widgetReference.events.map(({ name }) => name).join(" ");
  return `<section id="script" aria-labelledby="script-title">
<h2 id="script-title">From a script</h2>
<p>The round button in the corner of this page is a chat in the mode <code>launcher</code>. The buttons below call its methods, and the log shows the events of all chats here as they bubble up to the document.</p>
${renderCode(scripting, "Example: from a script")}
<div class="calls" data-target="${launcherExample.attributes.id}"></div>
<div class="log" role="log" aria-label="Events" tabindex="0" data-events="${names}"><ol></ol></div>
${renderExample(launcherExample, keepsFeedback)}
</section>`;
}

const scripting = `const chat = document.querySelector("annalist-chat");
chat.open();
await chat.ask("When does the reading room open on Saturdays?");
document.addEventListener("annalist-answer", ({ detail }) => {
  console.log(detail.answer.status, detail.answer.citations);
});`;

function renderTable({ id, title, columns, rows }: WidgetTable): string {
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
<table aria-labelledby="${id}-title">
<thead><tr>${columns.map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead>
<tbody>
${rows.map((row) => renderRow(row, columns)).join("\n")}
</tbody>
</table>
</section>`;
}

/** A narrow screen shows a row as a block, with the name of the column before each cell. */
function renderRow([name = "", ...cells]: readonly string[], [, ...columns]: readonly string[]): string {
  const rest = cells.map((cell, i) => `<td data-column="${columns[i]}">${escapeHtml(cell)}</td>`);
  return `<tr><th scope="row"><code>${escapeHtml(name)}</code></th>${rest.join("")}</tr>`;
}

function renderNote({ id, title, words, code }: WidgetNote): string {
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${words.map((each) => `<p>${escapeHtml(each)}</p>`).join("\n")}
${code === undefined ? "" : renderCode(code, `Example: ${title}`)}
</section>`;
}
