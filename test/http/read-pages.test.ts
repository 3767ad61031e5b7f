import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/domain/document.ts";
import { renderDocument } from "../../src/http/render-document.ts";
import { makeDocument } from "../make-document.ts";
import { createFakeAssistant } from "./fake-assistant.ts";
import { createTestApp } from "./test-app.ts";

const text = "First page & its end.\n\nA paragraph that runs\nover to the second page.\n\nThird page.\n";
const starts = [0, text.indexOf("over"), text.indexOf("Third"), text.length];
const report = makeDocument({
  id: "report",
  title: "Report",
  author: 'A. <b>"Author"',
  publisher: "The office",
  date: "2024-02-01",
  url: "https://office.example/files/report.pdf?a=1&b=2",
  mediaType: "application/pdf",
  pages: starts,
  text,
});

async function read(query: string, changes: Partial<Document> = {}): Promise<string> {
  const assistant = createFakeAssistant({ document: () => ({ ...report, ...changes }) });
  return (await createTestApp({ assistant: () => assistant }).request(`/read/report${query}`)).text();
}

const cite = (quote: string) => `cite=${text.indexOf(quote)}-${text.indexOf(quote) + quote.length}`;

describe("a document with pages", () => {
  it("shows where each begins: between paragraphs, or inside one that it begins in", async () => {
    const page = await read("");
    const start = (number: number, element: string) =>
      `<${element} class="page" id="page-${number}" data-page="${number}" role="separator" aria-label="page ${number}"></${element}>`;
    expect(page).toContain(
      `<article id="text" dir="ltr">\n${start(1, "div")}\n<p id="p-1">First page &amp; its end.<a`,
    );
    expect(page).toContain(`runs\n${start(2, "span")}over to the second page.<a`);
    expect(page).toContain(`${start(3, "div")}\n<p id="p-3">Third page.<a`);
    expect(page).toContain(`</p>\n${start(4, "div")}\n</article>`);
  });

  it("keeps the number out of the text, where the style sheet shows it", async () => {
    expect(await (await createTestApp().request("/reader.css")).text()).toContain("attr(data-page)");
    expect(await read("")).not.toMatch(/<(?:div|span) class="page"[^>]*>[^<]/u);
  });

  it("says above the text on which page each citation is, with links to both", async () => {
    const page = await read(`?${cite("Third page.")}&${cite("First page & its end.")}`);
    expect(page).toContain(
      '<ul class="cited">\n<li><a href="#cite-1">Citation 1</a>: <a href="#page-3">page 3</a></li>\n' +
        '<li><a href="#cite-2">Citation 2</a>: <a href="#page-1">page 1</a></li>\n</ul>',
    );
    expect(await read("")).not.toContain('class="cited"');
  });

  it("links a citation to the mark that it was joined with", async () => {
    const page = await read("?cite=0-10&cite=5-20");
    expect(page).toContain('<a href="#cite-1">Citation 2</a>');
    expect(page).not.toContain('id="cite-2"');
  });

  it("leaves a citation that was not found out of the list, and out of the link to the file", async () => {
    const page = await read(`?cite=0-5&${cite("Third page.")}&v=000000000000&quote=nowhere&quote=Third+page.`);
    expect(page).toContain('role="status">Citation 1 was');
    expect(page).toContain('<ul class="cited">\n<li><a href="#cite-2">Citation 2</a>: <a href="#page-3">');
    expect(page).toContain("b=2#page=3");
  });

  it("marks across the beginning of a page", async () => {
    const page = await read(`?${cite("runs\nover")}`);
    expect(page).toMatch(/autofocus>runs\n<span class="page" id="page-2"[^>]*><\/span>over<\/mark> to/u);
  });

  it("has none of it where the document has no pages", async () => {
    const page = await read(`?${cite("Third page.")}`, { pages: null });
    expect(page).not.toMatch(/page-\d|data-page|class="cited"|#page=/u);
  });
});

describe("the byline", () => {
  it("names author, publisher and date, escaped; who is both stands there once", async () => {
    expect(await read("")).toContain(
      '<p>A. &lt;b&gt;&quot;Author&quot; · The office · <time datetime="2024-02-01">2024-02-01</time> · <a href=',
    );
    expect(await read("", { author: "The office" })).toContain(
      '<p>The office · <time datetime="2024-02-01">2024-02-01</time> · ',
    );
  });

  it.each([
    ["a PDF at the page of the first citation", {}, "https://office.example/files/report.pdf?a=1&amp;b=2#page=3"],
    ["a PDF by its name", { mediaType: "text/plain", url: "http://a.example/b.PDF" }, "http://a.example/b.PDF#page=3"],
    ["another page as it is", { mediaType: "text/html", url: "https://a.example/b" }, "https://a.example/b"],
    ["a place inside the file as it is", { url: "https://a.example/b.pdf#intro" }, "https://a.example/b.pdf#intro"],
    ["a document without pages as it is", { pages: null, url: "https://a.example/b.pdf" }, "https://a.example/b.pdf"],
  ])("opens %s", async (_, changes: Partial<Document>, href) => {
    const query = `?${cite("Third page.")}&${cite("First")}`;
    expect(await read(query, changes)).toContain(`<a href="${href}" rel="noreferrer noopener">original</a>`);
  });

  it("opens a PDF as it is where nothing is cited", async () => {
    expect(await read("")).toContain('b=2" rel="noreferrer');
  });

  it("never links a script, whatever it ends in", async () => {
    expect(await read("?cite=0-5", { url: "javascript:alert(1)//a.pdf" })).not.toContain("javascript:");
  });
});

describe("the text rendered", () => {
  it.each(["text/plain", "text/markdown", "application/pdf"])(
    "keeps every letter of %s in its order, whatever is marked and wherever pages begin",
    (mediaType) => {
      const offsets = fc.array(fc.nat(80), { maxLength: 6 }).map((list) => list.sort((a, b) => a - b));
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 24 }), offsets, offsets, (pieces, ends, pages) => {
          const source = pieces.join("");
          const marks = ends.slice(1).map((end, i) => ({ number: i + 1, start: ends[i] as number, end }));
          const { html } = renderDocument({ text: source, title: "", mediaType }, { marks, pages });
          expect(html.match(/id="page-\d+"/gu) ?? []).toEqual(pages.map((_, i) => `id="page-${i + 1}"`));
          expect(lettersOf(shownText(html))).toBe(lettersOf(source));
          expect(unbalanced(html)).toEqual([]);
          expect(lettersOf(markedText(html))).toBe(
            lettersOf(marks.map(({ start, end }) => source.slice(start, end)).join("")),
          );
        }),
        { numRuns: 1000 },
      );
    },
  );
});

const piece = fc.constantFrom(
  ...'word |\n|\n\n|<b>|& |"|\n \n|&amp;|x|# |\n- |\n2. |\n> |> |**|*|_|`|``|```\n|\n```js\n|[a](b c)|[a](http://b/c_d_)|\\*|\n---\n|===|    code|\t|  \n|---\n|T: v\n'.split(
    "|",
  ),
  "|",
  "\n| a | b |\n|---|:-:|\n| c | d |",
);

function shownText(html: string): string {
  return html
    .replace(/<summary>[^<]*<\/summary>/gu, "")
    .replace(/<[^>]*>/gu, "")
    .replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => entities[entity] ?? "");
}

function markedText(html: string): string {
  return Array.from(html.matchAll(/<mark[^>]*>(.*?)<\/mark>/gsu), ([, words = ""]) => shownText(words)).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** The numbers of a list's items are attributes. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, "");
}

/** Tags that close what isn't open, or leave something open. */
function unbalanced(html: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/gu)) {
    if (name === "br" || name === "hr") continue;
    if (slash === "") open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}
