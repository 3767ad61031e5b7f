import { describe, expect, it } from "vitest";
import { linkQuote } from "../../src/domain/link-quote.ts";
import { escapeHtml } from "../../src/http/escape-html.ts";
import { createFakeAssistant, handbook, spanOf } from "./fake-assistant.ts";
import { createTestApp, problemIn } from "./test-app.ts";

const app = createTestApp();
const opening = "On Saturdays the reading room opens at 9:30.";
const { start, end } = spanOf(opening);

async function read(query: string): Promise<string> {
  const response = await app.request(`/read/${handbook.id}${query}`);
  expect(response.headers.get("content-type")).toBe("text/html; charset=UTF-8");
  return response.text();
}

describe("GET /read/:id", () => {
  it("shows the document with everything in it escaped", async () => {
    const page = await read("");
    expect(page).toContain("<title>Library &lt;handbook&gt; &amp; rules</title>");
    expect(page).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &quot;more&quot; 😀.");
    expect(page).toContain('<a href="https://library.example/handbook?a=1&amp;b=2"');
    expect(page).not.toContain("<script");
    expect(page).not.toContain("<mark");
  });

  it("links no source that isn't a web page", async () => {
    const assistant = createFakeAssistant({ document: () => ({ ...handbook, url: "javascript:alert(1)" }) });
    const page = await (await createTestApp({ assistant: () => assistant }).request("/read/x")).text();
    expect(page).not.toContain("javascript:");
  });

  it("is found by an id in any script", async () => {
    const response = await app.request(`/read/${encodeURIComponent("京津冀")}`);
    expect(await response.text()).toContain('<p id="p-1">京津冀协同发展。<a');
  });

  it("is 404 for an id that isn't there", async () => {
    const problem = await problemIn(await app.request("/read/%3Cscript%3E%ff"));
    expect(problem.status).toBe(404);
  });
});

describe("a link's cite", () => {
  it("marks exactly the cited words and scrolls to them without a script", async () => {
    const page = await read(`?cite=${start}-${end}`);
    expect(page).toContain(`<mark id="cite-1" tabindex="-1" autofocus>${opening}</mark> It closes at 17:00`);
  });

  it("may repeat, numbered in the link's order", async () => {
    const rooms = spanOf("Rooms");
    const page = await read(`?cite=${start}-${end}&cite=${rooms.start}-${rooms.end}`);
    expect(page).toContain('<mark id="cite-2">Rooms</mark>');
    expect(page).toContain('<mark id="cite-1" tabindex="-1" autofocus>On Saturdays');
  });

  it("may overlap another: both become one mark", async () => {
    const page = await read(`?cite=${start}-${start + 12}&cite=${start + 3}-${end}`);
    expect(page.match(/<mark/gu)).toHaveLength(1);
    expect(page).toContain(`autofocus>${opening}</mark>`);
  });

  it("may run over a paragraph's end: each part is marked, the first carries the id", async () => {
    const from = spanOf("17:00").start;
    const to = spanOf("<script>").end;
    const page = await read(`?cite=${from}-${to}`);
    expect(page).toMatch(
      /autofocus>17:00 on all days\.<\/mark><a [^>]*><\/a><\/p>\n<p id="p-4"><mark>&lt;script&gt;<\/mark>alert/u,
    );
  });

  it.each(["5-5", "9-3", "a-b", "1", "", "-1-4", "1-2-3", "1.5-3", "0-9999999999", "0x1-0x9", " 1-2"])(
    "is refused with 422 as %j",
    async (cite) => {
      const problem = await problemIn(await app.request(`/read/${handbook.id}?cite=${encodeURIComponent(cite)}`));
      expect(problem).toMatchObject({ status: 422, errors: [{ pointer: "/cite/0" }] });
    },
  );

  it("is refused with 422 outside the text and inside a surrogate pair", async () => {
    const emoji = spanOf("😀").start;
    for (const cite of [`0-${handbook.text.length + 1}`, `${emoji + 1}-${emoji + 2}`, `${emoji}-${emoji + 1}`]) {
      const problem = await problemIn(await app.request(`/read/${handbook.id}?cite=0-1&cite=${cite}`));
      expect(problem).toMatchObject({ status: 422, errors: [{ pointer: "/cite/1" }] });
    }
    expect(await read(`?cite=${emoji}-${emoji + 2}`)).toContain("😀</mark>");
  });

  it("may repeat 20 times and no more", async () => {
    expect((await app.request(`/read/${handbook.id}?${"cite=0-1&".repeat(20)}`)).status).toBe(200);
    expect((await problemIn(await app.request(`/read/${handbook.id}?${"cite=0-1&".repeat(21)}`))).status).toBe(422);
  });
});

describe("a link made for another version", () => {
  const quote = encodeURIComponent(opening);

  it("is told from one for this version by the text's SHA-256", async () => {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(handbook.text));
    const version = Buffer.from(digest).toString("hex").slice(0, 12);
    expect(await read(`?cite=0-7&v=${version}&quote=Library`)).toContain("autofocus>Library</mark>");
  });

  it("marks the quote where it stands now, whatever the offsets say", async () => {
    const page = await read(`?cite=900000-900044&v=000000000000&quote=${quote}`);
    expect(page).toContain(`autofocus>${opening}</mark>`);
    expect(page).not.toContain('role="status"');
  });

  it.each([
    ["stands nowhere", "It never opens.", "The sentence it cited no longer stands here:"],
    [
      "stands at two places",
      "The end.",
      "The sentence it cited stands here at 2 places, and which was meant can't be told:",
    ],
    [
      "is the end of another sentence",
      "the reading room opens at 9:30.",
      "The sentence it cited no longer stands here:",
    ],
    ["is the beginning of another sentence", "On Saturdays", "The sentence it cited no longer stands here:"],
    ["is markup", "<script>alert(1)</script>", "The sentence it cited no longer stands here:"],
  ])("says so, names the words and marks nothing when the quote %s", async (_name, words, says) => {
    const page = await read(`?cite=0-7&v=000000000000&quote=${encodeURIComponent(words)}`);
    expect(page).toContain(
      `<p role="status">Citation 1 was made for another version of this document. ${says}</p>\n` +
        `<blockquote dir="auto">${escapeHtml(words)}</blockquote>`,
    );
    expect(page).not.toContain("<mark");
    expect(page).not.toContain("<script");
  });

  it("names the paragraphs in which the words stand at several places", async () => {
    const text = "He left.\n\nShe stayed. He left.\n\nHe left them.\n";
    const assistant = createFakeAssistant({ document: () => ({ ...handbook, text }) });
    const response = await createTestApp({ assistant: () => assistant }).request("/read/x?cite=0-8&v=0&quote=He+left.");
    expect(await response.text()).toContain(
      '<p>It stands in <a href="#p-1">paragraph 1</a>, <a href="#p-2">paragraph 2</a>.</p>',
    );
  });

  it("says so when it holds no quote", async () => {
    const page = await read("?cite=0-7&v=000000000000");
    expect(page).toContain("its link doesn't say which words it cited.");
    expect(page).not.toContain("<mark");
  });

  it("is what a link is taken for whose quote doesn't begin where it points", async () => {
    const page = await read(`?cite=0-7&quote=${quote}&cite=0-7&quote=It+never+opens.&cite=0-7&quote=Library`);
    expect(page).toContain(`autofocus>${opening}</mark>`);
    expect(page).toContain('<mark id="cite-3">Library</mark>');
    expect(page).toContain('<p role="status">Citation 2 was made for another version');
    expect(page).toContain(
      'of 3</a> <a rel="next" href="#cite-3" aria-label="Next: citation 3">Next</a> <a href="#lost">1 not found</a></p>',
    );
    expect(page).toContain('<div id="lost">');
  });

  it("finds a sentence longer than a link by its beginning and its length, and marks all of it", async () => {
    const long = `The log ${"goes on and ".repeat(40)}ends.`;
    const text = `It begins. ${long} Done.\n`;
    const assistant = createFakeAssistant({ document: () => ({ ...handbook, text }) });
    const request = async (length: number) => {
      const link = `/read/x?cite=5-${5 + length}&v=0&quote=${encodeURIComponent(linkQuote(long))}`;
      return (await createTestApp({ assistant: () => assistant }).request(link)).text();
    };
    expect(await request(long.length)).toContain(`autofocus>${long}</mark> Done.`);
    expect(await request(long.length + 9)).not.toContain("<mark");
  });

  it("counts places that overlap", async () => {
    const assistant = createFakeAssistant({ document: () => ({ ...handbook, text: "ababa" }) });
    const response = await createTestApp({ assistant: () => assistant }).request("/read/x?cite=0-3&v=0&quote=aba");
    expect(await response.text()).toContain('role="status"');
  });
});
