import { describe, expect, it } from "vitest";
import type { DocumentSummary } from "../../src/domain/document.ts";
import { renderDemoPage } from "../../src/http/demo-page.ts";

const handbook: DocumentSummary = {
  id: "library-handbook",
  title: "Library handbook",
  url: null,
  mediaType: "text/plain",
  date: "2023-05-15",
  length: 20_099,
};

describe("renderDemoPage", () => {
  it("shows how many documents there are, their size and their dates", () => {
    const page = renderDemoPage({
      documents: [
        handbook,
        { ...handbook, id: "b", date: "2021-01-02", length: 1 },
        { ...handbook, id: "c", date: null },
      ],
      suggestions: [],
    });
    expect(page).toContain("<dt>documents</dt><dd>3</dd>");
    expect(page).toContain("<dt>characters</dt><dd>40,199</dd>");
    expect(page).toContain("<dd><time>2021-01-02</time> to <time>2023-05-15</time></dd>");
    expect(page).toContain('<a href="/read/library-handbook" dir="auto">Library handbook</a>');
  });

  it("escapes all text that comes from documents", () => {
    const hostile = `"'><script>&amp;</script>`;
    const page = renderDemoPage({
      documents: [{ ...handbook, id: hostile, title: hostile, date: hostile }],
      suggestions: [hostile],
    });
    expect(page.match(/<script/gu)).toHaveLength(1);
    expect(page.match(/&quot;&#39;&gt;&lt;script&gt;&amp;amp;&lt;\/script&gt;/gu)).toHaveLength(4);
    expect(page).toContain('href="/read/%22&#39;%3E%3Cscript%3E%26amp%3B%3C%2Fscript%3E"');
  });

  it("needs no inline script, style or handler", () => {
    const page = renderDemoPage({ documents: [handbook], suggestions: ["When?"] });
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]* src=)/u);
    expect(page).toContain('<link rel="stylesheet" href="/demo.css">');
  });

  it("lists a few documents by name and counts the rest", () => {
    const documents = Array.from({ length: 1500 }, (_, index) => ({ ...handbook, id: `d${index}` }));
    const page = renderDemoPage({ documents, suggestions: [] });
    expect(page.match(/href="\/read\//gu)).toHaveLength(12);
    expect(page).toContain("and 1,488 more");
  });

  it("stands without documents or suggestions", () => {
    const page = renderDemoPage({ documents: [], suggestions: [] });
    expect(page).toContain("<dt>documents</dt><dd>0</dd>");
    expect(page).not.toContain("Questions it answers");
    expect(page).not.toContain("published");
  });
});
