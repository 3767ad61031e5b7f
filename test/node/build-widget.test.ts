import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWidget, maxWidgetGzipBytes, type WidgetBuild } from "../../src/node/build-widget.ts";

describe("buildWidget", () => {
  let folder = "";
  let widget: WidgetBuild;
  let code = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "annalist-widget-"));
    widget = await buildWidget(folder);
    code = await readFile(widget.file, "utf8");
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("bundles one script within the size that a page can afford", () => {
    expect(widget.file).toBe(join(folder, "widget.js"));
    expect(widget.gzipBytes).toBeGreaterThan(1000);
    expect(widget.gzipBytes).toBeLessThanOrEqual(maxWidgetGzipBytes);
  });

  it("refuses a bundle over its limit, with both sizes", async () => {
    await expect(buildWidget(folder, 100)).rejects.toThrow(
      /The widget is \d+ bytes after gzip, over its limit of 100;/u,
    );
  });

  it("contains nothing that turns text into markup or code", () => {
    expect(code).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|srcdoc/u);
  });

  it("names no server of its own", () => {
    expect(code.match(/https?:\/\/[\w.]+/gu)).toEqual(["http://www.w3.org"]);
  });
});
