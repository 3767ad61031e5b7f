/** The frame of this server's own pages, code with its copy button, and what they use in common. */
export const shellStyle = `
body.wide {
  --card: light-dark(#fffdfa, #1a1917);
  --edge: light-dark(#8d8579, #7d756a);
  --mark: light-dark(#fbe8a6, #57481b);
  --gutter: max(clamp(1.25rem, 4vw, 3rem), (100% - 76rem) / 2);
  max-width: none;
  padding: 0 0 2.5rem;
}
.wide > *:not(.skip) { padding-inline: var(--gutter); }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -4rem; padding: .5rem 1rem; background: var(--card); }
.skip:focus { inset-block-start: 1rem; z-index: 2; }
.bar { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 2rem; padding-block: 1.375rem; }
.wordmark { font: 400 1.5rem/1.2 var(--serif); letter-spacing: -.015em; text-decoration: none; }
.bar nav { display: flex; gap: 1.75rem; }
.bar nav a { padding-block: .25rem; color: var(--soft); text-decoration: none; }
.bar nav a:hover { color: var(--accent); }
.bar nav a[aria-current] { color: var(--ink); text-decoration: underline; text-decoration-color: var(--accent); text-decoration-thickness: 2px; text-underline-offset: 6px; }
.wide h1 { font-size: clamp(2.375rem, 4.6vw, 3.75rem); line-height: 1.08; text-wrap: balance; }
.wide h3 { margin: 0; font: 600 .9375rem/1.4 system-ui, sans-serif; }
.promise { max-width: 36rem; margin-top: 1.375rem; color: var(--soft); font: 400 1.1875rem/1.5 var(--serif); text-wrap: pretty; }
.more { font-size: .9375rem; line-height: 1.9; }

.code { position: relative; margin-top: .625rem; }
.code pre { margin: 0; padding: 1rem 1.25rem; background: var(--card); }
.code:has(button) pre { padding-inline-end: 6.5rem; min-height: 3.625rem; }
.code button { position: absolute; inset-block-start: .75rem; inset-inline-end: .75rem; }
.code [role="status"]:not(:empty) { position: absolute; inset-block-start: .8125rem; inset-inline-end: 5.5rem; padding: .25rem .5rem; background: var(--card); color: var(--soft); font-size: .875rem; line-height: 1.375rem; }
.code button, .plain {
  padding: .25rem .875rem;
  border: 1px solid var(--edge);
  border-radius: 1rem;
  background: var(--card);
  color: var(--ink);
  font: 500 .875rem/1.375rem system-ui, sans-serif;
  cursor: pointer;
}
.code button:hover, .plain:hover { border-color: var(--ink); }
annalist-chat:not(:defined) { display: block; height: min(var(--annalist-height, 620px), 88vh); }
annalist-chat[mode="launcher"]:not(:defined) { display: none; }
noscript p { padding: 1rem 0; }

.wide > footer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 2rem; margin-top: clamp(3rem, 7vw, 5.5rem); padding-block: 1.5rem 0; }
.wide > footer a { margin-inline-start: 1.25rem; }
.wide > footer a:first-child { margin-inline-start: 0; }

@media (max-width: 44rem) {
  .code:has(button) pre { padding-inline-end: 1.25rem; padding-block-end: 3.5rem; }
  .code button { inset-block: auto .75rem; }
  .code [role="status"]:not(:empty) { inset-block: auto .8125rem; }
}
`;
