import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { glanceAtCorpus } from "../../src/http/corpus-glance.ts";
import { renderDemoPage } from "../../src/http/demo-page.ts";
import { demoScript } from "../../src/http/demo-script.ts";
import { demoStyle } from "../../src/http/demo-style.ts";
import { buildWidget } from "../../src/node/build-widget.ts";
import type { Page } from "./page-server.ts";

/** The strictest policy under which the widget has to work. */
const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const hostileStyle = `
  html { font-size: 4px !important; }
  * { all: unset !important; }
  * { color: red !important; font-size: 4px !important; line-height: 9 !important; text-transform: uppercase !important; display: inline !important; }
  .cover { position: fixed !important; inset: 0 0 50% 50% !important; z-index: 2147483647 !important; }`;

const inline = `<script async src="/widget.js"></script><annalist-chat></annalist-chat>`;
const launcher = `<script async src="/widget.js" data-mode="launcher"></script>`;

/** The pages of the browser tests by path, with a widget bundled from the sources. */
export async function makeTestPages(): Promise<ReadonlyMap<string, Page>> {
  const folder = await mkdtemp(join(tmpdir(), "annalist-widget-"));
  const { file } = await buildWidget(folder);
  const widget = await readFile(file, "utf8");
  await rm(folder, { recursive: true });
  const demo = renderDemoPage({
    glance: glanceAtCorpus({ documents: () => [], document: () => null }),
    suggestions: [],
    keepsFeedback: true,
  });
  return new Map<string, Page>([
    ["/", { html: demo, headers: { "content-security-policy": strictPolicy } }],
    ["/demo.css", { html: demoStyle, headers: { "content-type": "text/css" } }],
    ["/demo.js", { html: demoScript, headers: { "content-type": "text/javascript" } }],
    ["/widget.js", { html: widget, headers: { "content-type": "text/javascript" } }],
    [
      "/suggestions",
      {
        html: JSON.stringify({
          suggestions: ["When does the reading room open on Saturdays?", "Where are loans renewed?"],
        }),
        headers: { "content-type": "application/json" },
      },
    ],
    ["/inline", { html: wrap(inline) }],
    ["/launcher", { html: wrap(`<h1>Some page</h1>${launcher}`) }],
    ["/hostile", { html: wrap(`<style>${hostileStyle}</style><div class="cover"></div>${launcher}${inline}`) }],
  ]);
}

function wrap(body: string): string {
  return `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Test</title></head><body>${body}</body></html>`;
}
