import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeAnswer } from "./answers.ts";
import { type BrowserSession, startBrowserSession } from "./browser-session.ts";
import { answering } from "./page-server.ts";

const browserPath = inject("browserPath");
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

describe.skipIf(browserPath === null)("the layout", { timeout: 20_000 }, () => {
  let session: BrowserSession;
  beforeAll(async () => {
    session = await startBrowserSession(browserPath ?? "");
  }, 30_000);
  afterAll(() => session?.close());

  it.each(["/", "/inline", "/launcher"])(
    "does not scroll sideways on a phone, with a long word, on %s",
    async (path) => {
      const { page, ask } = await session.open(path, phone);
      session.server.play(answering(makeAnswer({ short: "x".repeat(300), answer: `${"y".repeat(300)} [1]` })));
      if (path === "/launcher") await page.getByRole("button", { name: "Open the chat" }).click();
      await ask("z".repeat(300));
      await page.getByRole("button", { name: "Source 1: Library handbook" }).click();
      await page.locator("mark").waitFor();
      const widths = await page.evaluate(() => {
        const log = document.querySelector("annalist-chat")?.shadowRoot?.querySelector("[role=log]");
        return [document.documentElement.scrollWidth, (log?.scrollWidth ?? 0) - (log?.clientWidth ?? 0)];
      });
      expect(widths).toEqual([390, 0]);
    },
  );

  it("fills the screen of a phone when the launcher is open", async () => {
    const { page } = await session.open("/launcher", phone);
    await page.getByRole("button", { name: "Open the chat" }).click();
    expect(await page.getByRole("dialog").boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  });

  it("opens from the launcher into the question field and closes with Escape back to the launcher", async () => {
    const { page, input } = await session.open("/launcher");
    const launcher = page.getByRole("button", { name: "Open the chat" });
    await launcher.focus();
    await page.keyboard.press("Enter");
    expect(await input.evaluate((field) => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await input.isVisible()).toBe(false);
    expect(await launcher.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button)).toBe(
      true,
    );
  });

  it("puts the evidence beside the conversation where there is room, else below it; never over it", async () => {
    const boxes = [];
    for (const width of [1200, 390]) {
      const { page, ask } = await session.open("/inline", { viewport: { width, height: 844 } });
      session.server.play(answering(makeAnswer()));
      await ask("When does it open?");
      await page.getByRole("button", { name: "Source 1: Library handbook" }).click();
      boxes.push([await page.getByRole("log").boundingBox(), await page.getByRole("dialog").boundingBox()]);
    }
    const [[wideLog, widePanel] = [], [narrowLog, narrowPanel] = []] = boxes;
    expect(widePanel?.x).toBeGreaterThanOrEqual((wideLog?.x ?? 0) + (wideLog?.width ?? 0));
    expect(narrowPanel?.width).toBe(narrowLog?.width);
    expect(narrowPanel?.y).toBeGreaterThanOrEqual((narrowLog?.y ?? 0) + (narrowLog?.height ?? 0));
  });

  it("names every control for assistive technology", async () => {
    const { page, ask } = await session.open("/inline");
    session.server.play(answering(makeAnswer()));
    await ask("When does it open?");
    await page.getByRole("button", { name: "Source 1: Library handbook" }).click();
    const tree = (await page.locator("annalist-chat").ariaSnapshot()).replaceAll(session.server.origin, "");
    expect(tree).toMatchInlineSnapshot(`
      "- region "Ask the documents":
        - paragraph: Ask the documents
        - button "New conversation"
        - log "Conversation":
          - article:
            - paragraph: "You asked: When does it open?"
            - button "Edit question"
            - paragraph: "Short answer: 9:30"
            - paragraph:
              - text: On Saturdays the reading room opens at 9:30.
              - superscript:
                - 'button "Source 1: Library handbook" [expanded]': "1"
              - text: It closes at 17:00, and at 13:00 on the eve of a public holiday.
              - superscript:
                - 'button "Source 2: Library handbook"': "2"
            - group:
              - text: "Sources: 2"
              - list:
                - listitem:
                  - paragraph:
                    - text: 1 ·
                    - link "Library handbook":
                      - /url: /read/library-handbook?cite=8123-8167
                    - text: · May 15, 2023
                  - blockquote: …room is on the first floor. On Saturdays the reading room opens at 9:30. It closes at 17:00, and at…
                - listitem:
                  - paragraph:
                    - text: 2 ·
                    - link "Library handbook":
                      - /url: /read/library-handbook?cite=8168-8232
                    - text: · May 15, 2023
                  - blockquote: …reading room opens at 9:30. It closes at 17:00, and at 13:00 on the eve of a public holiday. Loans are renewed at the…
            - paragraph: Well supported
            - status
            - button "Copy answer"
            - button "Good answer"
            - button "Bad answer"
            - list "Suggested questions":
              - listitem:
                - button "When does it open on Sundays?"
        - status: "Short answer: 9:30. On Saturdays the reading room opens at 9:30. It closes at 17:00, and at 13:00 on the eve of a public holiday. Sources: 2."
        - dialog "Source 1":
          - paragraph: Source 1
          - link "Open in the document":
            - /url: /read/library-handbook?cite=8123-8167
          - button "Close"
          - heading "Library handbook" [level=2]
          - paragraph: May 15, 2023
          - list:
            - listitem: Visiting
            - listitem: Opening hours
          - blockquote:
            - text: The reading room is on the first floor.
            - mark: On Saturdays the reading room opens at 9:30.
            - text: It closes at 17:00, and at 13:00 on the eve of a public holiday. Loans are renewed at the desk.
        - status
        - textbox "Your question":
          - /placeholder: Ask a question
        - button "Send" [disabled]"
    `);
  });

  it("takes its colours from the scheme of the device, or from its own theme", async () => {
    const { page } = await session.open("/inline", { colorScheme: "dark" });
    const background = () => page.locator(".frame").evaluate((frame) => getComputedStyle(frame).backgroundColor);
    expect(await background()).toBe("rgb(26, 25, 23)");
    await page.locator("annalist-chat").evaluate((chat) => chat.setAttribute("theme", "light"));
    expect(await background()).toBe("rgb(255, 253, 250)");
  });

  it("does not move for people who ask for reduced motion", async () => {
    const { page, ask } = await session.open("/inline", { reducedMotion: "reduce" });
    session.server.play(answering(makeAnswer()));
    await ask("When does it open?");
    expect(await page.locator(".short").evaluate((short) => getComputedStyle(short).animationName)).toBe("none");
  });

  it("keeps the sentence marked and the focus visible in forced colours", async () => {
    const { page, ask } = await session.open("/inline", { forcedColors: "active" });
    session.server.play(answering(makeAnswer()));
    await ask("When does it open?");
    const citation = page.getByRole("button", { name: "Source 1: Library handbook" });
    await page.keyboard.press("Shift+Tab");
    await citation.focus();
    expect(await citation.evaluate((button) => getComputedStyle(button).outlineStyle)).toBe("solid");
    await page.keyboard.press("Enter");
    const [marked, plain] = await page
      .locator("mark")
      .evaluate((mark) => [
        getComputedStyle(mark).backgroundColor,
        getComputedStyle(mark.closest(".panel") as Element).backgroundColor,
      ]);
    expect(marked).not.toBe(plain);
  });
});
