import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeAnswer } from "./answers.ts";
import { type BrowserSession, startBrowserSession } from "./browser-session.ts";
import { answering, answeringSlowly } from "./page-server.ts";

const browserPath = inject("browserPath");

describe.skipIf(browserPath === null)("a conversation", { timeout: 20_000 }, () => {
  let session: BrowserSession;
  beforeAll(async () => {
    session = await startBrowserSession(browserPath ?? "");
  }, 30_000);
  afterAll(() => session?.close());

  it("shows the words as they come, and the short answer above them when the answer is complete", async () => {
    const { page, ask } = await session.open("/inline");
    session.server.play(answeringSlowly(makeAnswer(), 5));
    await ask("When does the reading room open on Saturdays?");
    await page.getByText("On Saturdays the", { exact: true }).waitFor();
    expect(await page.locator(".short").count()).toBe(0);
    session.server.release();
    await page.locator(".short").waitFor();
    expect(await page.locator(".text").innerText()).toContain("public holiday.");
    expect(await page.locator(".short").innerText()).toContain("9:30");
    const [short, text] = [await page.locator(".short").boundingBox(), await page.locator(".text").boundingBox()];
    expect(short?.y).toBeLessThan(text?.y ?? 0);
  });

  it("keeps the question in view while a long answer grows, and stays where a person has scrolled to", async () => {
    const { page, ask } = await session.open("/inline");
    const log = page.getByRole("log");
    const long = makeAnswer({ answer: "word ".repeat(1000).trim() });
    session.server.play(answering(long));
    await ask("What is long?");
    await page.locator(".short").waitFor();
    await ask("What is longer?");
    await page.locator(".short").nth(1).waitFor();
    const [question, view] = [await page.locator(".question").last().boundingBox(), await log.boundingBox()];
    expect(question?.y).toBeGreaterThan(view?.y ?? 0);
    expect(question?.y).toBeLessThan((view?.y ?? 0) + 60);
    session.server.play(answeringSlowly(long, 500));
    await ask("And longest?");
    await page.locator(".text").nth(2).filter({ hasText: "word" }).waitFor();
    await log.evaluate((element) => {
      element.scrollTop = 0;
    });
    session.server.release();
    await page.locator(".short").nth(2).waitFor();
    expect(await log.evaluate((element) => element.scrollTop)).toBe(0);
  });

  it("sends with Enter, breaks the line with Shift+Enter and sends no empty question", async () => {
    const { page, input } = await session.open("/inline");
    session.server.play(answering(makeAnswer()));
    const before = session.server.asked.length;
    await input.press("Enter");
    await input.pressSequentially("first line");
    await input.press("Shift+Enter");
    await input.pressSequentially("second line");
    await input.press("Enter");
    await page.locator(".short").waitFor();
    expect(session.server.asked.slice(before).map(({ question }) => question)).toEqual(["first line\nsecond line"]);
    expect(await input.inputValue()).toBe("");
  });

  it("does not send while an input method is composing", async () => {
    const { page, input } = await session.open("/inline");
    await input.fill("北京");
    await input.evaluate((field) =>
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true })),
    );
    expect(await input.inputValue()).toBe("北京");
    expect(await page.locator(".exchange").count()).toBe(0);
  });

  it("sends what was said before with a follow-up question", async () => {
    const { page, ask } = await session.open("/inline");
    const answer = makeAnswer();
    session.server.play(answering(answer));
    await ask("When does the reading room open on Saturdays?");
    await page.locator(".short").waitFor();
    await ask("And when does it close?");
    await page.locator(".short").nth(1).waitFor();
    expect(session.server.asked.at(-1)).toEqual({
      question: "And when does it close?",
      history: [
        { role: "user", content: "When does the reading room open on Saturdays?" },
        { role: "assistant", content: answer.answer },
      ],
    });
  });

  it("stops an answer, closes the connection, keeps the words and leaves them out of the history", async () => {
    const { page, ask } = await session.open("/inline");
    session.server.play(answeringSlowly(makeAnswer(), 5));
    await ask("When does it open?");
    await page.getByText("On Saturdays the", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await session.server.hungUp();
    await page.getByText("You stopped this answer.").waitFor();
    expect(await page.locator(".text").innerText()).toBe("On Saturdays the");
    session.server.play(answering(makeAnswer()));
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".short").waitFor();
    expect(session.server.asked.at(-1)).toEqual({ question: "When does it open?", history: [] });
    expect(await page.locator(".exchange").count()).toBe(1);
  });

  it("closes the connection when the element leaves the page", async () => {
    const { page, ask } = await session.open("/inline");
    session.server.play(answeringSlowly(makeAnswer(), 5));
    await ask("When does it open?");
    await page.getByText("On Saturdays the", { exact: true }).waitFor();
    await page.locator("annalist-chat").evaluate((chat) => chat.remove());
    await session.server.hungUp();
  });

  it("announces an answer once, when it is complete, without its markers", async () => {
    const { page, ask } = await session.open("/inline");
    await page.locator("annalist-chat").evaluate((chat) => {
      const status = chat.shadowRoot?.querySelector(".chat > [role=status]");
      const said: string[] = [];
      Object.assign(globalThis, { said });
      if (status) new MutationObserver(() => said.push(status.textContent ?? "")).observe(status, { childList: true });
    });
    session.server.play(answeringSlowly(makeAnswer(), 5));
    await ask("When does it open?");
    await page.getByText("On Saturdays the", { exact: true }).waitFor();
    expect(await page.evaluate("said")).toEqual([]);
    expect(await page.getByRole("log").getAttribute("aria-busy")).toBe("true");
    session.server.release();
    await page.locator(".short").waitFor();
    expect(await page.evaluate("said")).toEqual([
      "Short answer: 9:30. On Saturdays the reading room opens at 9:30. It closes at 17:00, and at 13:00 on the eve of a public holiday. Sources: 2.",
    ]);
    expect(await page.getByRole("log").getAttribute("aria-live")).toBe("off");
  });

  it("offers questions to start with and to go on with", async () => {
    const { page, input } = await session.open("/inline");
    session.server.play(answering(makeAnswer()));
    await page.getByRole("button", { name: "Where are loans renewed?" }).click();
    await page.getByRole("button", { name: "When does it open on Sundays?" }).click();
    await page.locator(".short").nth(1).waitFor();
    expect(session.server.asked.slice(-2).map(({ question }) => question)).toEqual([
      "Where are loans renewed?",
      "When does it open on Sundays?",
    ]);
    expect(await input.evaluate((field) => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(true);
  });

  it("counts code points near the limit and sends nothing beyond it", async () => {
    const { page, input } = await session.open("/inline");
    const counter = page.locator("#counter");
    await input.fill("😀".repeat(1799));
    expect(await counter.innerText()).toBe("");
    await input.fill("😀".repeat(1990));
    expect(await counter.innerText()).toBe("Characters left: 10");
    await input.fill("😀".repeat(2001));
    expect(await counter.innerText()).toBe("Characters too many: 1");
    await input.press("Enter");
    expect(await page.locator(".exchange").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Send", exact: true }).getAttribute("aria-disabled")).toBe("true");
  });
});
