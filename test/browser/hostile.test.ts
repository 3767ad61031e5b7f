import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeAnswer, makeCitation } from "./answers.ts";
import { type BrowserSession, type ChatPage, startBrowserSession } from "./browser-session.ts";
import { answering, refusing } from "./page-server.ts";

const browserPath = inject("browserPath");

const payloads = [
  `<img src="https://foreign.example/a.png" onerror="globalThis.executed = 1">`,
  `<script src="https://foreign.example/b.js"></script><script>globalThis.executed = 1</script>`,
  `<svg onload="globalThis.executed = 1"><animate onbegin="globalThis.executed = 1" attributeName="x" dur="1s"/></svg>`,
  `"><iframe srcdoc="<script>parent.executed = 1</script>"></iframe>`,
  `</p></textarea></style><style>@import "https://foreign.example/c.css";</style>`,
  `<details open ontoggle="globalThis.executed = 1"><summary>x</summary></details>`,
  `![x](https://foreign.example/d.png) [y](javascript:globalThis.executed=1)`,
  `<a href="javascript:globalThis.executed=1">x</a><base href="https://foreign.example/">`,
  `<link rel="stylesheet" href="https://foreign.example/e.css"><meta http-equiv="refresh" content="0;url=https://foreign.example/">`,
  `{{constructor.constructor('globalThis.executed = 1')()}}`,
  `<annalist-chat endpoint="https://foreign.example"></annalist-chat>`,
  "&lt;img src=x onerror=globalThis.executed=1&gt; \u202e \u0000 \ud800 [1]",
];

const urls = [
  "javascript:globalThis.executed=1",
  "java\nscript:globalThis.executed=1",
  "data:text/html,<script>1</script>",
  "//foreign.example/x",
];

describe.skipIf(browserPath === null)("hostile surroundings", { timeout: 60_000 }, () => {
  let session: BrowserSession;
  beforeAll(async () => {
    session = await startBrowserSession(browserPath ?? "");
  }, 30_000);
  afterAll(() => session?.close());

  async function expectOnlyText({ page, foreignRequests }: ChatPage): Promise<void> {
    expect(await page.evaluate("globalThis.executed")).toBeUndefined();
    expect(foreignRequests).toEqual([]);
    expect(await page.evaluate(madeFromText)).toEqual([]);
  }

  it("renders markup as text in every field of an answer, runs none of it and loads nothing from elsewhere", async () => {
    const chat = await session.open("/inline");
    for (const [index, payload] of payloads.entries()) {
      const citation = {
        ...makeCitation(1, "Loans are renewed at the desk."),
        title: payload,
        quote: payload,
        prefix: payload,
        suffix: payload,
        url: urls[index % urls.length] ?? "",
      };
      const passage = { chunkId: payload, documentId: payload, start: 0, end: 1, text: payload, heading: [payload] };
      const answer = {
        short: payload,
        answer: `${payload} [1]`,
        citations: [citation],
        passages: [passage],
        suggestions: [payload],
      };
      session.server.play(answering(makeAnswer({ ...answer, status: index % 2 === 0 ? "answered" : "partial" })));
      await chat.ask(payload);
      const exchange = chat.page.locator(".exchange").nth(index);
      await exchange.locator(".short").waitFor();
      const shown = payload.replace("\ud800", "\ufffd");
      expect((await exchange.locator(".short").textContent())?.replace("\ud800", "\ufffd")).toContain(shown);
      await exchange.locator(".citation").last().click();
      expect((await chat.page.locator("mark").textContent())?.replace("\ud800", "\ufffd")).toBe(shown);
      await chat.page.keyboard.press("Escape");
      await expectOnlyText(chat);
    }
  });

  it("renders markup as text in closest passages and in the words of a refusal", async () => {
    const chat = await session.open("/inline");
    const passages = payloads.map((text) => ({
      chunkId: text,
      documentId: text,
      start: 0,
      end: 1,
      text,
      heading: [text],
    }));
    const nothing = { status: "unanswerable", reason: "not_in_corpus", short: null, citations: [] } as const;
    for (let from = 0; from < payloads.length; from += 3) {
      session.server.play(
        answering(makeAnswer({ ...nothing, answer: payloads[from] ?? "", passages: passages.slice(from) })),
      );
      await chat.ask("What is closest?");
      await chat.page
        .getByText("Closest passages")
        .nth(from / 3)
        .click();
    }
    session.server.play(refusing(422, payloads.join("\n")));
    await chat.ask("What is refused?");
    await chat.page.getByRole("alert").waitFor();
    await expectOnlyText(chat);
  });

  it("works under the strictest content security policy without one violation", async () => {
    const chat = await session.open("/");
    session.server.play(answering(makeAnswer()));
    await chat.ask("When does it open?");
    await chat.page.getByRole("button", { name: "Source 1: Library handbook" }).click();
    await chat.page.locator("mark").waitFor();
    expect(await chat.page.locator(".short").evaluate((short) => getComputedStyle(short).fontSize)).toBe("28px");
    expect(chat.consoleErrors).toEqual([]);
  });

  it("looks the same under the rules of a hostile page", async () => {
    const looks: unknown[] = [];
    for (const path of ["/launcher", "/hostile"]) {
      const { page } = await session.open(path, { reducedMotion: "reduce" });
      session.server.play(answering(makeAnswer()));
      await page.locator("annalist-chat[mode=launcher] .launcher").click();
      await page.keyboard.type("When does it open?");
      await page.keyboard.press("Enter");
      await page.locator(".short").waitFor();
      looks.push(await page.locator("annalist-chat[mode=launcher]").evaluate(look));
    }
    expect(looks[1]).toEqual(looks[0]);
  });
});

/** Elements that the widget never makes, and links to elsewhere: what a text could have become. */
function madeFromText(): string[] {
  const names = "img, iframe, base, link, style, animate, details[ontoggle], svg[onload]";
  const shadow = document.querySelector("annalist-chat")?.shadowRoot;
  const found = [
    ...document.querySelectorAll(names),
    ...(shadow?.querySelectorAll(`${names}, script, meta, annalist-chat`) ?? []),
  ];
  const links = [...(shadow?.querySelectorAll("a") ?? [])].filter(({ origin }) => origin !== location.origin);
  return [...found, ...links].map((element) => element.outerHTML);
}

function look(chat: Element): unknown {
  const names = [".frame", ".short", ".text", ".citation", ".input", ".send", ".question"];
  return names.map((name) => {
    const found = chat.shadowRoot?.querySelector(name);
    if (!found) return `${name} is missing`;
    const { x, y, width, height } = found.getBoundingClientRect();
    const { color, fontSize, lineHeight, textTransform, display } = getComputedStyle(found);
    return { name, x, y, width, height, color, fontSize, lineHeight, textTransform, display };
  });
}
