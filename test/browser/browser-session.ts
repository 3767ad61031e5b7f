import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";
import { type PageServer, startPageServer } from "./page-server.ts";
import { makeTestPages } from "./test-pages.ts";

const flags = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser and a scripted server, shared by the tests of one file. */
export interface BrowserSession {
  readonly server: PageServer;
  /** Opens a path in a fresh context and waits for the chat; `prepare` gets the page while it is still empty. */
  open(path: string, options?: BrowserContextOptions, prepare?: (page: Page) => Promise<void>): Promise<ChatPage>;
  close(): Promise<void>;
}

export interface ChatPage {
  readonly page: Page;
  readonly input: Locator;
  /** Addresses outside the scripted server that the page tried to load. */
  readonly foreignRequests: readonly string[];
  /** What the console said of errors, refusals by a content security policy among them. */
  readonly consoleErrors: readonly string[];
  ask(question: string): Promise<void>;
}

export async function startBrowserSession(executablePath: string): Promise<BrowserSession> {
  const server = await startPageServer(await makeTestPages());
  const browser: Browser = await chromium.launch({ executablePath, args: flags });
  return {
    server,
    async open(path, options = {}, prepare = async () => {}) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.setDefaultTimeout(5000);
      const foreignRequests: string[] = [];
      const consoleErrors: string[] = [];
      page.on("request", (request) => {
        if (!request.url().startsWith(server.origin)) foreignRequests.push(request.url());
      });
      page.on("console", (message) => {
        if (message.type() === "error") consoleErrors.push(message.text());
      });
      await prepare(page);
      await page.goto(server.origin + path);
      await page.locator("annalist-chat").first().waitFor({ state: "attached" });
      await page.waitForFunction(() => customElements.get("annalist-chat") !== undefined);
      const input = page.getByRole("textbox", { name: "Your question" });
      return {
        page,
        input,
        foreignRequests,
        consoleErrors,
        async ask(question) {
          await input.fill(question);
          await input.press("Enter");
        },
      };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
