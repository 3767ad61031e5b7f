import type { OutlineEntry } from "./render-document.ts";

/** Levels that are shown apart; deeper ones look like the last. */
const maxDepth = 4;

/** The headings of a document as links to them; empty where it has fewer than two. Open beside the text where the screen is wide. */
export function renderOutline(outline: readonly OutlineEntry[], language: string): string {
  if (outline.length < 2) return "";
  const items = outline.map(
    ({ id, depth, html }) => `<li class="depth-${Math.min(depth, maxDepth)}"><a href="#${id}">${html}</a></li>`,
  );
  return `<nav class="outline" aria-label="Outline">
<details>
<summary>Contents</summary>
<ol${language}>
${items.join("\n")}
</ol>
</details>
</nav>`;
}
