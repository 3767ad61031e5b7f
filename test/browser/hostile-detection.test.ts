import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type BrowserSession, startBrowserSession } from "./browser-session.ts";
import { makeHostilePayloads } from "./hostile-payloads.ts";
import {
  type ForeignServer,
  foreignNodes,
  startForeignServer,
  watchExecution,
  widgetElementNames,
} from "./hostile-watch.ts";

const browserPath = inject("browserPath");

/** What the tests of hostile texts would see if the chat took a text for markup: here a page does just that. */
describe.skipIf(browserPath === null)(
  "a page that takes hostile texts for markup is found out",
  { timeout: 60_000 },
  () => {
    let session: BrowserSession;
    let foreign: ForeignServer;
    beforeAll(async () => {
      session = await startBrowserSession(browserPath ?? "");
      foreign = await startForeignServer();
    }, 30_000);
    afterAll(async () => {
      await session?.close();
      await foreign?.close();
    });

    async function open(): Promise<{ page: Page; executed: readonly unknown[]; foreignRequests: readonly string[] }> {
      let executed: readonly unknown[] = [];
      const chat = await session.open("/inline", {}, async (page) => {
        executed = await watchExecution(page);
      });
      return { ...chat, executed };
    }

    it("by the functions that run and the servers that are called, for nearly every payload of plain markup", async () => {
      const { page, executed, foreignRequests } = await open();
      const payloads = makeHostilePayloads(foreign.origin).filter(({ family }) => family === "markup");
      await page.evaluate(
        insertAll,
        payloads.map(({ text }) => text),
      );
      const alive = () => {
        const loaded = foreign.asked.map((path) => Number(path.slice(1)));
        return payloads.filter(({ id }) => executed.includes(id) || loaded.includes(id)).length / payloads.length;
      };
      await expect.poll(alive, { timeout: 20_000 }).toBeGreaterThan(0.8);
      expect(new Set(executed).size).toBeGreaterThan(100);
      expect(new Set(foreign.asked).size).toBeGreaterThan(50);
      expect(foreignRequests.length).toBeGreaterThan(50);
    });

    it("by markup that comes alive only when it is parsed twice", async () => {
      const { page, executed } = await open();
      const payloads = makeHostilePayloads(foreign.origin).filter(({ family }) => family === "mutation");
      await page.evaluate(
        insertAll,
        payloads.map(({ text }) => text),
      );
      await expect.poll(() => new Set(executed).size).toBeGreaterThan(5);
    });

    it("by a link that runs when it is pressed", async () => {
      const { page, executed } = await open();
      await page.evaluate(insertAll, [`<a href="javascript:executed('pressed')">open</a>`]);
      await page.getByText("open", { exact: true }).click();
      await expect.poll(() => executed).toEqual(["pressed"]);
    });

    it("by elements, attributes and links in the chat that the widget never makes", async () => {
      const names = widgetElementNames();
      const never = /^(script|img|image|iframe|object|embed|style|link|base|form|template|input)$/u;
      expect(names.filter((name) => never.test(name))).toEqual([]);
      expect(names.length).toBeGreaterThan(15);
      const { page } = await open();
      const before = await page.evaluate(foreignNodes, names);
      await page.evaluate(insertIntoChat, [
        "<img>",
        "<b>bold</b>",
        `<p onclick="executed(1)">x</p>`,
        `<p style="color:red">x</p>`,
        `<a class="open" href="javascript:executed(1)">x</a>`,
        `<a class="open" href="${foreign.origin}">x</a>`,
        `<a href="/read/x">x</a>`,
        `<p class="note">an element of the widget</p>`,
      ]);
      expect([before, (await page.evaluate(foreignNodes, names)).length]).toEqual([[], 7]);
    });
  },
);

/** Runs in the page: the texts as HTML at its end, each in an element of its own. */
function insertAll(texts: readonly string[]): void {
  for (const text of texts) {
    const place = document.createElement("div");
    document.body.append(place);
    place.append(document.createRange().createContextualFragment(text));
  }
}

/** Runs in the page: the texts as HTML in the log of the chat. */
function insertIntoChat(texts: readonly string[]): void {
  const log = document.querySelector("annalist-chat")?.shadowRoot?.querySelector("[role=log]");
  for (const text of texts) log?.append(document.createRange().createContextualFragment(text));
}
