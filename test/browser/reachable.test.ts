import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeAnswer, unanswerable } from "./answers.ts";
import { type BrowserSession, type ChatPage, startBrowserSession } from "./browser-session.ts";
import { answering, answeringSlowly, refusing } from "./page-server.ts";
import { visitStates } from "./visit-states.ts";

const browserPath = inject("browserPath");

describe.skipIf(browserPath === null)("the chat without a mouse or without sight", { timeout: 120_000 }, () => {
  let session: BrowserSession;
  beforeAll(async () => {
    session = await startBrowserSession(browserPath ?? "");
  }, 30_000);
  afterAll(() => session?.close());

  async function openAnswered(path = "/inline", options: BrowserContextOptions = {}): Promise<ChatPage> {
    const chat = await session.open(path, options, async (page) => page.setDefaultTimeout(20_000));
    session.server.play(answering(makeAnswer()));
    if (path === "/launcher") await chat.page.getByRole("button", { name: "Open the chat" }).click();
    await chat.ask("When does it open?");
    await chat.page.locator(".short").waitFor();
    return chat;
  }

  it("says each answer once, when it is complete, and nothing in any live region before", async () => {
    const { page, ask } = await session.open("/inline");
    await page.locator("annalist-chat").evaluate(recordLiveRegions);
    for (const question of ["When does it open?", "And when does it close?"]) {
      session.server.play(answeringSlowly(makeAnswer({ short: question }), 9));
      await page.evaluate("said.length = 0");
      await ask(question);
      await page.getByText("On Saturdays the reading", { exact: false }).last().waitFor();
      expect(await page.evaluate("said")).toEqual([]);
      session.server.release();
      await page.locator(".short").filter({ hasText: question }).waitFor();
      const said = await page.evaluate<string[]>("said");
      expect(said).toHaveLength(1);
      expect(said[0]).toContain(`Short answer: ${question}. On Saturdays`);
    }
  });

  it("never loses the focus to the page, whatever is pressed", async () => {
    const { page, input } = await session.open("/launcher");
    const steps: string[] = [];
    const press = async (name: string, then: () => Promise<unknown> = async () => {}) => {
      await page.getByRole("button", { name, exact: true }).last().focus();
      await page.keyboard.press("Enter");
      await then();
      steps.push(`${name}: ${await focusedName(page)}`);
    };
    session.server.play(answeringSlowly(makeAnswer(), 5));
    await press("Open the chat");
    await input.fill("When does it open?");
    await press("Send", () => page.getByText("On Saturdays the", { exact: true }).waitFor());
    await press("Stop", () => page.getByText("You stopped this answer.").waitFor());
    session.server.play(refusing(500, "No."));
    await press("Try again", () => page.getByRole("alert").waitFor());
    session.server.play(answering(makeAnswer()));
    await press("Try again", () => page.locator(".short").waitFor());
    await press("Source 1: Library handbook", () => page.locator("mark").waitFor());
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    steps.push(`Escape in the panel: ${await focusedName(page)}`);
    await press("Source 2: Library handbook");
    await page.locator(".close-panel").focus();
    await page.keyboard.press("Enter");
    steps.push(`Close of the panel: ${await focusedName(page)}`);
    await press("Edit question");
    await press("Cancel");
    await press("Edit question");
    await page.keyboard.press("Escape");
    steps.push(`Escape while editing: ${await focusedName(page)}`);
    await press("Good answer", () => page.getByText("Thank you.").waitFor());
    await page.locator(".comment").fill("Well done.");
    await page.locator(".feedback .retry").focus();
    await page.keyboard.press("Enter");
    steps.push(`Comment sent: ${await focusedName(page)}`);
    await press("Copy answer");
    await press("When does it open on Sundays?", () => page.locator(".short").nth(1).waitFor());
    await press("New conversation");
    await press("Where are loans renewed?", () => page.locator(".short").waitFor());
    await press("Close");
    expect(steps).toMatchInlineSnapshot(`
      [
        "Open the chat: Your question",
        "Send: Stop",
        "Stop: Send",
        "Try again: Your question",
        "Try again: Your question",
        "Source 1: Library handbook: Source 1",
        "Escape in the panel: Source 1: Library handbook",
        "Source 2: Library handbook: Source 2",
        "Close of the panel: Source 2: Library handbook",
        "Edit question: Your question",
        "Cancel: Your question",
        "Edit question: Your question",
        "Escape while editing: Your question",
        "Good answer: Good answer",
        "Comment sent: Good answer",
        "Copy answer: Copy answer",
        "When does it open on Sundays?: Your question",
        "New conversation: Your question",
        "Where are loans renewed?: Your question",
        "Close: Open the chat",
      ]
    `);
  });

  it("is walked through by Tab in the order in which it reads, and left again", async () => {
    const { page } = await openAnswered();
    await page.locator(".citation").first().click();
    await page.locator("mark").waitFor();
    await page.evaluate(() => {
      const [before, after] = ["before", "after"].map((text) =>
        Object.assign(document.createElement("button"), { textContent: text }),
      );
      document.body.prepend(before ?? "");
      document.body.append(after ?? "");
    });
    await page.getByText("before").focus();
    const order: string[] = [];
    for (let i = 0; i < 30 && order.at(-1) !== "after"; i++) {
      await page.keyboard.press("Tab");
      order.push(await focusedName(page));
    }
    expect(order).toMatchInlineSnapshot(`
      [
        "New conversation",
        "Conversation",
        "Edit question",
        "Source 1: Library handbook",
        "Source 2: Library handbook",
        "Sources: 2",
        "Library handbook",
        "Library handbook",
        "Copy answer",
        "Good answer",
        "Bad answer",
        "When does it open on Sundays?",
        "Open in the document",
        "Close",
        "Your question",
        "Send",
        "after",
      ]
    `);
  });

  it("has no target smaller than 24 by 24 pixels, links in a line of text aside", async () => {
    const chat = await session.open("/launcher", { viewport: { width: 390, height: 844 } });
    const small: string[] = [];
    const check = async (state: string) => {
      const found = await chat.page.evaluate(smallTargets);
      small.push(...found.map((each) => `${state}: ${each}`));
    };
    await check("closed");
    await chat.page.getByRole("button", { name: "Open the chat" }).click();
    await check("empty");
    await visitStates(session, chat, check);
    expect(small).toEqual([]);
  });

  it.each([
    ["at 200 %", { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
    ["320 pixels wide", { viewport: { width: 320, height: 568 } }],
  ])("cuts nothing off and does not scroll sideways %s", async (_, size) => {
    for (const path of ["/inline", "/launcher"]) {
      const { page, ask, input } = await openAnswered(path, size);
      session.server.play(answering(unanswerable));
      await ask("When does it open on Sundays?");
      await page.getByText("Closest passages").click();
      await page.locator(".citation").first().click();
      await page.locator("mark").waitFor();
      expect(await page.evaluate(cutOff)).toEqual([]);
      await input.scrollIntoViewIfNeeded();
      const [field, log] = [await input.boundingBox(), await page.getByRole("log").boundingBox()];
      expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(size.viewport.height);
      expect(log?.height).toBeGreaterThan(24);
    }
  });

  it("keeps borders, the mark and what is pressed in forced colours", async () => {
    const { page } = await openAnswered("/launcher", { forcedColors: "active" });
    await page.locator(".citation").first().click();
    await page.getByRole("button", { name: "Good answer" }).click();
    const visible = await page.locator("annalist-chat").evaluate((chat) => {
      const root = chat.shadowRoot as ShadowRoot;
      const style = (selector: string) => getComputedStyle(root.querySelector(selector) as Element);
      const borders = [".frame", ".field", ".send", ".citation", ".comment", ".retry"].map((selector) => {
        const { borderTopStyle, borderTopWidth, borderTopColor } = style(selector);
        const { backgroundColor } = style(".frame");
        return borderTopStyle === "solid" && borderTopWidth === "1px" && borderTopColor !== backgroundColor;
      });
      const differ = (a: string, b: string) => style(a).backgroundColor !== style(b).backgroundColor;
      const fills = ["up", "down"].map((rating) => style(`[data-rating=${rating}] .icon`).fill);
      return { borders, mark: differ("mark", ".panel"), open: differ(".citation", ".frame"), pressed: fills };
    });
    expect(visible).toEqual({
      borders: Array(6).fill(true),
      mark: true,
      open: true,
      pressed: [expect.stringContaining("rgb"), "none"],
    });
  });

  it.each([
    ["reduce", 0],
    ["no-preference", 1],
  ] as const)("moves nothing for people who want less motion: %s", async (reducedMotion, moving) => {
    const { page, ask } = await session.open("/inline", { reducedMotion });
    session.server.play(answeringSlowly(makeAnswer(), 1));
    await ask("When does it open?");
    await page.locator(".waiting").waitFor();
    const running = () => document.querySelector("annalist-chat")?.shadowRoot?.getAnimations().length;
    expect(await page.evaluate(running)).toBe(moving);
    session.server.release();
  });

  it("is mirrored where people read from right to left", async () => {
    const places = [];
    for (const language of ["en", "ar"]) {
      const { page } = await session.open("/inline", { viewport: { width: 1000, height: 800 } });
      const chat = page.locator("annalist-chat");
      await chat.evaluate((element, tag) => element.setAttribute("lang", tag), language);
      session.server.play(answering(makeAnswer()));
      await chat.evaluate((element) => (element as unknown as { ask(question: string): Promise<void> }).ask("When?"));
      await page.locator(".citation").first().click();
      places.push(await page.evaluate(centres));
    }
    const [english = [], arabic = []] = places;
    expect(english.filter(({ x }, index) => Math.abs(x + (arabic[index]?.x ?? 2) - 1) > 0.01)).toEqual([]);
    expect(english.find(({ name }) => name === ".panel")?.x).toBeGreaterThan(0.7);
  });
});

/** Runs in the page on the chat: every change in a live region is put into `said`. */
function recordLiveRegions(chat: Element): void {
  const said: string[] = [];
  Object.assign(globalThis, { said });
  const isLive = (element: Element | null): element is Element =>
    element !== null &&
    element.getAttribute("aria-live") !== "off" &&
    element.matches("[role=status], [role=alert], [aria-live]");
  const observer = new MutationObserver((records) => {
    const regions = records.map(({ target }) => {
      let element = target instanceof Element ? target : target.parentElement;
      while (element !== null && !element.matches("[role=status], [role=alert], [role=log], [aria-live]"))
        element = element.parentElement;
      return element;
    });
    for (const region of new Set(regions))
      if (isLive(region) && region.textContent !== "") said.push(region.textContent ?? "");
  });
  observer.observe(chat.shadowRoot as ShadowRoot, { childList: true, characterData: true, subtree: true });
}

/** What has the focus, by its name; the page itself is `body`. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const outer = document.activeElement;
    const active = outer?.shadowRoot?.activeElement ?? outer;
    const id = active?.getAttribute("aria-labelledby");
    const label = id ? active?.parentElement?.querySelector(`#${id}`)?.textContent : active?.getAttribute("aria-label");
    return label ?? active?.textContent?.slice(0, 60) ?? active?.localName ?? "nothing";
  });
}

/** Runs in the page: what can be pressed and is smaller than WCAG 2.2, 2.5.8 asks for. */
function smallTargets(): string[] {
  const root = document.querySelector("annalist-chat")?.shadowRoot;
  const targets = [...(root?.querySelectorAll("button, summary, textarea, .open") ?? [])];
  return targets
    .map((target) => ({ target, box: target.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
    .map(({ target, box }) => `${target.className || target.localName} ${box.width} x ${box.height}`);
}

/** Runs in the page: what reaches out of the frame sideways, or hides a part of itself. */
function cutOff(): string[] {
  const root = document.querySelector("annalist-chat")?.shadowRoot;
  const frame = root?.querySelector(".frame")?.getBoundingClientRect();
  const shown = [...(root?.querySelectorAll(".frame, .frame *:not(.unseen, .icon *, .tooltip)") ?? [])];
  const out = shown.filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    const isOut = width > 0 && (left < (frame?.left ?? 0) - 1 || right > (frame?.right ?? 0) + 1);
    return (
      isOut ||
      (element instanceof HTMLElement && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
    );
  });
  const page = document.documentElement;
  return [
    ...out.map(({ className, localName }) => `${localName} ${className}`),
    ...(page.scrollWidth > page.clientWidth ? ["page"] : []),
  ];
}

/** Runs in the page: where the middle of each part is across the frame, from 0 to 1. */
function centres(): { name: string; x: number }[] {
  const root = document.querySelector("annalist-chat")?.shadowRoot as ShadowRoot;
  const boxes = [".frame", ".send", ".clear", ".close-panel", ".panel", ".asked .action", ".transcript"].map((name) => {
    const { left, width } = root.querySelector(name)?.getBoundingClientRect() ?? new DOMRect();
    return { name, middle: left + width / 2, width, left };
  });
  const [frame, ...parts] = boxes;
  return parts.map(({ name, middle }) => ({ name, x: (middle - (frame?.left ?? 0)) / (frame?.width ?? 1) }));
}
