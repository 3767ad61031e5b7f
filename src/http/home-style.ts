/** The demo page: the words and the chat side by side, then the corpus, then how to embed it. */
export const homeStyle = `
.hero { display: grid; gap: 2rem clamp(2rem, 5vw, 4.5rem); padding-block: clamp(.5rem, 2vw, 1.5rem) clamp(3rem, 6vw, 5rem); }
.hero h1 { font-size: clamp(2.125rem, 4vw, 3.25rem); line-height: 1.16; }
.hero h1 span { display: block; }
.hero h1 b { font-weight: 400; -webkit-box-decoration-break: clone; box-decoration-break: clone; padding: 0 .1em; margin-inline: -.05em; border-radius: 0; background: linear-gradient(transparent 20%, var(--mark) 20% 88%, transparent 88%); }
.hero annalist-chat { --annalist-height: 37rem; }
.questions { margin-top: .75rem; }
.questions li { border-top: 1px solid var(--line); padding-block: .6875rem; font: 400 1.0625rem/1.45 var(--serif); }
.questions li:last-child { border-bottom: 1px solid var(--line); }
.questions li:has(button) { padding: 0; }
.questions button { display: flex; gap: 1rem; justify-content: space-between; width: 100%; padding: .6875rem 0; border: 0; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
.questions button::after { content: "→" / ""; color: var(--accent); }
.questions button:dir(rtl)::after { content: "←" / ""; }
.questions button:hover { color: var(--accent); }
.examples h2 { font: 600 .9375rem/1.4 system-ui, sans-serif; letter-spacing: 0; }
.home section { margin-top: 0; }

.principles { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: 2rem clamp(2rem, 4vw, 3.5rem); padding-block: clamp(2rem, 4vw, 3rem); border-block: 1px solid var(--line); }
.principles h2 { font-size: 1.375rem; text-wrap: balance; }
.principles p { margin-top: .625rem; color: var(--soft); text-wrap: pretty; }

.glance { padding-block: clamp(3rem, 7vw, 5.5rem); }
.wide .glance h2, .wide .embed h2 { font-size: clamp(1.875rem, 3.4vw, 2.5rem); line-height: 1.15; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(8.5rem, 100%), auto)); gap: 1.5rem 2.5rem; margin-top: 2rem; }
.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.figures dt { margin-top: .25rem; color: var(--soft); }
.figures dd { font: 400 clamp(1.75rem, 3.2vw, 2.5rem)/1.15 var(--serif); letter-spacing: -.01em; font-variant-numeric: lining-nums; }
.documents { margin-top: 2.5rem; border-top: 1px solid var(--line); }
.documents li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .125rem 2rem; padding: .875rem 0; border-bottom: 1px solid var(--line); }
.documents a { flex: 1 1 24rem; font: 400 1.125rem/1.5 var(--serif); }
.documents span { color: var(--soft); font-size: .9375rem; line-height: 1.6875rem; font-variant-numeric: tabular-nums; }

.embed { display: grid; gap: 2rem clamp(2rem, 5vw, 4.5rem); padding: clamp(1.5rem, 4vw, 3.5rem); border-radius: 1.25rem; background: light-dark(#eee7da, #1c1a17); }
.embed-words p { margin-top: 1rem; color: var(--soft); text-wrap: pretty; }
.embed-codes .code + h3 { margin-top: 1.75rem; }

@media (min-width: 60rem) {
  .hero { grid-template: "lead chat" auto "examples chat" 1fr / minmax(0, 5fr) minmax(0, 7fr); }
  .lead { grid-area: lead; padding-block-start: clamp(0rem, 2vw, 1.5rem); }
  .chat { grid-area: chat; }
  .examples { grid-area: examples; align-self: end; }
  .embed { grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); }
}
`;
