import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseOrExplain } from "../../src/corpus/parse-corpus.ts";
import { parseFile } from "../../src/corpus/parse-file.ts";
import { blocksOf, expectCanonical, readDraft } from "./read-draft.ts";

const prose = "The old harbour lies below the town, and its walls were built of the stone of the hill. "
  .repeat(4)
  .trim();
const page = (body: string, head = "") =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

describe("a web page", () => {
  it("is its article, without navigation, scripts, styles and images", async () => {
    const html = page(
      `<nav><a href="/">Home</a> <a href="/news">News</a></nav>
       <article><h1>The Harbour</h1><p>${prose}</p><h2>Its walls</h2><p>${prose}</p><img src="http://x.example/a.png" alt="A wall"></article>
       <script>alert("never")</script><footer><a href="/imprint">Imprint</a></footer>`,
      "<style>p { color: red }</style>",
    );
    const draft = await readDraft("a.html", html);
    expectCanonical(draft);
    expect(draft.text).not.toMatch(/Home|alert|color|Imprint|png|A wall/u);
    expect(blocksOf(draft)).toContainEqual(["Its walls", prose]);
  });

  it("is its whole body where the article would leave half of it out", async () => {
    const html = page(
      "<h1>Towns</h1><table><tr><th>Town</th><th>People</th></tr><tr><td>Alba</td><td>1,200 | 3</td></tr></table><p>Short.</p>",
    );
    expect(blocksOf(await readDraft("a.htm", html))).toEqual([
      ["", "| Town | People |", "| Alba | 1,200 \\| 3 |"],
      ["", "Short."],
    ]);
  });

  it("keeps the words of links and emphasis alone, so that a quote reads as prose", async () => {
    const html = page(
      `<p>Ships <b>come</b> from <a href="http://x.example/a">the <i>far</i> south</a>, says <code>a_log</code>.</p>`,
    );
    expect((await readDraft("a.html", html)).text).toBe("Ships come from the far south, says a_log.");
  });

  it("has lists, quotations and code as Markdown", async () => {
    const html = page(
      "<ul><li>One<ul><li>Nested</li></ul></li><li>Two</li></ul><ol start=3><li>Three</li></ol><blockquote><p>Said so.</p></blockquote><pre>let a = 1;\nlet b;</pre>",
    );
    const draft = await readDraft("a.html", html);
    expect(draft.text).toBe("- One\n\n  - Nested\n- Two\n\n3. Three\n\n> Said so.\n\n```\nlet a = 1;\nlet b;\n```");
    expect(blocksOf(draft)).toEqual([
      ["", "One", "Nested", "Two"],
      ["", "Three"],
      ["", "Said so."],
      ["", "let a = 1;", "let b;"],
    ]);
  });

  it("carries no raw HTML, and words that look like Markdown stay prose", async () => {
    const html = page(
      "<p>&lt;script&gt;alert(1)&lt;/script&gt; is harmless.</p><p># no heading</p><p>1984. was long</p><p>- no item<br>=====</p>",
    );
    const draft = await readDraft("a.html", html);
    expect(blocksOf(draft)).toEqual([
      ["", "\\<script>alert(1)\\</script> is harmless."],
      ["", "\\# no heading"],
      ["", "1984\\. was long"],
      ["", "\\- no item\n\\====="],
    ]);
  });

  it("leaves out what a reader of the page doesn't see", async () => {
    const html = page(
      `<p>Seen.</p><p hidden>Secret one.</p><p style="display: none">Secret two.</p><template><p>Secret three.</p></template><noscript>Secret four.</noscript>`,
    );
    expect((await readDraft("a.html", html)).text).toBe("Seen.");
  });

  it("states its title, author, publisher, date, language and address", async () => {
    const head = `<title>The Harbour | The Post</title><link rel="canonical" href="https://x.example/harbour">
      <meta property="og:title" content="The Harbour"><meta property="og:site_name" content="The Post"><meta name="author" content="Ann Lee">
      <meta property="article:published_time" content="2024-05-06T10:00:00Z">`;
    expect(await readDraft("a.html", page("<p>Some prose.</p>", head))).toMatchObject({
      title: "The Harbour",
      author: "Ann Lee",
      publisher: "The Post",
      date: "2024-05-06",
      language: "en",
      url: "https://x.example/harbour",
      mediaType: "text/html",
    });
  });

  it("may state them as linked data, and in a time element", async () => {
    const data = {
      "@graph": [
        {
          "@type": "NewsArticle",
          headline: "Walls",
          author: [{ name: "Ann" }, { name: "Bo" }],
          publisher: { name: "The Post" },
          datePublished: "2023-01-02",
        },
      ],
    };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(await readDraft("a.html", page("<p>Prose.</p>", head))).toMatchObject({
      title: "Walls",
      author: "Ann, Bo",
      publisher: "The Post",
      date: "2023-01-02",
    });
    expect((await readDraft("a.html", page(`<p>Prose.</p><time datetime="2022-03-04">then</time>`))).date).toBe(
      "2022-03-04",
    );
  });

  it("has no address that is not on the web", async () => {
    const head = `<link rel="canonical" href="javascript:alert(1)">`;
    expect((await readDraft("a.html", page("<p>Prose.</p>", head))).url).toBeNull();
  });

  it.each([
    ["<p>No body here."],
    ["Just words"],
    ["<html><p>No body here."],
    ["<head><title>T</title></head><p>No body here."],
  ])("may leave its tags out: %s", async (html) => {
    expect(blocksOf(await readDraft("a.html", html)).length).toBe(1);
  });

  it("may name another encoding only where it holds ASCII alone", async () => {
    const head = `<meta charset="windows-1252">`;
    expect((await readDraft("a.html", page("<p>Plain.</p>", head))).text).toBe("Plain.");
    await expect(readDraft("a.html", page("<p>Café.</p>", head))).rejects.toThrow(
      /written in windows-1252: save it as UTF-8/u,
    );
  });

  it("of a megabyte takes a few seconds at most", async () => {
    const html = page(
      `<main>${`<h2>Head</h2><p>Some <b>bold</b> prose is <a href=x>here</a> and there. More follows.</p>`.repeat(10_000)}</main>`,
    );
    const before = performance.now();
    await readDraft("a.html", html);
    expect(performance.now() - before).toBeLessThan(20_000);
  });

  it("never throws but a reason, and its blocks are in order, whatever its tags", async () => {
    const bits = fc.constantFrom(
      "<p>",
      "</p>",
      "<ul>",
      "<li>",
      "</ul>",
      "<table>",
      "<tr>",
      "<td>",
      "</table>",
      "<pre>",
      "</pre>",
      "<blockquote>",
      "<h2>",
      "</h2>",
      "<b>",
      "<br>",
      "A b. ",
      "# ",
      "- ",
      "|",
      "```",
      "&lt;b&gt;",
      "<!--",
      "-->",
      "<script>",
      "</script>",
      "e\u0301",
      "&#xD800;",
      "\r\n",
      "<ol start=-5>",
      "<body>",
      "</div>",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bits, { maxLength: 25 }), async (parts) => {
        const bytes = new TextEncoder().encode(`Words stand here. ${parts.join("")}`);
        const { documents } = await parseOrExplain(parseFile, { path: "a.html", bytes }, { textColumn: null });
        for (const draft of documents) expectCanonical(draft);
      }),
      { numRuns: 150 },
    );
  });
});
