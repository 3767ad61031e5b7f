import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { ChatElement } from "../../src/widget/chat-element.ts";
import { makeAnswer } from "./answers.ts";
import { type BrowserSession, type ChatPage, startBrowserSession } from "./browser-session.ts";
import { answering, answeringSlowly } from "./page-server.ts";

const browserPath = inject("browserPath");

describe.skipIf(browserPath === null)("what a person can do with an answer", { timeout: 20_000 }, () => {
  let session: BrowserSession;
  beforeAll(async () => {
    session = await startBrowserSession(browserPath ?? "");
  }, 30_000);
  afterAll(() => session?.close());

  async function openAnswered(path = "/inline", options = {}): Promise<ChatPage> {
    const chat = await session.open(path, options);
    session.server.play(answering(makeAnswer()));
    await chat.ask("When does it open?");
    await chat.page.locator(".short").waitFor();
    return chat;
  }

  it("shows the evidence below the answer: each sentence among its words, with document and date", async () => {
    const { page } = await openAnswered();
    const evidence = page.locator(".evidence");
    expect(await evidence.evaluate((details: HTMLDetailsElement) => details.open)).toBe(true);
    expect(await evidence.locator(".cited").allInnerTexts()).toEqual(makeAnswer().citations.map(({ quote }) => quote));
    expect(await evidence.locator(".origin").first().innerText()).toBe("1 · Library handbook · May 15, 2023");
    expect(await page.locator(".confidence").innerText()).toBe("Well supported");
  });

  it("says how sure an answer is in words", async () => {
    const { page, ask } = await session.open("/inline");
    for (const [i, [confidence, words]] of (
      [
        [0.6, "Probably right"],
        [0.3, "Uncertain: check the evidence"],
      ] as const
    ).entries()) {
      session.server.play(answering(makeAnswer({ confidence })));
      await ask("When?");
      await page.locator(".confidence").nth(i).waitFor();
      expect(await page.locator(".confidence").nth(i).innerText()).toBe(words);
    }
  });

  it("shows a cited sentence while the pointer or the focus is on its marker, until Escape", async () => {
    const { page } = await openAnswered();
    const tooltip = page.locator(".tooltip").first();
    const marker = page.getByRole("button", { name: "Source 1: Library handbook" });
    expect(await tooltip.isVisible()).toBe(false);
    await marker.hover();
    expect(await tooltip.innerText()).toBe("On Saturdays the reading room opens at 9:30.");
    await tooltip.hover();
    expect(await tooltip.isVisible()).toBe(true);
    await page.mouse.move(0, 0);
    expect(await tooltip.isVisible()).toBe(false);
    await page.keyboard.press("Shift+Tab");
    await marker.focus();
    expect(await tooltip.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await tooltip.isVisible()).toBe(false);
  });

  it("copies the answer with its footnotes as Markdown", async () => {
    const { page } = await openAnswered("/inline", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("button", { name: "Copy answer" }).click();
    await page.getByText("Copied").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const [first, second] = makeAnswer().citations;
    expect(copied).toBe(
      "On Saturdays the reading room opens at 9:30.[^1] It closes at 17:00, and at 13:00 on the eve of a public holiday.[^2]\n\n" +
        `[^1]: “${first?.quote}” [Library handbook](<${session.server.origin}${first?.url}>)\n` +
        `[^2]: “${second?.quote}” [Library handbook](<${session.server.origin}${second?.url}>)`,
    );
  });

  it("sends a thumb at once, and a comment after it", async () => {
    const { page } = await openAnswered();
    await page.getByRole("button", { name: "Bad answer" }).click();
    await page.getByText("Thank you.").waitFor();
    expect(await page.getByRole("button", { name: "Bad answer" }).getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("textbox", { name: "What was good or wrong?" }).fill("Sundays are missing.");
    await page.locator(".feedback").getByRole("button", { name: "Send" }).click();
    await expect.poll(() => session.server.feedback.length).toBe(2);
    const { question, answer } = makeAnswer();
    const given = { answerId: "ans_1", question, answer, rating: "down" };
    expect(session.server.feedback).toEqual([given, { ...given, comment: "Sundays are missing." }]);
    expect(await focused(page)).toContain("Bad answer");
  });

  it("asks an edited question in place of the old one and of what came after it", async () => {
    const { page, ask, input } = await openAnswered();
    await ask("And on Sundays?");
    await page.locator(".short").nth(1).waitFor();
    await page.getByRole("button", { name: "Edit question" }).first().click();
    expect(await input.inputValue()).toBe("When does it open?");
    await page.getByRole("button", { name: "Cancel" }).click();
    expect(await input.inputValue()).toBe("");
    expect(await page.locator(".exchange").count()).toBe(2);
    await page.getByRole("button", { name: "Edit question" }).first().click();
    await ask("When does it close?");
    await page.locator(".short").waitFor();
    expect(await page.locator(".question").allInnerTexts()).toEqual(["You asked:\nWhen does it close?"]);
    expect(session.server.asked.at(-1)).toEqual({ question: "When does it close?", history: [] });
  });

  it("keeps the conversation over a reload, with its evidence, and goes on from it", async () => {
    const { page, ask } = await openAnswered();
    session.server.play(answeringSlowly(makeAnswer(), 5));
    await ask("And on Sundays?");
    await page.getByText("On Saturdays the", { exact: true }).waitFor();
    await page.reload();
    await page.locator(".short").waitFor();
    expect(await page.locator(".question").count()).toBe(2);
    await page.getByRole("button", { name: "Source 2: Library handbook" }).click();
    expect(await page.locator("mark").innerText()).toBe(makeAnswer().citations[1]?.quote);
    session.server.play(answering(makeAnswer()));
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".short").nth(1).waitFor();
    expect(session.server.asked.at(-1)).toMatchObject({ question: "And on Sundays?", history: [{}, {}] });
  });

  it("keeps nothing where persist is off", async () => {
    const { page } = await session.open("/inline");
    await page.locator("annalist-chat").evaluate((chat) => chat.setAttribute("persist", "off"));
    session.server.play(answering(makeAnswer()));
    await page.locator("annalist-chat").evaluate((chat: ChatElement) => chat.ask("When?"));
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it("begins a new conversation with the welcome, the focus in the question field", async () => {
    const { page } = await openAnswered();
    await page.getByRole("button", { name: "New conversation" }).click();
    expect(await page.locator(".exchange").count()).toBe(0);
    expect(await page.locator(".welcome").isVisible()).toBe(true);
    expect(await focused(page)).toContain("Your question");
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it("tells the page what happens, and does what the page asks for", async () => {
    const { page } = await session.open("/launcher");
    session.server.play(answering(makeAnswer()));
    const chat = page.locator("annalist-chat");
    await chat.evaluate((element: ChatElement) => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      for (const name of ["open", "close", "clear", "question", "answer", "citation"] as const) {
        document.addEventListener(`annalist-${name}`, () => seen.push(name));
      }
      element.open();
    });
    await chat.evaluate((element: ChatElement) => element.ask("When does it open?"));
    await page.getByRole("button", { name: "Source 1: Library handbook" }).click();
    await chat.evaluate((element: ChatElement) => {
      element.clear();
      element.close();
    });
    expect(await page.evaluate("seen")).toEqual(["open", "question", "answer", "citation", "clear", "close"]);
  });

  it("keeps the question field above a soft keyboard on a phone", async () => {
    const { page, input } = await session.open("/launcher", { viewport: { width: 390, height: 844 } });
    await page.getByRole("button", { name: "Open the chat" }).click();
    await page.evaluate(() => {
      const view = window.visualViewport;
      if (view === null) throw new Error("This browser has no visual viewport.");
      Object.defineProperty(view, "height", { value: 500 });
      view.dispatchEvent(new Event("resize"));
    });
    const box = await input.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(500);
  });
});

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector("annalist-chat")?.shadowRoot?.activeElement?.outerHTML ?? "");
}
