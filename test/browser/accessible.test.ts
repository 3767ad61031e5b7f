import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { ChatElement } from "../../src/widget/chat-element.ts";
import { makeAnswer } from "./answers.ts";
import { type BrowserSession, startBrowserSession } from "./browser-session.ts";
import { findViolations } from "./find-violations.ts";
import { answering } from "./page-server.ts";
import { visitStates } from "./visit-states.ts";

const browserPath = inject("browserPath");
const phone = { viewport: { width: 390, height: 844 } };
const desktop = { viewport: { width: 1280, height: 900 } };

describe.skipIf(browserPath === null)("axe-core finds nothing wrong", { timeout: 180_000 }, () => {
  let session: BrowserSession;
  beforeAll(async () => {
    session = await startBrowserSession(browserPath ?? "");
  }, 30_000);
  afterAll(() => session?.close());

  it.each([
    ["launcher", "a phone", phone],
    ["inline", "a desktop", desktop],
  ] as const)("in any state, light and dark, %s on %s", async (mode, _, size) => {
    const chat = await session.open(`/${mode}`, { ...size, reducedMotion: "reduce" });
    const { page } = chat;
    const found: Record<string, string[]> = {};
    const states: string[] = [];
    const check = async (state: string) => {
      states.push(state);
      const violations = await findViolations(page);
      if (violations.length > 0) found[state] = violations;
    };
    if (mode === "launcher") {
      await check("closed");
      await page.getByRole("button", { name: "Open the chat" }).click();
    }
    await page.locator(".suggestion").first().waitFor();
    await check("questions to start with");
    await page.locator(".welcome .suggestions").evaluate((list) => list.remove());
    await check("empty");
    await visitStates(session, chat, check);
    expect(found).toEqual({});
    expect(states.length).toBeGreaterThanOrEqual(15);
  });

  it.each(["zh", "ar"])("in an answer in %s with its evidence open, under the strictest policy", async (language) => {
    const { page } = await session.open("/", phone);
    const chat = page.locator("annalist-chat");
    await chat.evaluate((element, tag) => element.setAttribute("lang", tag), language);
    session.server.play(answering(makeAnswer()));
    await chat.evaluate((element: ChatElement) => element.ask("When?"));
    await page.locator(".citation").first().click();
    await page.locator("mark").waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  it("unless something is wrong", async () => {
    const { page } = await session.open("/inline", desktop);
    await page.locator("annalist-chat").evaluate((chat) => {
      const button = document.createElement("button");
      chat.shadowRoot?.querySelector(".head")?.append(button);
    });
    expect((await findViolations(page)).filter((each) => each.startsWith("dark button-name"))).toHaveLength(1);
  });
});
