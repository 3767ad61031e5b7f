import type { CorpusGlance } from "./corpus-glance.ts";
import { embedExamples, renderCode } from "./embed-examples.ts";
import { escapeHtml } from "./escape-html.ts";
import { renderPage } from "./page-shell.ts";
import { renderGlance } from "./render-glance.ts";

/** Example questions beside the chat, which offers the first few of the suggestions itself. */
const maxExamples = 3;
const offeredByChat = 4;

export interface DemoPage {
  readonly glance: CorpusGlance;
  readonly suggestions: readonly string[];
  /** Whether this server keeps what people say of answers. */
  readonly keepsFeedback: boolean;
}

/**
 * The page at `/`: what this is, the chat with questions to put to it, the corpus at a glance, how to embed the chat. All text
 * from documents is escaped. Without a script it still says all of that; `/demo.js` makes the questions buttons.
 */
export function renderDemoPage({ glance, suggestions, keepsFeedback }: DemoPage): string {
  return renderPage({
    title: "Annalist",
    description: "Answers from your documents, each with the exact sentence that proves it.",
    path: "/",
    scripts: ["/widget.js", "/demo.js"],
    main: `<main id="content" class="home">
<div class="hero">
<div class="lead">
<h1><span>Ask the documents. </span><span>Read <b>the sentence that proves it</b>.</span></h1>
<p class="promise">Annalist answers questions about your documents and shows, with each answer, the exact sentence it rests on. Where it finds none, it says so.</p>
</div>
<section class="chat" aria-label="Chat">
<annalist-chat id="demo" heading="What would you like to know?"${keepsFeedback ? "" : ' feedback="off"'}></annalist-chat>
<noscript><p>The chat needs JavaScript. Without it, send the question to <code>POST /ask</code>; <a href="/docs">the API page</a> shows how.</p></noscript>
</section>
${renderExamples(suggestions)}
</div>
${principles}
${renderGlance(glance)}
${embedding}
</main>`,
  });
}

function renderExamples(suggestions: readonly string[]): string {
  if (suggestions.length === 0) return "";
  const beyondChat = suggestions.slice(offeredByChat);
  const examples = (beyondChat.length > 0 ? beyondChat : suggestions).slice(0, maxExamples);
  return `<section class="examples" aria-labelledby="examples">
<h2 id="examples">Questions it answers</h2>
<ul class="questions">
${examples.map((question) => `<li dir="auto">${escapeHtml(question)}</li>`).join("\n")}
</ul>
</section>`;
}

const principles = `<section class="principles" aria-label="How it works">
<div>
<h2>The program cuts the quotes</h2>
<p>Each citation is one whole sentence of a document, with a link to its place. No model writes a quote, so none is made up.</p>
</div>
<div>
<h2>It can say no</h2>
<p>Each answer says how well it is supported. Where nothing supports one, you read what is missing, and the closest passages.</p>
</div>
<div>
<h2>It runs where the documents are</h2>
<p>It needs no key, no language model and no database. Put files into a folder, and they are indexed.</p>
</div>
</section>`;

const embedding = `<section class="embed" aria-labelledby="embed">
<div class="embed-words">
<h2 id="embed">Put it on your page</h2>
<p>One line adds a button that opens the chat. An element puts the chat where you want it.</p>
<p>The server names the sites that may embed it in <code>ANNALIST_ORIGINS</code>.</p>
<p class="more"><a href="/docs/widget">All settings, events and colours of the widget</a><br><a href="/docs">The API behind it</a></p>
</div>
<div class="embed-codes">
<h3>As a button</h3>
${renderCode(embedExamples.launcher, "Embed as a button")}
<h3>Inside the page</h3>
${renderCode(embedExamples.inline, "Embed inside the page")}
</div>
</section>`;
