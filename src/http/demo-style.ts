import { docsStyle } from "./docs-style.ts";
import { homeStyle } from "./home-style.ts";
import { shellStyle } from "./shell-style.ts";

/** What these pages have in common. */
const sharedStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f6f2eb, #131210);
  --ink: light-dark(#211e1a, #ece7de);
  --soft: light-dark(#645d53, #a69e92);
  --line: light-dark(#dcd5c8, #37332e);
  --accent: light-dark(#9c3a25, #ea9a80);
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Noto Serif", serif;
}
* { box-sizing: border-box; }
body {
  max-width: 62rem;
  margin: 0 auto;
  padding: clamp(1.5rem, 6vw, 4.5rem) clamp(1rem, 4vw, 2.5rem) 2.5rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, p, ul, dl, dd, pre { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font: 400 clamp(2.75rem, 8vw, 4.5rem)/1 var(--serif); letter-spacing: -.025em; }

section + section { margin-top: clamp(2.5rem, 6vw, 4rem); }
h2 { font: 400 1.625rem/1.25 var(--serif); letter-spacing: -.01em; }
section > p { margin-top: 1.25rem; color: var(--soft); }
a { color: inherit; text-decoration-color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 3px; }
a:hover { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }

pre {
  margin-top: .625rem;
  padding: .875rem 1rem;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: light-dark(#fffdfa, #1a1917);
  white-space: pre-wrap;
}
code { font: .875rem/1.6 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono", monospace; }

details { margin-top: .625rem; }
summary { cursor: pointer; color: var(--soft); }

footer { margin-top: clamp(2.5rem, 6vw, 4rem); padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
`;

/** The style sheet of the demo page and of the pages below `/docs`, served as `/demo.css`. */
export const demoStyle = sharedStyle + shellStyle + homeStyle + docsStyle;
