import { readFile } from "node:fs/promises";
import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { escapeHtml } from "../../src/http/escape-html.ts";
import { widgetDocsScript } from "../../src/http/widget-docs-script.ts";
import { ownColours, widgetExamples } from "../../src/http/widget-examples.ts";
import { widgetReference } from "../../src/http/widget-reference.ts";
import { widgetTables } from "../../src/http/widget-tables.ts";
import { createTestApp } from "./test-app.ts";
import { renderWidgetMarkdown } from "./widget-markdown.ts";
import { readWidgetSources } from "./widget-sources.ts";

const app = createTestApp();
const page = await (await app.request("/docs/widget")).text();
const sources = readWidgetSources();
const { attributes, methods, events, properties, parts } = widgetReference;
const namesOf = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);

describe("the reference of the widget", () => {
  it("has the attributes that the element reads, and says which of them a script tag takes", () => {
    const { scriptAttributes, elementAttributes, styledAttributes } = sources;
    expect(scriptAttributes.length).toBeGreaterThan(5);
    expect(attributes.filter(({ onScript }) => onScript).map(({ name }) => name)).toEqual(scriptAttributes);
    const read = new Set([
      ...scriptAttributes,
      ...elementAttributes,
      ...styledAttributes.filter((each) => each !== "hidden"),
    ]);
    expect(namesOf(attributes).toSorted()).toEqual([...read].toSorted());
  });

  it("has the element's methods with their parameters", () => {
    expect(sources.methods).toHaveLength(4);
    expect(namesOf(methods).toSorted()).toEqual(sources.methods.toSorted());
  });

  it("has the events with the fields of their details", () => {
    expect(Object.keys(sources.events).length).toBeGreaterThan(5);
    expect(Object.fromEntries(events.map(({ name, detail }) => [name, detail]))).toEqual(
      Object.fromEntries(Object.entries(sources.events).map(([name, fields]) => [name, fields.join(", ") || "null"])),
    );
  });

  it("has the custom properties with their values", () => {
    expect(namesOf(properties).toSorted()).toEqual([...sources.properties.keys()].toSorted());
    for (const { name, light, dark, meaning } of properties) {
      const [first, second] = sources.properties.get(name) ?? [];
      expect([name, first]).toEqual([name, light]);
      if (dark !== undefined || second?.startsWith("#")) expect([name, second]).toEqual([name, dark]);
      else if (/^\d/u.test(second ?? "")) expect(meaning).toContain(second);
    }
  });

  it("has every part", () => {
    expect(sources.parts.length).toBeGreaterThan(40);
    expect(namesOf(parts).toSorted()).toEqual(sources.parts.toSorted());
  });

  it("is the same in docs/widget.md, which says beforehand how to embed it", async () => {
    const file = await readFile(new URL("../../docs/widget.md", import.meta.url), "utf8");
    const start = file.indexOf("## Attributes");
    expect(file.slice(start)).toBe(renderWidgetMarkdown());
    expect(file.slice(0, start)).toContain("data-mode");
  });
});

describe("GET /docs/widget", () => {
  it("shows the whole reference without a script", () => {
    for (const { rows } of widgetTables()) {
      for (const row of rows) for (const cell of row) expect(page).toContain(escapeHtml(cell));
    }
    expect(page.match(/<tr>/gu)?.length).toBe(widgetTables().reduce((sum, { rows }) => sum + rows.length + 1, 0));
  });

  it("gives each live chat an id of its own, since a conversation is kept under it", () => {
    const ids = [...page.matchAll(/<annalist-chat id="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids).toHaveLength(widgetExamples.length + 1);
    expect(page.match(/<annalist-chat /gu)).toHaveLength(ids.length);
    const all = [...page.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(all).size).toBe(all.length);
  });

  it("shows the code of each example as it runs", () => {
    const live = [...page.matchAll(/<annalist-chat[^>]*><\/annalist-chat>/gu)].map(([element]) => element);
    expect(live.length).toBeGreaterThan(5);
    for (const element of live.filter((each) => !each.includes('id="corner"')))
      expect(page).toContain(escapeHtml(element.replace('\n  feedback="off"', "")));
    expect(page).toContain(escapeHtml(ownColours));
  });

  it("asks for feedback only where the server keeps it", async () => {
    expect(page.match(/feedback="off"/gu)).toHaveLength(widgetExamples.length + 1);
    const kept = await createTestApp({ feedback: { add: async () => undefined } }).request("/docs/widget");
    expect(await kept.text()).not.toContain('feedback="off"');
  });

  it("links to sections that are there", () => {
    const links = [...page.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(8);
    for (const id of links) expect(page).toContain(` id="${id}"`);
  });

  it("loads this server's own style and scripts, nothing else, and holds none inline", async () => {
    const loaded = [...page.matchAll(/(?:<script[^>]*src|<link[^>]*href)="([^"]+)"/gu)].map(
      ([, path]) => path as string,
    );
    expect(loaded).toEqual(["/demo.css", "/widget.js", "/docs/widget.js"]);
    expect(page).not.toMatch(/<script(?![^>]* src=)|<style| style=|<[^>]* on\w+=|javascript:/iu);
    for (const path of loaded) expect((await app.request(path)).status).toBe(200);
  });

  it("holds no words of the documents, and stands without an index", async () => {
    const empty = await createTestApp({ assistant: () => null }).request("/docs/widget");
    expect([empty.status, await empty.text()]).toEqual([200, page]);
  });

  it("serves the colours that it shows", async () => {
    expect(await (await app.request("/demo.css")).text()).toContain(ownColours);
  });
});

describe("GET /docs/widget.js", () => {
  it("is a script, in strict mode, that makes elements and text and no markup", async () => {
    const response = await app.request("/docs/widget.js");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(await response.text()).toBe(widgetDocsScript);
    expect(() => new Script(widgetDocsScript)).not.toThrow();
    expect(widgetDocsScript.startsWith('"use strict";')).toBe(true);
    expect(widgetDocsScript).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function/u);
  });
});
