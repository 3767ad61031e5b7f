import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { createApp } from "../../src/http/create-app.ts";
import { buildWidget } from "../../src/node/build-widget.ts";
import { openAssistant } from "../../src/node/open-assistant.ts";
import { startServer } from "../../src/node/serve.ts";
import { readSettings } from "../../src/node/settings.ts";
import { createWebAssets } from "../../src/node/web-assets.ts";
import { buildHarbourIndex } from "../node/harbour-index.ts";

/** The real app over an index of the invented documents, with a widget bundled from the sources, and a browser. */
export interface AppSession {
  readonly url: string;
  /** Opens a path in a fresh context; the page that was open before is closed. */
  open(path: string, options?: BrowserContextOptions): Promise<AppPage>;
  close(): Promise<void>;
}

export interface AppPage {
  readonly page: Page;
  /** Errors and warnings of the console, exceptions, answers of 400 and above, and requests to elsewhere. */
  readonly problems: readonly string[];
}

export async function startAppSession(executablePath: string): Promise<AppSession> {
  const dist = await mkdtemp(join(tmpdir(), "annalist-dist-"));
  const [built] = await Promise.all([buildHarbourIndex(), buildWidget(dist)]);
  const assistant = await openAssistant(readSettings({ corpus: built.corpus, index: built.index }, {}));
  const app = createApp({ assistant: () => assistant, assets: createWebAssets(dist), allowedOrigins: [] });
  const server = await startServer({ app, host: "127.0.0.1", port: 0, closeGraceMs: 0 });
  const browser: Browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-quic"] });
  return {
    url: server.url,
    async open(path, options = {}) {
      for (const context of browser.contexts()) await context.close();
      const page = await (await browser.newContext(options)).newPage();
      page.setDefaultTimeout(10_000);
      const problems: string[] = [];
      page.on("request", (request) => {
        if (!request.url().startsWith(`${server.url}/`)) problems.push(request.url());
      });
      page.on("response", (response) => {
        if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
      });
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) problems.push(message.text());
      });
      page.on("pageerror", (error) => problems.push(error.message));
      await page.goto(server.url + path);
      return { page, problems };
    },
    async close() {
      await browser.close();
      await server.close();
      await Promise.all([built.remove(), rm(dist, { recursive: true })]);
    },
  };
}
