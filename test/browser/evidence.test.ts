import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeAnswer, paragraph, unanswerable } from "./answers.ts";
import { type BrowserSession, startBrowserSession } from "./browser-session.ts";
import { answering, answeringSlowly } from "./page-server.ts";

const browserPath = inject("browserPath");

describe.skipIf(browserPath === null)("the evidence", { timeout: 20_000 }, () => {
  let session: BrowserSession;
  beforeAll(async () => {
    session = await startBrowserSession(browserPath ?? "");
  }, 30_000);
  afterAll(() => session?.close());

  it("shows the quoted sentence marked inside its paragraph, with where it stands", async () => {
    const { page, ask } = await session.open("/inline");
    session.server.play(answering(makeAnswer()));
    await ask("When does it open?");
    await page.getByRole("button", { name: "Source 2: Library handbook" }).click();
    const panel = page.getByRole("dialog", { name: "Source 2" });
    expect(await panel.getByRole("blockquote").innerText()).toBe(paragraph);
    expect(await panel.locator("mark").innerText()).toBe(
      "It closes at 17:00, and at 13:00 on the eve of a public holiday.",
    );
    expect(await panel.getByRole("heading", { name: "Library handbook" }).count()).toBe(1);
    expect(await panel.getByRole("listitem").allInnerTexts()).toEqual(["Visiting", "Opening hours"]);
    const link = panel.getByRole("link", { name: "Open in the document" });
    expect(await link.evaluate((anchor: HTMLAnchorElement) => anchor.href)).toMatch(
      new RegExp(`^${session.server.origin}/read/library-handbook\\?cite=`, "u"),
    );
  });

  it("opens by keyboard, and Escape gives the focus back to the citation", async () => {
    const { page, ask } = await session.open("/inline");
    session.server.play(answering(makeAnswer()));
    await ask("When does it open?");
    const citation = page.getByRole("button", { name: "Source 1: Library handbook" });
    await citation.focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog", { name: "Source 1" });
    expect(await panel.evaluate((aside) => (aside.getRootNode() as ShadowRoot).activeElement === aside)).toBe(true);
    expect(await citation.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    expect(await panel.count()).toBe(0);
    expect(await citation.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button)).toBe(
      true,
    );
    expect(await citation.getAttribute("aria-expanded")).toBe("false");
  });

  it("shows the words around the sentence while the paragraph is not there yet", async () => {
    const { page, ask } = await session.open("/inline");
    session.server.play(answeringSlowly(makeAnswer(), 11));
    await ask("When does it open?");
    await page.getByRole("button", { name: "Source 1: Library handbook" }).click();
    expect(await page.getByRole("blockquote").innerText()).toBe(
      "…ing room is on the first floor. On Saturdays the reading room opens at 9:30. It closes at 17:00, and at 13:0…",
    );
    session.server.release();
  });

  it("leaves a bracket that is no citation as text", async () => {
    const { page, ask } = await session.open("/inline");
    session.server.play(answering(makeAnswer({ answer: "Row [7] of the table. [1]" })));
    await ask("Which row?");
    await page.locator(".short").waitFor();
    expect(await page.locator(".text").innerText()).toContain("Row [7] of the table.");
    expect(await page.locator(".citation").allInnerTexts()).toEqual(["1"]);
  });

  it("says what is missing and keeps the closest passages folded", async () => {
    const { page, ask } = await session.open("/inline");
    session.server.play(answering(unanswerable));
    await ask("When does it open on Sundays?");
    await page.getByText("Not in the documents").waitFor();
    expect(await page.locator(".text").innerText()).toBe(unanswerable.answer);
    expect(await page.getByText(paragraph).isVisible()).toBe(false);
    await page.getByText("Closest passages").click();
    expect(await page.getByText(paragraph).isVisible()).toBe(true);
  });

  it("links nowhere when the address leaves the server that was asked", async () => {
    const { page, ask } = await session.open("/inline");
    const [first] = makeAnswer().citations;
    if (first === undefined) throw new Error("The scripted answer has no citation.");
    session.server.play(answering(makeAnswer({ citations: [{ ...first, url: "https://elsewhere.example/read" }] })));
    await ask("When does it open?");
    await page.getByRole("button", { name: "Source 1: Library handbook" }).click();
    await page.getByRole("dialog", { name: "Source 1" }).waitFor();
    expect(await page.getByRole("link").count()).toBe(0);
  });
});
