import { escapeHtml } from "./escape-html.ts";

/** Stands for the server's address until a script of the page puts the real one in its place. */
export const hostPlaceholder = "https://your-host";

/** Markup that puts the chat on a page: as a button that opens it, and where an element stands. */
export const embedExamples = {
  launcher: `<script async src="${hostPlaceholder}/widget.js"
  data-mode="launcher"></script>`,
  inline: `<script async src="${hostPlaceholder}/widget.js"></script>
<annalist-chat></annalist-chat>`,
} as const;

/** Code as a block that a script of the page gives a button to copy it. `label` names it for that button. */
export function renderCode(code: string, label: string): string {
  return `<div class="code" data-copy="${escapeHtml(label)}"><pre><code>${escapeHtml(code)}</code></pre></div>`;
}
