import { describe, expect, it } from "vitest";
import { safeLink } from "../../src/widget/safe-link.ts";

const page = "https://site.example/shop/page.html";

describe("safeLink", () => {
  it.each([
    ["/read/a?cite=1-2", "https://host.example", "https://host.example/read/a?cite=1-2"],
    ["read/a", "https://host.example/", "https://host.example/read/a"],
    ["/read/a", "https://host.example/base", "https://host.example/base/read/a"],
    ["https://host.example/read/a", "https://host.example", "https://host.example/read/a"],
    ["/read/a", "", "https://site.example/read/a"],
    ["/read/a", "/annalist", "https://site.example/annalist/read/a"],
    ["//evil.example/x", "https://host.example", "https://host.example/evil.example/x"],
  ])("resolves %j against the endpoint %j", (url, endpoint, expected) => {
    expect(safeLink(url, endpoint, page)).toBe(expected);
  });

  it.each([
    "javascript:alert(1)",
    " java\nscript:alert(1)",
    "/javascript:alert(1)",
    "data:text/html,x",
    "blob:https://host.example/1",
    "https://evil.example/read/a",
    "http://host.example/read/a",
    "https://user:word@host.example/read/a",
    "https://host.example:8443/read/a",
    "",
    "http://[",
  ])("offers nothing for %j", (url) => {
    expect(safeLink(url, "https://host.example", page)).toBeNull();
  });
});
