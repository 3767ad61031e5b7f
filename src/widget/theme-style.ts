/**
 * The host, shut against the page's rules (important rules inside a shadow root win over important ones outside),
 * and the colours and measures, each of which the page may set as `--annalist-*`.
 */
export const themeStyle = `
:host {
  all: initial !important;
  display: block !important;
  color-scheme: light dark !important;
}
:host([hidden]) { display: none !important; }
:host([mode="launcher"]) { display: contents !important; }
:host([theme="light"]) { color-scheme: light !important; }
:host([theme="dark"]) { color-scheme: dark !important; }

.frame, .launcher {
  --paper: var(--annalist-background, light-dark(#fffdfa, #1a1917));
  --shade: var(--annalist-surface, light-dark(#f6f2eb, #24221f));
  --ink: var(--annalist-text, light-dark(#211e1a, #ece7de));
  --soft: var(--annalist-muted, light-dark(#6a6359, #a69e92));
  --line: var(--annalist-line, light-dark(#e5dfd4, #3a3631));
  --edge: var(--annalist-edge, light-dark(#8d8579, #7d756a));
  --accent: var(--annalist-accent, light-dark(#9c3a25, #ea9a80));
  --mark: var(--annalist-mark, light-dark(#fbe8a6, #57481b));
  --sans: var(--annalist-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif);
  --serif: var(--annalist-serif, "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Noto Serif", serif);
  --radius: var(--annalist-radius, 14px);
}

*, *::before, *::after { box-sizing: border-box; }
p, ul, ol, h2, blockquote { margin: 0; padding: 0; }
ul, ol { list-style: none; }
[hidden], :host::before, :host::after { display: none !important; }

button {
  appearance: none;
  border: 0;
  margin: 0;
  padding: 0;
  background: none;
  color: inherit;
  font: inherit;
  text-align: inherit;
  cursor: pointer;
}
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }

.icon {
  display: block;
  width: 20px;
  height: 20px;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.6;
  stroke-linecap: round;
  stroke-linejoin: round;
}
.icon-stop, [aria-pressed="true"] * { fill: currentColor; }

.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
`;
