import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { widgetReference } from "../../src/http/widget-reference.ts";
import { type AppSession, startAppSession } from "./app-session.ts";

const browserPath = inject("browserPath");
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 800 };
const paths = ["/", "/docs", "/docs/widget"];

describe.skipIf(browserPath === null)("this server's own pages", { timeout: 60_000 }, () => {
  let session: AppSession;
  beforeAll(async () => {
    session = await startAppSession(browserPath ?? "");
  }, 120_000);
  afterAll(() => session?.close());

  it("answer an example question that is clicked, from the documents", async () => {
    const { page, problems } = await session.open("/", { viewport: phone });
    const example = page.locator(".questions button").first();
    const question = await example.innerText();
    await example.click();
    const chat = page.locator("annalist-chat");
    await chat.locator(".citation").first().waitFor();
    expect(await chat.locator(".question").innerText()).toBe(`You asked:\n${question}`);
    expect(await chat.locator(".cited").first().innerText()).not.toBe("");
    expect(await isInView(page, "annalist-chat")).toBe(true);
    expect(await page.getByRole("button", { name: "Good answer" }).count()).toBe(0);
    await chat.getByRole("button", { name: /^Source 1/u }).click();
    const link = await chat.getByRole("link", { name: "Open in the document" }).getAttribute("href");
    await page.goto(link ?? "");
    expect(await page.locator("article mark").first().isVisible()).toBe(true);
    expect(problems).toEqual([]);
  });

  it("show the whole chat on a desktop without scrolling", async () => {
    const { page } = await session.open("/", { viewport: desktop });
    const box = await page.locator("annalist-chat .frame").boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(desktop.height);
    expect(box?.height).toBeGreaterThan(500);
  });

  it("copy the code that embeds the chat, with the address of this server", async () => {
    const { page, problems } = await session.open("/", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("button", { name: "Copy: Embed as a button" }).click();
    await page.getByText("Copied").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `<script async src="${session.url}/widget.js"\n  data-mode="launcher"></script>`,
    );
    expect(problems).toEqual([]);
  });

  it("select the code where copying is not allowed", async () => {
    const { page } = await session.open("/");
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
    });
    await page.getByRole("button", { name: "Copy: Embed inside the page" }).click();
    await page.getByText("Selected; copy it with the keyboard").waitFor();
    expect(await page.evaluate(() => getSelection()?.toString())).toContain("<annalist-chat></annalist-chat>");
  });

  it("call the methods of the launcher and log the events of all chats as text", async () => {
    const { page, problems } = await session.open("/docs/widget", { viewport: desktop });
    const log = page.getByRole("log", { name: "Events" });
    const logged = () => log.locator("li code").allInnerTexts();
    await page.getByRole("button", { name: "open()" }).click();
    const launcher = page.locator("#corner");
    expect(await launcher.getByRole("textbox").isVisible()).toBe(true);
    await page.getByRole("textbox", { name: "Question", exact: true }).fill("When was the harbour <b>opened</b>?");
    await page.getByRole("button", { name: "ask()" }).click();
    await launcher.locator(".actions").waitFor();
    await page.getByRole("button", { name: "clear()" }).click();
    await page.getByRole("button", { name: "close()" }).click();
    expect((await logged()).toReversed()).toEqual([
      "annalist-open",
      "annalist-question",
      "annalist-answer",
      "annalist-clear",
      "annalist-close",
    ]);
    expect(await log.innerText()).toContain("When was the harbour <b>opened</b>?");
    expect(await log.locator("b").count()).toBe(0);
    await page.locator("#chinese .suggestion").first().click();
    await page.locator("#chinese .actions").waitFor();
    expect(await logged()).toContain("annalist-question");
    expect(await page.locator("#arabic .exchange").count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it("name every part that the chat shows, and style it from outside", async () => {
    const { page } = await session.open("/docs/widget", { viewport: desktop });
    const own = page.locator("#own");
    await own.locator(".suggestion").first().click();
    await own.getByRole("button", { name: /^Source 1/u }).click();
    const shown = await own.evaluate((chat) =>
      [...(chat.shadowRoot?.querySelectorAll("[part]") ?? [])].flatMap((each) => [...each.part]),
    );
    expect(new Set(shown).size).toBeGreaterThan(35);
    const named = widgetReference.parts.map(({ name }) => name);
    expect(shown.filter((part) => !named.includes(part))).toEqual([]);
    const color = await own.locator(".head").evaluate((head) => getComputedStyle(head).backgroundColor);
    expect(color).toBe("rgb(13, 63, 58)");
  });

  it.each(paths)(
    "%s: no problem in the console, no request to elsewhere, no sideways scroll at 320 pixels",
    async (path) => {
      const { page, problems } = await session.open(path, { viewport: { width: 320, height: 640 } });
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(problems).toEqual([]);
    },
  );

  it.each(paths)("%s: complete without JavaScript", async (path) => {
    const { page, problems } = await session.open(path, { javaScriptEnabled: false, viewport: desktop });
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(await page.locator("main button").count()).toBe(0);
    expect(await page.locator("main pre").first().isVisible()).toBe(true);
    if (path !== "/docs") expect(await page.locator("noscript").first().innerText()).toContain("JavaScript");
    expect(problems).toEqual([]);
  });

  it.each(paths)(
    "%s: no finding of axe-core, light or dark, on a phone or a desktop",
    { timeout: 180_000 },
    async (path) => {
      const { page } = await session.open(path);
      await page.waitForLoadState("networkidle");
      if (path === "/") await showAnswer(page);
      for (const colorScheme of ["light", "dark"] as const) {
        for (const viewport of [phone, desktop]) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize(viewport);
          const { violations, passes } = await new AxeBuilder({ page }).analyze();
          expect(passes.length).toBeGreaterThan(15);
          const found = violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(" "))]);
          expect([colorScheme, viewport.width, ...found]).toEqual([colorScheme, viewport.width]);
        }
      }
    },
  );
});

async function showAnswer(page: Page): Promise<void> {
  await page.locator(".questions button").first().click();
  await page.locator("annalist-chat .actions").waitFor();
}

function isInView(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= -1 && bottom <= innerHeight + 1;
  });
}
