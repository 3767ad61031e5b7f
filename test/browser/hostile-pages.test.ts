import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { documentIds } from "../../src/corpus/document-id.ts";
import { normalizeText } from "../../src/corpus/normalize-text.ts";
import { createCatalog } from "../../src/domain/catalog.ts";
import type { Document } from "../../src/domain/document.ts";
import { type RunningServer, startServer } from "../../src/node/serve.ts";
import { createFakeAssistant } from "../http/fake-assistant.ts";
import { createTestApp } from "../http/test-app.ts";
import { makeDocument } from "../make-document.ts";
import { makeHostilePayloads } from "./hostile-payloads.ts";
import { type ForeignServer, startForeignServer, watchExecution } from "./hostile-watch.ts";

const browserPath = inject("browserPath");

/** Payloads in one document. */
const perDocument = 60;

/** Elements that the reader and the demo page are made of. */
const readerNames = "html head meta title link body main header h1 p a article mark br div blockquote span time".split(
  " ",
);
const markdownNames =
  "h2 h3 h4 h5 h6 ul ol li pre code table thead tbody tr th td hr em strong del nav details summary small".split(" ");
const demoNames = "script section h2 h3 ul li dl dt dd pre code footer noscript annalist-chat nav b button".split(" ");

describe.skipIf(browserPath === null)("hostile documents in the pages of the server", { timeout: 80_000 }, () => {
  let server: RunningServer;
  let foreign: ForeignServer;
  let browser: Browser;
  let documents: readonly Document[];
  let texts: readonly string[];
  beforeAll(async () => {
    foreign = await startForeignServer();
    texts = makeHostilePayloads(foreign.origin).map(({ text }) => normalizeText(text).toWellFormed());
    documents = makeDocuments(texts);
    const inMarkdown = documents.map((each) => ({ ...each, id: `${each.id}-marked-up`, mediaType: "text/markdown" }));
    const short = makeDocument({ id: "short", text: "A short document." });
    // The first four are left to the chat; the others together hold all.
    const third = Math.ceil(texts.length / 3);
    const suggestions = () => [
      "a",
      "b",
      "c",
      "d",
      ...[0, 1, 2].map((i) => questionOf(texts.slice(i * third, (i + 1) * third))),
    ];
    const assistant = createFakeAssistant({ ...createCatalog([...documents, ...inMarkdown, short], []), suggestions });
    server = await startServer({ app: createTestApp({ assistant: () => assistant }), host: "127.0.0.1", port: 0 });
    browser = await chromium.launch({ executablePath: browserPath ?? "", args: ["--no-sandbox", "--disable-quic"] });
  }, 30_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await foreign?.close();
  });

  async function open(bypassCSP: boolean): Promise<{ page: Page; problems: readonly unknown[] }> {
    const page = await (await browser.newContext({ bypassCSP })).newPage();
    page.setDefaultTimeout(20_000);
    const problems: unknown[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(`${server.url}/`)) problems.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("404")) problems.push(message.text());
    });
    page.on("pageerror", ({ message }) => problems.push(message));
    const executed = await watchExecution(page);
    return { page, problems: new Proxy(problems, { get: (list, key) => Reflect.get([...list, ...executed], key) }) };
  }

  it.each([
    ["without the policy, so that what runs is seen", true],
    ["without one violation of the policy", false],
  ])("stay text in the reader, whole: %s", async (_, bypassCSP) => {
    const { page, problems } = await open(bypassCSP);
    for (const document of documents) {
      const quote = document.text.split("\n", 1)[0] ?? "";
      const query = new URLSearchParams({ cite: `0-${quote.length}`, v: "000000000000", quote });
      await page.goto(`${server.url}/read/${encodeURIComponent(document.id)}?${query}`);
      expect(spaced(await page.locator("article").evaluate((article) => article.textContent))).toBe(
        spaced(document.text),
      );
      expect(spaced(await page.locator("h1").textContent())).toBe(spaced(document.title));
      expect(spaced(await page.locator("title").textContent())).toBe(spaced(document.title));
      expect(spaced(await page.locator("header p").first().textContent())).toContain(spaced(document.author));
      expect(await page.evaluate(otherElements, readerNames)).toEqual([]);
    }
    expect([[...problems], foreign.asked]).toEqual([[], []]);
  });

  it.each([true, false])(
    "become no more than blocks and emphasis as Markdown in the reader, policy off: %s",
    async (bypassCSP) => {
      const { page, problems } = await open(bypassCSP);
      for (const { id, text } of documents) {
        await page.goto(`${server.url}/read/${encodeURIComponent(id)}-marked-up?cite=0-${text.length}`);
        expect(await page.locator("article mark").count()).toBeGreaterThan(0);
        expect(await page.evaluate(otherElements, [...readerNames, ...markdownNames])).toEqual([]);
      }
      expect([[...problems], foreign.asked]).toEqual([[], []]);
    },
  );

  it.each([
    ["quote", 200],
    ["v", 200],
    ["cite", 422],
  ] as const)("stay text in a link's %s", async (name, status) => {
    const { page, problems } = await open(true);
    const address = `${server.url}/read/short?`;
    const replies = await Promise.all(
      texts.map((text) => {
        const link = { cite: "0-1", v: "000000000000", quote: "not there", [name]: text };
        return fetch(address + new URLSearchParams(link));
      }),
    );
    expect(replies.filter((reply) => reply.status !== status)).toEqual([]);
    await page.goto(address);
    const bodies = await Promise.all(replies.map((reply) => reply.text()));
    const made = await page.evaluate(elementsOf, status === 200 ? bodies : []);
    expect(made.filter((each) => !readerNames.includes(each))).toEqual([]);
    for (const reply of replies)
      expect(reply.headers.get("content-type")).toMatch(status === 200 ? /html/u : /problem\+json$/u);
    expect([...problems]).toEqual([]);
  });

  it.each([true, false])(
    "stay text in the list of documents and of questions on the demo page, policy off: %s",
    async (bypassCSP) => {
      const { page, problems } = await open(bypassCSP);
      await page.goto(server.url);
      const questions = await page.locator(".questions li").evaluateAll((all) => all.map((each) => each.textContent));
      expect(spaced(questions.join(" "))).toBe(spaced(questionOf(texts)));
      const titles = await page.locator(".documents a").evaluateAll((all) => all.map((each) => each.textContent));
      expect(titles.map(spaced)).toEqual(documents.slice(0, 8).map(({ title }) => spaced(title)));
      expect(await page.evaluate(otherElements, [...readerNames, ...demoNames])).toEqual([]);
      expect([[...problems].filter((each) => !String(each).includes("customElements")), foreign.asked]).toEqual([
        [],
        [],
      ]);
    },
  );
});

/** Documents whose text, title, author, publisher and file are payloads; together they hold all. */
function makeDocuments(texts: readonly string[]): readonly Document[] {
  const groups = Array.from({ length: Math.ceil(texts.length / perDocument) }, (_, i) =>
    texts.slice(i * perDocument, (i + 1) * perDocument),
  );
  const paths = groups.map((group) => `${group.slice(0, 3).join("")}.txt`);
  const ids = documentIds(paths.map((path) => ({ path, keys: [null] })));
  return groups.map((group, i) => {
    const joined = group.join(" ");
    return makeDocument({
      id: ids[i]?.[0] ?? "",
      path: paths[i] ?? "",
      text: `${group.join("\n\n")}\n`,
      title: joined,
      author: joined,
      publisher: joined,
      date: joined,
      language: joined,
      mediaType: "text/plain",
      url: `javascript:${joined}`,
    });
  });
}

function questionOf(texts: readonly string[]): string {
  return texts.join(" ");
}

/** As a page holds it: HTML drops or replaces null characters, and white space may be shown as one space. */
function spaced(text: string | null): string {
  return (text ?? "")
    .replace(/[\0\ufffd]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Runs in the page: names of the elements that some pages are made of. */
function elementsOf(pages: readonly string[]): string[] {
  const parser = new DOMParser();
  const elements = pages.flatMap((html) => [...parser.parseFromString(html, "text/html").querySelectorAll("*")]);
  return [...new Set(elements.map(({ localName }) => localName))];
}

/** Runs in the page: elements beyond these, and links that leave the server. */
function otherElements(names: readonly string[]): string[] {
  const others = [...document.querySelectorAll("*")].filter(({ localName }) => !names.includes(localName));
  const links = [...document.querySelectorAll("a")].filter(({ origin }) => origin !== location.origin);
  return [...others, ...links].map(({ outerHTML }) => outerHTML.slice(0, 200));
}
