/** The frame in both modes, the launcher and the question field. */
export const frameStyle = `
.frame {
  container-type: inline-size;
  display: flex;
  flex-direction: column;
  overflow: hidden;
  width: min(100%, var(--annalist-width, 100%));
  height: min(var(--annalist-height, 620px), 88vh);
  border: 1px solid var(--line);
  border-radius: var(--radius);
  background: var(--paper);
  color: var(--ink);
  font: 400 1em/1.55 var(--sans);
  text-align: start;
  overflow-wrap: anywhere;
}
.chat {
  position: relative;
  display: grid;
  grid-template: minmax(0, 1fr) fit-content(62%) auto / minmax(0, 1fr);
  flex: 1;
  min-height: 0;
}

.launcher { display: none; }
:host([mode="launcher"]) .frame {
  position: fixed;
  inset-block-end: 20px;
  inset-inline-end: 20px;
  z-index: 2147483647;
  width: min(var(--annalist-width, 420px), calc(100vw - 40px));
  height: min(var(--annalist-height, 640px), calc(100vh - 40px));
  box-shadow: 0 1px 2px rgb(0 0 0 / .08), 0 18px 50px -12px rgb(0 0 0 / .28);
}
:host([mode="launcher"]:not([open])) .frame { display: none; }
.head {
  display: flex;
  align-items: center;
  padding-block: 6px;
  padding-inline: 20px 8px;
  border-block-end: 1px solid var(--line);
}
.name { flex: 1; font-weight: 600; font-size: .9375em; }
:host(:not([mode="launcher"])) .close { display: none; }
.head:has(+ .chat .welcome) .clear { visibility: hidden; }
.close, .clear, .close-panel {
  display: grid;
  place-items: center;
  flex: none;
  width: 40px;
  height: 40px;
  border-radius: 50%;
  color: var(--soft);
}
.close:hover, .clear:hover, .close-panel:hover { background: var(--shade); color: var(--ink); }

:host([mode="launcher"]:not([open])) .launcher {
  position: fixed;
  inset-block-end: 20px;
  inset-inline-end: 20px;
  z-index: 2147483647;
  display: grid;
  place-items: center;
  width: 56px;
  height: 56px;
  border: 1px solid transparent;
  border-radius: 50%;
  background: var(--ink);
  color: var(--paper);
  box-shadow: 0 1px 2px rgb(0 0 0 / .15), 0 8px 24px -6px rgb(0 0 0 / .35);
}
.launcher .icon { width: 26px; height: 26px; }

.transcript { grid-row: 1; }
.composer { grid-row: 3; padding: 4px 14px 14px; }
.composer > * { max-width: 47em; margin-inline: auto; }
.counter { min-height: 1.5em; padding-inline: 6px; text-align: end; }
.composer:has([aria-invalid="true"]) .counter { color: var(--accent); font-weight: 600; }
.editing { padding: 0 6px 6px; }
.cancel { min-height: 24px; color: var(--ink); text-decoration: underline 1px; text-underline-offset: 3px; }
.field {
  display: flex;
  align-items: end;
  gap: 4px;
  padding: 5px;
  border: 1px solid var(--edge);
  border-radius: 25px;
  background: var(--paper);
}
.field:focus-within { border-color: var(--ink); box-shadow: 0 0 0 1px var(--ink); }
.input {
  flex: 1;
  min-width: 0;
  min-height: 38px;
  max-height: 9.5em;
  margin: 0;
  padding-block: 7px;
  padding-inline: 14px 4px;
  border: 0;
  outline: 0;
  background: none;
  color: inherit;
  font: inherit;
  font-size: max(1em, 16px);
  line-height: 24px;
  resize: none;
  field-sizing: content;
}
@supports not (field-sizing: content) {
  .input { height: 62px; }
}
.input::placeholder { color: var(--soft); opacity: 1; }
.send {
  display: grid;
  place-items: center;
  flex: none;
  width: 38px;
  height: 38px;
  border: 1px solid transparent;
  border-radius: 50%;
  background: var(--ink);
  color: var(--paper);
}
.send[aria-disabled="true"] { background: var(--shade); color: var(--soft); cursor: default; }

@media (max-width: 520px) {
  :host([mode="launcher"]) .frame {
    inset: var(--view-top, 0) 0 auto;
    width: 100%;
    height: var(--view-height, 100dvh);
    border: 0;
    border-radius: 0;
  }
}
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation: none !important; transition: none !important; }
}
@media (forced-colors: active) {
  .send, .launcher { border-color: ButtonText !important; }
  .field:focus-within { outline: 2px solid Highlight; }
}
`;
