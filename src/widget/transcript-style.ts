/** The conversation: the welcome, questions, answers with their markers, and what went wrong. */
export const transcriptStyle = `
.transcript { position: relative; overflow-y: auto; overscroll-behavior: contain; padding: 20px 20px 8px; }
.transcript > * { max-width: 44em; margin-inline: auto; }

.welcome { display: flex; flex-direction: column; justify-content: center; min-height: 100%; padding-block-end: 12px; }
.welcome-title { font: 400 1.75em/1.2 var(--serif); letter-spacing: -.01em; text-wrap: balance; }
.welcome-text { margin-block-start: 8px; color: var(--soft); }
.welcome .suggestions { margin-block-start: 28px; }

.suggestions { display: grid; }
.suggestions li { border-block-start: 1px solid var(--line); }
.suggestion { display: block; width: 100%; padding: 11px 0; font-family: var(--serif); }
.suggestion:hover { color: var(--accent); }
.exchange .suggestions { margin-block-start: 20px; }

.exchange + .exchange { margin-block-start: 28px; padding-block-start: 28px; border-block-start: 1px solid var(--line); }
.exchange:last-child { padding-block-end: 16px; }
.question { color: var(--soft); font-size: .9375em; white-space: pre-line; }
.answer { margin-block-start: 8px; }
.text { position: relative; font: 400 1.125em/1.6 var(--serif); white-space: pre-line; }
.short {
  margin-block-end: 10px;
  font: 400 1.75em/1.25 var(--serif);
  letter-spacing: -.01em;
}
.status, .panel-label { color: var(--accent); font-weight: 600; font-size: .8125em; }
summary, .origin, .note, .confidence, .counter, .editing, .path { color: var(--soft); font-size: .8125em; }

sup { font-size: 1em; line-height: 1; vertical-align: baseline; white-space: nowrap; }
.citation {
  position: relative;
  inset-block-start: -.35em;
  scroll-margin: 16px;
  min-width: 24px;
  height: 24px;
  margin-inline: 2px 0;
  padding: 0 6px;
  border-radius: 12px;
  background: var(--shade);
  color: var(--accent);
  font: 600 12px/24px var(--sans);
  font-variant-numeric: tabular-nums;
  text-align: center;
}
.citation:hover, .citation[aria-expanded="true"] { background: var(--accent); color: var(--paper); }

.waiting { color: var(--soft); animation: breathe 1.6s ease-in-out infinite; }
.text:not(:empty) + .waiting { display: none; }
.asked { display: flex; align-items: start; gap: 8px; }
.asked .question { flex: 1; padding-block: 4px; }
.asked .action { opacity: .75; }
.asked:hover .action, .asked .action:focus-visible { opacity: 1; }
.replaced { text-decoration: line-through var(--edge); }

details { margin-block-start: 14px; }
summary { width: fit-content; padding-block: 4px; cursor: pointer; }
summary:hover { color: var(--ink); }
details li { margin-block-start: 12px; padding-inline-start: 14px; border-inline-start: 2px solid var(--line); }
blockquote { color: var(--soft); font: 400 1em/1.6 var(--serif); white-space: pre-line; }
.cited { color: var(--ink); }
.actions { display: flex; align-items: center; margin-block-start: 12px; }
.confidence { flex: 1; }
.feedback { margin-block: 8px; }
.action {
  display: grid;
  place-items: center;
  width: 32px;
  height: 32px;
  border-radius: 8px;
  color: var(--soft);
}
.action .icon { width: 17px; height: 17px; }
.action[data-rating="down"] .icon { rotate: 180deg; }
.action:hover { background: var(--shade); color: var(--ink); }
.action[aria-pressed="true"] { background: var(--shade); color: var(--accent); }
.copy { display: flex; align-items: center; gap: 6px; }
.comment {
  display: block;
  width: 100%;
  padding: 8px 12px;
  border: 1px solid var(--edge);
  border-radius: 10px;
  background: var(--paper);
  color: inherit;
  font: inherit;
  font-size: max(1em, 16px);
  resize: none;
}
.comment::placeholder { color: var(--soft); opacity: 1; }

.tooltip {
  position: absolute;
  z-index: 1;
  inset-inline: 0;
  display: none;
  margin-block-start: .4em;
  padding: 8px 12px;
  border: 1px solid var(--edge);
  border-radius: 10px;
  background: var(--paper);
  font: 400 15px/1.5 var(--serif);
  white-space: normal;
}
sup:hover .tooltip, .citation:focus-visible + .tooltip { display: block; }
.quiet .tooltip, [aria-expanded="true"] + .tooltip { display: none !important; }

.notice { margin-block-start: 12px; padding: 12px 16px; border: 1px solid var(--line); border-radius: 10px; background: var(--shade); }
.answer > .text:empty ~ .notice { margin-block-start: 0; }
.failure .notice-title { color: var(--accent); font-weight: 600; }
.retry {
  margin-block-start: 10px;
  padding: 6px 14px;
  border: 1px solid var(--edge);
  border-radius: 18px;
  background: var(--paper);
  font-size: .875em;
}
.retry:hover { border-color: var(--ink); }

@keyframes breathe { 50% { opacity: .45; } }

@media (forced-colors: active) {
  .citation { border: 1px solid ButtonText; line-height: 22px; }
  .citation[aria-expanded="true"] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
`;
