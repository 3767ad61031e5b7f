import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type RunningServer, startServer } from "../../src/node/serve.ts";
import { createFakeAssistant } from "../http/fake-assistant.ts";
import { createTestApp } from "../http/test-app.ts";
import { arabic, chinese, chronicle, letter, readerDocuments, readPath, report } from "./reader-documents.ts";

const browserPath = inject("browserPath");
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 900 };
/** A busy machine is slow to draw. */
const patience = { timeout: 15_000 };

const inYear = "In year 3 of the survey, the harbour handled 12503 containers and *no* ship was turned away.";
const last = "The last sentence of the chronicle stands here, and the light still turns.";
const crane = "its crane was sold in 1951.";
const cited = readPath(chronicle, [inYear, last, crane]);
const lost = `cite=0-4&quote=${encodeURIComponent("It never opened <b>at all</b>.")}`;
const everyPage: readonly (readonly [name: string, path: string])[] = [
  ["a long Markdown document", readPath(chronicle)],
  ["its cited sentences", cited],
  ["a PDF", readPath(report, ["The board met eleven times in the year under review."])],
  ["a plain text and a lost citation", `${readPath(letter, ["The storm broke the lamp on Friday."])}&${lost}`],
  ["an Arabic document", readPath(arabic, ["تضررت المنارة يوم الجمعة."])],
  ["a Chinese document", readPath(chinese, ["灯塔在星期五损坏。"])],
];

describe.skipIf(browserPath === null)("the reader page", { timeout: 120_000 }, () => {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    const assistant = createFakeAssistant({ document: (id) => readerDocuments.find((each) => each.id === id) ?? null });
    server = await startServer({ app: createTestApp({ assistant: () => assistant }), host: "127.0.0.1", port: 0 });
    browser = await chromium.launch({ executablePath: browserPath ?? "", args: ["--no-sandbox", "--disable-quic"] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await browser.newContext({ viewport: desktop, ...options })).newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(server.url + path);
    return page;
  }

  /** Whether an element stands between the bar at the top and the end of the window. */
  async function isInView(page: Page, selector: string): Promise<boolean> {
    const box = await page.locator(selector).boundingBox();
    const height = page.viewportSize()?.height ?? 0;
    return box !== null && box.y >= 40 && box.y + 20 <= height;
  }

  const barShown = async (page: Page) => (await page.locator(".bar p:visible").allTextContents()).join("|");

  describe.each([
    ["on a phone", phone],
    ["on a desktop", desktop],
  ])("without JavaScript %s", (_name, viewport) => {
    const plain = { javaScriptEnabled: false, viewport };

    it("opens at the first citation", async () => {
      const page = await open(cited, plain);
      await expect.poll(() => isInView(page, "#cite-1"), patience).toBe(true);
      expect(await page.locator("#cite-1").textContent()).toBe(
        "In year 3 of the survey, the harbour handled 12503 containers and ",
      );
      expect(await barShown(page)).toBe("Citation 1 of 3 Next");
    });

    it("goes from one citation to the next and back", async () => {
      const page = await open(cited, plain);
      await page.getByRole("link", { name: "Next: citation 2" }).click();
      await expect.poll(() => isInView(page, "#cite-2"), patience).toBe(true);
      expect(await barShown(page)).toBe("Citation 2 of 3 Previous Next");
      await page.getByRole("link", { name: "Next: citation 3" }).click();
      await expect.poll(() => isInView(page, "#cite-3"), patience).toBe(true);
      expect(await barShown(page)).toBe("Citation 3 of 3 Previous");
      await page.getByRole("link", { name: "Previous: citation 2" }).click();
      await expect.poll(() => isInView(page, "#cite-2"), patience).toBe(true);
    });

    it("goes to a heading from the outline", async () => {
      const page = await open(readPath(chronicle), plain);
      const summary = page.locator(".outline summary");
      const entry = page.locator(".outline").getByRole("link", { name: "Section 9: what the years brought" });
      expect(await entry.isVisible()).toBe(viewport === desktop);
      if (viewport === phone) await summary.click();
      await entry.click();
      const heading = page.getByRole("heading", { name: "Section 9: what the years brought" });
      const id = (await heading.getAttribute("id")) ?? "";
      await expect.poll(() => isInView(page, `#${id}`), patience).toBe(true);
    });
  });

  it("sets the outline beside the text where the window is wide, above it where it is narrow", async () => {
    const wide = await open(readPath(chronicle));
    const [outline, article] = [
      await wide.locator(".outline").boundingBox(),
      await wide.locator("article").boundingBox(),
    ];
    expect((outline?.x ?? 0) + (outline?.width ?? 0)).toBeLessThanOrEqual(article?.x ?? 0);
    const narrow = await open(readPath(chronicle), { viewport: phone });
    const [above, below] = [
      await narrow.locator(".outline").boundingBox(),
      await narrow.locator("article").boundingBox(),
    ];
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
  });

  it("has 60 to 75 characters in a full line", async () => {
    const page = await open(readPath(letter));
    const perLine = await page.locator("#p-3").evaluate((paragraph) => {
      const lines = Math.round(
        paragraph.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(paragraph).lineHeight),
      );
      return (paragraph.textContent ?? "").length / lines;
    });
    // A last line that is half empty takes some away.
    expect(perLine).toBeGreaterThan(50);
    expect(perLine).toBeLessThan(75);
  });

  it.each(everyPage)(
    "doesn't scroll sideways at 320 pixels, nor at twice the size on a small desktop: %s",
    async (_name, path) => {
      for (const width of [320, 640]) {
        const page = await open(path, { viewport: { width, height: 450 }, deviceScaleFactor: 2 });
        await page.locator("details").evaluateAll((all) => {
          for (const each of all) each.setAttribute("open", "");
        });
        expect([width, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([width, width]);
      }
    },
  );

  describe.each(["light", "dark"] as const)("in the %s scheme", (colorScheme) => {
    it.each(everyPage)("breaks no rule of axe: %s", async (_name, path) => {
      for (const viewport of [phone, desktop]) {
        const page = await open(path, { colorScheme, viewport });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary])).toEqual([]);
      }
    });
  });

  it("links to each paragraph, shown when it has the focus and no part of what is copied", async () => {
    const page = await open(readPath(letter));
    const link = page.locator("#p-3 .anchor");
    const opacity = () => link.evaluate((element) => getComputedStyle(element).opacity);
    expect(await opacity()).toBe("0");
    await page.locator("#p-3").hover();
    expect(await opacity()).toBe("1");
    expect(await link.getAttribute("href")).toBe("#p-3");
    await link.evaluate((element) => element.focus());
    const copied = await page.locator("#p-3").evaluate((paragraph) => {
      getSelection()?.selectAllChildren(paragraph);
      return getSelection()?.toString();
    });
    expect(copied).toBe(await page.locator("#p-3").textContent());
    expect(copied).toMatch(/^The harbour .* small\.$/u);
  });

  it("reads from right to left in Arabic, and says which language a text is in", async () => {
    const page = await open(readPath(arabic));
    const article = page.locator("article");
    expect([await article.getAttribute("lang"), await article.getAttribute("dir")]).toEqual(["ar", "rtl"]);
    const [item, box] = [await page.locator("article li").first().boundingBox(), await article.boundingBox()];
    expect((item?.x ?? 0) + (item?.width ?? 0)).toBeLessThan((box?.x ?? 0) + (box?.width ?? 0));
    expect(await (await open(readPath(chinese))).locator("article").getAttribute("lang")).toBe("zh");
  });

  it("prints the text alone, dark on white, cited words underlined", async () => {
    const page = await open(cited, { colorScheme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    for (const selector of [".outline", ".bar", ".skip"]) expect(await page.locator(selector).isVisible()).toBe(false);
    const mark = await page.locator("#cite-1").evaluate((element) => getComputedStyle(element).borderBottomStyle);
    expect(mark).toBe("solid");
    expect((await page.pdf({ format: "A4" })).byteLength).toBeGreaterThan(10_000);
  });

  it("marks cited words in forced colours", async () => {
    const page = await open(cited, { forcedColors: "active" });
    const [mark, text] = await page.evaluate(() =>
      ["#cite-1", "article"].map(
        (selector) => getComputedStyle(document.querySelector(selector) as Element).backgroundColor,
      ),
    );
    expect(mark).not.toBe(text);
  });

  it("says what the words of a lost citation were, and no markup of theirs comes to be", async () => {
    const page = await open(`${readPath(letter)}?${lost}`);
    expect(await page.locator(".lost blockquote").textContent()).toBe("It never opened <b>at all</b>.");
    expect(await page.locator("b, script, img").count()).toBe(0);
  });

  it("loads nothing but its style, and leads to no other site but the original", async () => {
    const page = await open(readPath(chronicle));
    const links = await page.locator("a").evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
    expect(links.filter((href) => !href.startsWith("#"))).toEqual([chronicle.url]);
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname),
    );
    expect(loaded.filter((path) => path !== "/favicon.ico")).toEqual(["/reader.css"]);
  });
});
