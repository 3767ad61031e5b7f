import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { renderDocsPage } from "../../src/http/docs-page.ts";
import { docsScript } from "../../src/http/docs-script.ts";
import { createTestApp, post } from "./test-app.ts";

const app = createTestApp();
const page = await (await app.request("/docs")).text();
const api = (await (await app.request("/openapi.json")).json()) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly requestBody?: object }>>>>;
};

describe("GET /docs", () => {
  it("shows every route, and an example for each that takes a body, without a script", () => {
    for (const [path, methods] of Object.entries(api.paths)) {
      for (const method of Object.keys(methods)) {
        expect(page).toContain(`<h2><code>${method.toUpperCase()} ${path}</code></h2>`);
      }
    }
    const posts = Object.values(api.paths).filter(({ post: operation }) => operation?.requestBody !== undefined);
    expect(page.match(/<pre class="example">/gu)).toHaveLength(posts.length);
    expect(page).toContain("string of 1 to 2000, required");
    expect(page).toContain('<section id="schema-Problem">');
  });

  it("shows the route of the Model Context Protocol where there is one", async () => {
    const withMcp = createTestApp({ mcp: async () => new Response() });
    expect(await (await withMcp.request("/docs")).text()).toContain("<h2><code>POST /mcp</code></h2>");
    expect(page).not.toContain("/mcp");
  });

  it("links to sections that are there, each once", () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("loads this server's own style and script, nothing else, and holds none inline", async () => {
    const loaded = [...page.matchAll(/(?:src|<link[^>]*href)="([^"]+)"/gu)].map(([, address]) => address);
    expect(loaded).toEqual(["/demo.css", "/docs/try.js"]);
    expect(page).not.toMatch(/<script(?![^>]* src=)|<style| style=| on\w+=|javascript:/iu);
    for (const path of loaded) expect((await app.request(path as string)).status).toBe(200);
    expect((await app.request("/docs")).headers.get("content-security-policy")).toContain("script-src 'self'");
  });

  it("gives examples that the routes take", async () => {
    for (const [, path, example] of page.matchAll(/data-post="([^"]+)"[\s\S]*?<pre class="example">([^<]*)<\/pre>/gu)) {
      const response = await post(app, path as string, (example as string).replaceAll("&quot;", '"'));
      expect([path, [200, 404, 406, 422].includes(response.status)], await response.text()).toEqual([path, true]);
      if (/^\/(?:ask|search|verify|feedback)$/u.test(path as string)) expect(response.status).toBe(200);
    }
  });

  it("shows a hostile description as text", () => {
    const hostile = '<img src=x onerror="alert(1)">';
    const rendered = renderDocsPage({
      info: { title: hostile, version: hostile, description: hostile },
      paths: {
        [`/${hostile}`]: { get: { summary: hostile, responses: { 200: { description: hostile, content: {} } } } },
      },
      components: { schemas: { [hostile]: { description: hostile } } },
    });
    expect(rendered).not.toContain("<img");
  });
});

describe("GET /docs/try.js", () => {
  it("is a script, in strict mode, that makes elements and text and no markup", () => {
    expect(() => new Script(docsScript)).not.toThrow();
    expect(docsScript.startsWith('"use strict";')).toBe(true);
    expect(docsScript).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function|https?:/u);
  });
});
