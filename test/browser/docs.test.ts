import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type RunningServer, startServer } from "../../src/node/serve.ts";
import { createFakeAssistant } from "../http/fake-assistant.ts";
import { createTestApp } from "../http/test-app.ts";

const browserPath = inject("browserPath");
const hostile = '<img src="x" onerror="document.title=1">';

describe.skipIf(browserPath === null)("the page of the API", { timeout: 20_000 }, () => {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    const assistant = createFakeAssistant({
      search: async ({ query }) => ({ query: hostile + query, passages: [], generation: "1" }),
    });
    server = await startServer({ app: createTestApp({ assistant: () => assistant }), host: "127.0.0.1", port: 0 });
    browser = await chromium.launch({ executablePath: browserPath ?? "", args: ["--no-sandbox", "--disable-quic"] });
  }, 30_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(javaScriptEnabled: boolean): Promise<{ page: Page; problems: readonly string[] }> {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    page.setDefaultTimeout(5000);
    const problems: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(server.url)) problems.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("favicon")) problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto(`${server.url}/docs`);
    return { page, problems };
  }

  it("sends what stands in a form and shows the answer as text, under the policy of every page", async () => {
    const { page, problems } = await open(true);
    const route = page.locator("#post-search");
    await route.getByRole("textbox").fill('{"query":"rooms"}');
    await route.getByRole("button", { name: "Send" }).click();
    const result = route.locator("form pre");
    await expect.poll(() => result.textContent()).toContain("rooms");
    expect(await result.textContent()).toMatch(/^200 application\/json/u);
    expect([await page.title(), await page.locator("img").count()]).toEqual(["Annalist: API", 0]);
    expect(problems.filter((each) => !each.includes("404"))).toEqual([]);
  });

  it("shows a refusal as it came, and can be used again", async () => {
    const { page } = await open(true);
    const route = page.locator("#post-ask");
    await route.getByRole("textbox").fill("{");
    await route.getByRole("button", { name: "Send" }).click();
    await expect.poll(() => route.locator("form pre").textContent()).toMatch(/^400 application\/problem\+json/u);
    expect(await route.getByRole("button", { name: "Send" }).isEnabled()).toBe(true);
  });

  it("is a plain list with examples where there is no JavaScript", async () => {
    const { page, problems } = await open(false);
    expect(await page.locator("form").count()).toBe(0);
    expect(await page.locator("#post-ask .example").textContent()).toContain('"question"');
    await page.locator("#post-ask summary").first().click();
    expect(await page.locator("#post-ask details pre").first().isVisible()).toBe(true);
    expect(problems.filter((each) => !each.includes("404"))).toEqual([]);
  });

  it("does not scroll sideways on a phone", async () => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await page.goto(`${server.url}/docs`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
