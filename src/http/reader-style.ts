import { readerMarksStyle } from "./reader-marks-style.ts";
import { readerTextStyle } from "./reader-text-style.ts";

/** The frame of the reader page: title, notices, the outline beside the text where there is room for both. */
const frame = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#faf8f4, #151412);
  --ink: light-dark(#1f1c18, #e6e1d8);
  --soft: light-dark(#645d53, #a69e92);
  --line: light-dark(#dcd5c8, #3a3631);
  --accent: light-dark(#9c3a25, #ea9a80);
  --highlight: light-dark(#fbe8a6, #57481b);
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, "Noto Serif", "Noto Serif CJK SC", "Songti SC", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono", monospace;
  scroll-padding-block: 4.5rem 2rem;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}
* { box-sizing: border-box; }
body {
  margin: 0;
  padding: clamp(2rem, 6vw, 4.5rem) clamp(1.125rem, 5vw, 3rem) 6rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.6 var(--sans);
  overflow-wrap: break-word;
}
h1, h2, h3, h4, h5, h6, p, ul, ol, pre, blockquote { margin: 0; padding: 0; }
a { color: inherit; text-decoration-color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 3px; }
a:hover { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; inset: .5rem auto auto .5rem; padding: .5rem .75rem; background: var(--paper); z-index: 2; }
.skip:not(:focus) { clip-path: inset(50%); width: 1px; height: 1px; padding: 0; overflow: hidden; white-space: nowrap; }

main { max-width: 37rem; margin: 0 auto; }
main > header { padding-bottom: 1.5rem; border-bottom: 1px solid var(--line); }
h1 { font: 500 clamp(1.875rem, 1.25rem + 2.6vw, 2.875rem)/1.15 var(--serif); letter-spacing: -.015em; text-wrap: balance; }
main > header p { margin-top: 1rem; color: var(--soft); font-size: .9375rem; }

.outline { margin-top: 1.5rem; font-size: .9375rem; line-height: 1.4; }
summary { cursor: pointer; color: var(--soft); }
summary:hover { color: var(--ink); }
.outline summary { padding: .375rem 0; }
.outline ol { list-style: none; margin-top: .25rem; }
.outline li a { display: block; padding: .3125rem 0; text-decoration: none; color: var(--soft); }
.outline li a:hover { color: var(--accent); text-decoration: underline; }
.outline .depth-2 { padding-inline-start: 1rem; }
.outline .depth-3 { padding-inline-start: 2rem; }
.outline .depth-4 { padding-inline-start: 3rem; }

@media (min-width: 64rem) {
  .outlined { display: grid; grid-template-columns: minmax(10rem, 15rem) minmax(0, 37rem); column-gap: 4rem; max-width: 56rem; }
  .outlined > * { grid-column: 2; }
  .outlined > .outline {
    grid-column: 1;
    grid-row: 1 / span 20;
    align-self: start;
    position: sticky;
    top: 2rem;
    max-height: calc(100vh - 4rem);
    margin-top: .5rem;
    padding-inline-end: .5rem;
    overflow-y: auto;
    scrollbar-width: thin;
  }
}
@supports selector(::details-content) {
  @media (min-width: 64rem) {
    .outline details::details-content { content-visibility: visible; block-size: auto; }
    .outline summary { pointer-events: none; list-style: none; color: var(--ink); font-weight: 600; }
  }
}

@media print {
  :root { color-scheme: light; }
  body { padding: 0; background: none; font-size: 11pt; }
  main, .outlined { display: block; max-width: none; }
  .skip, .outline, .bar, .anchor { display: none !important; }
  h1 { font-size: 22pt; }
  article { font-size: 11pt; line-height: 1.45; }
  h2, h3, h4, h5, h6 { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  tr, pre, blockquote { break-inside: avoid; }
  .table { overflow: visible; }
  mark { background: none; border-bottom: 2px solid; }
}
`;

/** The style sheet of the reader page, served as `/reader.css`. */
export const readerStyle = frame + readerTextStyle + readerMarksStyle;
