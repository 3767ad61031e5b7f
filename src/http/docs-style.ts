import { ownColours } from "./widget-examples.ts";

/** The pages of the API and of the widget: contents beside the text where there is room. */
export const docsStyle = `
.docs { display: grid; gap: 2rem clamp(2rem, 5vw, 4.5rem); padding-block-start: clamp(.5rem, 2vw, 1.5rem); }
.docs > * { min-width: 0; }
.docs section { scroll-margin-block-start: 1.5rem; }
.wide .docs section + section { margin-top: clamp(3rem, 6vw, 4.5rem); }
.wide .docs main > section:first-of-type { margin-top: 3rem; }
.docs section > p { max-width: 42rem; margin-top: .875rem; text-wrap: pretty; }
.docs h2 { padding-block-start: 1.25rem; border-top: 1px solid var(--line); font-size: 1.75rem; }
.docs main p code, .docs main th code { padding: .1em .35em; border-radius: .3em; background: light-dark(#eae3d6, #26231f); }
.contents ul { display: flex; gap: 1.25rem; padding-block-end: .5rem; overflow-x: auto; white-space: nowrap; scrollbar-width: thin; }
.contents a { color: var(--soft); font-size: .9375rem; line-height: 1.9; text-decoration: none; }
.contents a:hover { color: var(--accent); text-decoration: underline; }

.gallery { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 2rem; margin-top: 2rem; }
.example { display: grid; grid-template-rows: subgrid; grid-row: span 4; min-width: 0; padding-block-end: 3rem; }
.example > p { margin: .25rem 0 1rem; color: var(--soft); font-size: .9375rem; }
.example annalist-chat { --annalist-height: 30rem; }
.wide .example h3 { font: 400 1.25rem/1.3 var(--serif); }
.calls { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin-top: 1.5rem; }
.calls label { display: flex; flex: 1 1 100%; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; color: var(--soft); }
.calls input { flex: 1 1 16rem; min-width: 0; padding: .4375rem .75rem; border: 1px solid var(--edge); border-radius: 10px; background: var(--card); color: var(--ink); font: inherit; }
.log { height: 13rem; margin-top: 1rem; padding: .75rem 1.25rem; border: 1px solid var(--line); border-radius: 10px; background: var(--card); overflow-y: auto; font-size: .875rem; }
.log ol { margin: 0; padding: 0; list-style: none; }
.log ol:empty::before { content: "Nothing has happened yet."; color: var(--soft); }
.log li { padding: .3125rem 0; }
.log li + li { border-top: 1px solid var(--line); }
.log code { color: var(--accent); }
.log span { color: var(--soft); }

.docs table { width: 100%; margin-top: 1.25rem; border-collapse: collapse; }
.docs th, .docs td { padding: .625rem 1rem .625rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: baseline; }
.docs thead th { color: var(--soft); font-weight: 400; font-size: .875rem; }
.docs tbody th { width: 14rem; font-weight: 400; }
.docs td { color: var(--soft); font-size: .9375rem; }
.docs td:last-child { color: var(--ink); }

.api main > p { margin-top: 1.5rem; }
.api .contents li { margin-top: .125rem; }
.api .contents code { font-size: .8125rem; }
.api h2 code { font-size: 1.1875rem; }
.fields { margin-top: 1rem; }
.fields li { padding: .25rem 0; color: var(--soft); }
.fields code { color: var(--ink); }
.api label { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; margin-top: 1rem; color: var(--soft); }
.api textarea, .api input, .api button { border: 1px solid var(--edge); border-radius: 10px; padding: .5rem .75rem; background: var(--card); color: inherit; font: .875rem/1.6 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
.api textarea { display: block; width: 100%; min-height: 6rem; margin-top: .625rem; resize: vertical; field-sizing: content; }
.api input { flex: 0 1 21rem; min-width: min(14rem, 100%); }
.api button { margin-top: .625rem; padding-inline: 1.25rem; cursor: pointer; }
.api button:hover { border-color: var(--ink); }
.api pre { max-height: 30rem; overflow: auto; }

@media (max-width: 44rem) {
  .docs table, .docs tbody, .docs tr, .docs tbody th, .docs td { display: block; width: auto; }
  .docs thead { display: none; }
  .docs tr { padding: .75rem 0; border-bottom: 1px solid var(--line); }
  .docs tbody th, .docs td { padding: .125rem 0; border: 0; }
  .docs td:not(:last-child)::before { content: attr(data-column) ": "; }
}
@media (min-width: 64rem) {
  .docs { grid-template-columns: 13rem minmax(0, 1fr); }
  .docs.api { grid-template-columns: 16rem minmax(0, 1fr); }
  .contents { position: sticky; inset-block-start: 2rem; align-self: start; max-height: calc(100vh - 4rem); overflow-y: auto; }
  .contents ul { display: block; padding: 0; overflow: visible; white-space: normal; }
  .example:has(.own-colours) { grid-column: 1 / -1; grid-row: auto; grid-template: auto auto auto 1fr / repeat(2, minmax(0, 1fr)); column-gap: 2rem; padding: 0; }
  .example:has(.own-colours) > :is(h3, p) { grid-column: 1 / -1; }
  .example:has(.own-colours) > .stage { grid-row: 3 / -1; }
  .example:has(.own-colours) > .code { grid-column: 2; }
  .example:has(.own-colours) > .stage + .code { margin-top: 0; }
  #parts thead { display: none; }
  #parts tbody { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 2.5rem; border-top: 1px solid var(--line); }
  #parts tr { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); align-items: baseline; border-bottom: 1px solid var(--line); }
  #parts th, #parts td { width: auto; border: 0; padding-block: .5rem; }
}

${ownColours}`;
