/** A link cites no more. */
const numbers = Array.from({ length: 20 }, (_, index) => index + 1);

/** Cited sentences with their numbers, the bar that leads from one to the next, and what is said of those that are lost. */
export const readerMarksStyle = `
mark {
  padding-block: .08em;
  border-radius: 2px;
  background: var(--highlight);
  color: inherit;
  scroll-margin-block: 30vh;
  -webkit-box-decoration-break: clone;
  box-decoration-break: clone;
}
mark:focus { outline: 0; }
mark:target { box-shadow: 0 2px 0 var(--accent); }
mark[id]::before { margin-inline-end: .3em; color: var(--accent); font: 600 .65em/1 var(--sans); vertical-align: .45em; font-variant-numeric: tabular-nums; user-select: none; }
${numbers.map((number) => `#cite-${number}::before { content: "${number}" / ""; }`).join("\n")}

.bar { position: sticky; top: 0; z-index: 1; margin-top: 1rem; padding-block: .5rem; background: var(--paper); border-bottom: 1px solid var(--line); font-size: .9375rem; }
.bar p { display: none; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; }
.bar p:first-child { display: flex; }
.bar a { display: inline-block; min-height: 1.75rem; line-height: 1.75rem; }
.bar a:first-child { margin-inline-end: auto; text-decoration: none; font-weight: 600; }
:root:has(mark:target) .bar p:first-child { display: none; }
${numbers.map((number) => `:root:has(#cite-${number}:target) .bar #bar-${number} { display: flex; }`).join("\n")}
@supports not selector(:has(a)) {
  .bar { position: static; }
  .bar p { display: flex; }
}
@media (max-height: 24rem) { .bar { position: static; } }

.cited { margin-top: 1rem; list-style: none; color: var(--soft); font-size: .9375rem; font-variant-numeric: tabular-nums; }
.lost { margin-top: 1.5rem; padding: 1rem 1.25rem; border: 1px solid var(--line); border-inline-start: 3px solid var(--accent); border-radius: 4px; font-size: .9375rem; }
.lost blockquote { margin-top: .75rem; font: 1.0625rem/1.55 var(--serif); }
.lost blockquote + p { margin-top: .75rem; }

@media (forced-colors: active) {
  mark { background: Mark; color: MarkText; }
  mark[id]::before { color: MarkText; }
}
`;
