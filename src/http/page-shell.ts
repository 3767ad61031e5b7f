import { escapeHtml } from "./escape-html.ts";

/** One page; `main` is HTML, the rest is text. */
export interface PageParts {
  readonly title: string;
  readonly description: string;
  /** The page's own address, which the navigation marks. */
  readonly path: "/" | "/docs" | "/docs/widget";
  /** Addresses of scripts on this server, in the order in which they run. */
  readonly scripts: readonly string[];
  readonly main: string;
}

const destinations = [
  ["/docs/widget", "Widget"],
  ["/docs", "API"],
] as const;

/**
 * The frame of this server's own pages. It holds no inline script or style, so that a strict content security policy can
 * stand, and no link to an icon: the policy forbids images, and the browser would say so in its console.
 */
export function renderPage({ title, description, path, scripts, main }: PageParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(description)}">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/demo.css">
${scripts.map((script) => `<script defer src="${script}"></script>`).join("\n")}
</head>
<body class="wide">
<a class="skip" href="#content">Skip to the content</a>
<header class="bar">
${path === "/" ? '<span class="wordmark" aria-current="page">Annalist</span>' : '<a class="wordmark" href="/">Annalist</a>'}
<nav aria-label="Pages">
${destinations.map(([href, name]) => `<a href="${href}"${href === path ? ' aria-current="page"' : ""}>${name}</a>`).join("\n")}
</nav>
</header>
${main}
<footer>
<p>Annalist answers questions about documents and proves each answer with the exact words it rests on.</p>
<p><a href="/docs/widget">Widget</a> <a href="/docs">API</a> <a href="/openapi.json">OpenAPI</a></p>
</footer>
</body>
</html>
`;
}
