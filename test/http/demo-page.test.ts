import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import type { Assistant } from "../../src/domain/assistant.ts";
import { createCatalog } from "../../src/domain/catalog.ts";
import type { Document } from "../../src/domain/document.ts";
import { glanceAtCorpus } from "../../src/http/corpus-glance.ts";
import { renderDemoPage } from "../../src/http/demo-page.ts";
import { demoScript } from "../../src/http/demo-script.ts";
import { makeDocument } from "../make-document.ts";
import { createFakeAssistant } from "./fake-assistant.ts";
import { createTestApp } from "./test-app.ts";

const handbook = makeDocument({
  id: "handbook",
  title: "Library handbook",
  date: "2023-05-15",
  text: "word ".repeat(2380),
});
const questions = (count: number) => Array.from({ length: count }, (_, i) => `Question ${i + 1}?`);

function render(documents: readonly Document[], suggestions: readonly string[] = []): string {
  return renderDemoPage({ glance: glanceAtCorpus(createCatalog(documents, [])), suggestions, keepsFeedback: true });
}

async function home(changes: Parameters<typeof createTestApp>[0] = {}): Promise<string> {
  return (await createTestApp(changes).request("/")).text();
}

describe("the demo page", () => {
  it("shows how many documents there are, their words, the time to read them and their dates", () => {
    const page = render([
      handbook,
      { ...handbook, id: "b", date: "2021-01-02", text: "One more." },
      { ...handbook, id: "c", date: null },
    ]);
    expect(page).toContain("<dt>documents</dt><dd>3</dd>");
    expect(page).toContain("<dt>words</dt><dd>4,762</dd>");
    expect(page).toContain("<dt>to read it all</dt><dd>21 min</dd>");
    expect(page).toContain(
      '<dt>published</dt><dd><time datetime="2021-01-02">Jan 2, 2021</time> to <time datetime="2023-05-15">May 15, 2023</time></dd>',
    );
  });

  it("rounds what was estimated", () => {
    const page = render(
      Array.from({ length: 300 }, (_, i) => ({ ...handbook, id: `d${i}`, text: "word ".repeat(2377) })),
    );
    expect(page).toContain("<dt>words</dt><dd>about 710,000</dd>");
    expect(page).toContain("<dt>to read it all</dt><dd>50 h</dd>");
  });

  it("lists documents with links to read them, their dates, words and times", () => {
    expect(render([handbook])).toContain(
      '<li><a href="/read/handbook" dir="auto">Library handbook</a> <span><time datetime="2023-05-15">May 15, 2023</time> · 2,380 words · 10 min</span></li>',
    );
  });

  it("escapes all text that comes from documents", () => {
    const hostile = `"'><script>&amp;</script>`;
    const page = render([{ ...handbook, id: hostile, title: hostile, date: hostile, text: hostile }], [hostile]);
    expect(page.match(/<script/gu)).toHaveLength(2);
    expect(page.match(/&quot;&#39;&gt;&lt;script&gt;&amp;amp;&lt;\/script&gt;/gu)).toHaveLength(4);
    expect(page).toContain('href="/read/%22&#39;%3E%3Cscript%3E%26amp%3B%3C%2Fscript%3E"');
  });

  it("needs no inline script, style or handler, and links to no image", () => {
    const page = render([handbook], ["When?"]);
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]* src=)|<img|rel="icon"/u);
    expect(page).toContain('<link rel="stylesheet" href="/demo.css">');
  });

  it("lists a few documents by name and counts the rest", () => {
    const page = render(Array.from({ length: 1500 }, (_, i) => ({ ...handbook, id: `d${i}`, text: "A few words." })));
    expect(page.match(/href="\/read\//gu)).toHaveLength(8);
    expect(page).toContain("and 1,492 more");
  });

  it("gives the questions that the chat itself doesn't offer; where there are no others, the same", () => {
    const shown = (count: number) =>
      [...render([handbook], questions(count)).matchAll(/<li dir="auto">(Question \d+)/gu)].map(([, text]) => text);
    expect(shown(20)).toEqual(["Question 5", "Question 6", "Question 7"]);
    expect(shown(4)).toEqual(["Question 1", "Question 2", "Question 3"]);
    expect(render([handbook])).not.toContain("Questions it answers");
  });

  it("stands without documents", () => {
    const page = render([]);
    expect(page).toContain("<dt>documents</dt><dd>0</dd>");
    expect(page).toContain("<dt>to read it all</dt><dd>0 min</dd>");
    expect(page).toContain("npm run ingest");
    expect(page).not.toContain("published");
  });
});

describe("GET /", () => {
  it("goes through the corpus once for each assistant", async () => {
    let readings = 0;
    const counted = (changes: Partial<Assistant>): Assistant => {
      const assistant = createFakeAssistant(changes);
      return {
        ...assistant,
        documents: (collection) => {
          readings++;
          return assistant.documents(collection);
        },
      };
    };
    const [first, second] = [counted({}), counted({ suggestions: () => ["And on Sundays?"] })];
    let served = first;
    const app = createTestApp({ assistant: () => served });
    const page = async () => (await app.request("/")).text();
    expect(await page()).toBe(await page());
    expect(readings).toBe(1);
    served = second;
    expect(await page()).toContain("And on Sundays?");
    expect(readings).toBe(2);
    served = first;
    expect(await page()).not.toContain("And on Sundays?");
    expect(readings).toBe(2);
  });

  it("asks for no feedback where the server keeps none", async () => {
    expect(await home()).toMatch(/<annalist-chat [^>]* feedback="off">/u);
    const kept = await home({ feedback: { add: async () => undefined } });
    expect(kept).toContain("<annalist-chat ");
    expect(kept).not.toContain('feedback="off"');
  });

  it("loads this server's own style and scripts, and nothing else, each of which is there", async () => {
    const page = await home();
    const loaded = [...page.matchAll(/(?:src|<link[^>]*href)="([^"]+)"/gu)].map(([, address]) => address as string);
    expect(loaded).toEqual(["/demo.css", "/widget.js", "/demo.js"]);
    const links = [...page.matchAll(/<a [^>]*href="(\/[^"]*)"/gu)].map(([, address]) => address as string);
    expect(links).toEqual(expect.arrayContaining(["/docs", "/docs/widget", "/read/library-handbook"]));
    const app = createTestApp();
    for (const path of [...loaded, ...links]) expect([path, (await app.request(path)).status]).toEqual([path, 200]);
  });

  it("works without an index", async () => {
    expect(await home({ assistant: () => null })).toContain("<annalist-chat");
  });
});

describe("GET /demo.js", () => {
  it("is a script, in strict mode, that makes elements and text and no markup", async () => {
    const response = await createTestApp().request("/demo.js");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(await response.text()).toBe(demoScript);
    expect(() => new Script(demoScript)).not.toThrow();
    expect(demoScript.startsWith('"use strict";')).toBe(true);
    expect(demoScript).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function/u);
  });
});

describe("GET /favicon.ico", () => {
  it("is an image, so that no browser complains of a missing one", async () => {
    const response = await createTestApp().request("/favicon.ico");
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
  });
});
