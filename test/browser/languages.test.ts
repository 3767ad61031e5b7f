import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { ChatElement } from "../../src/widget/chat-element.ts";
import { makeAnswer } from "./answers.ts";
import { type BrowserSession, startBrowserSession } from "./browser-session.ts";
import { answering } from "./page-server.ts";

const browserPath = inject("browserPath");

describe.skipIf(browserPath === null)("languages", { timeout: 20_000 }, () => {
  let session: BrowserSession;
  beforeAll(async () => {
    session = await startBrowserSession(browserPath ?? "");
  }, 30_000);
  afterAll(() => session?.close());

  it.each([
    ["zh-CN", "ltr", "出处：2", "2023年5月15日"],
    ["ar", "rtl", "المصادر: 2", "مايو"],
  ])("speaks %s and reads %s, numbers and dates included", async (language, direction, sources, date) => {
    const { page } = await session.open("/inline");
    const chat = page.locator("annalist-chat");
    await chat.evaluate((element, tag) => element.setAttribute("lang", tag), language);
    session.server.play(answering(makeAnswer()));
    await chat.evaluate((element: ChatElement) => element.ask("When?"));
    expect(await page.locator(".evidence summary").innerText()).toBe(sources);
    expect(await page.locator(".origin").first().innerText()).toContain(date);
    expect(await page.locator(".frame").getAttribute("dir")).toBe(direction);
  });

  it("takes the words of another language from an attribute, and English for what it leaves out", async () => {
    const { page } = await session.open("/inline");
    await page.locator("annalist-chat").evaluate((chat) => {
      chat.setAttribute("lang", "fr");
      chat.setAttribute("strings", JSON.stringify({ inputLabel: "Votre question", sources: "Sources : {n}", send: 7 }));
    });
    expect(await page.getByRole("textbox", { name: "Votre question" }).count()).toBe(1);
    expect(await page.getByRole("button", { name: "Send", exact: true }).count()).toBe(1);
    expect(await page.locator(".frame").getAttribute("lang")).toBe("fr");
  });

  it("keeps the conversation when the language changes", async () => {
    const { page, ask } = await session.open("/inline");
    session.server.play(answering(makeAnswer()));
    await ask("When?");
    await page.locator(".short").waitFor();
    await page.locator("annalist-chat").evaluate((chat) => chat.setAttribute("lang", "zh"));
    expect(await page.locator(".short").innerText()).toContain("9:30");
    expect(await page.locator(".question").innerText()).toBe("您的提问:\nWhen?");
  });
});
