/** The evidence: below the conversation in a narrow chat, beside it in a wide one, never over it. */
export const panelStyle = `
.panel {
  grid-row: 2;
  display: flex;
  flex-direction: column;
  overflow: hidden;
  border-block-start: 1px solid var(--line);
  background: var(--shade);
}
.panel:focus:not(:focus-visible) { outline: 0; }
.panel-head { display: flex; align-items: center; gap: 4px 16px; padding-block-start: 6px; padding-inline: 20px 6px; }
.close-panel { margin-inline-start: auto; }
.panel-body { overflow-y: auto; padding: 4px 20px 20px; }
.panel-title { font: 600 .9375em/1.4 var(--sans); text-wrap: pretty; }
.path { display: flex; flex-wrap: wrap; margin-block-start: 2px; }
.path li + li::before { content: "›" / ""; margin-inline: .5em; }
.paragraph { margin-block-start: 16px; font-size: 1.0625em; }
mark {
  padding: .1em 0;
  border-radius: 2px;
  background: var(--mark);
  color: var(--ink);
  -webkit-box-decoration-break: clone;
  box-decoration-break: clone;
}
.open { padding-block: 4px; font-size: .8125em; }
a { color: inherit; text-decoration: underline 1px; text-underline-offset: 3px; }
a:hover { color: var(--accent); }

@container (min-width: 720px) {
  .chat:has(.panel:not([hidden])) { grid-template-columns: minmax(0, 1fr) minmax(280px, 40%); }
  .panel {
    grid-column: 2;
    grid-row: 1 / -1;
    border-block-start: 0;
    border-inline-start: 1px solid var(--line);
  }
}

@media (forced-colors: active) {
  mark { forced-color-adjust: none; background: Mark; color: MarkText; }
}
`;
