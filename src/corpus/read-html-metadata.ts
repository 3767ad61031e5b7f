import type { DomElement } from "./dom.ts";
import { readJsonLd } from "./read-json-ld.ts";
import { type Metadata, readMetadata } from "./read-metadata.ts";

/** What a page states about itself, the surest place first; a field that it leaves out is null. */
export function readHtmlMetadata(root: DomElement): Metadata {
  const meta = metaTags(root);
  const linked = readJsonLd(root);
  const first = (...candidates: readonly (string | null | undefined)[]) =>
    candidates.map((each) => each?.replace(/\s+/gu, " ").trim()).find((each) => each !== undefined && each !== "") ??
    "";
  const text = (selector: string) => root.querySelector(selector)?.textContent;
  const attribute = (selector: string, name: string) => root.querySelector(selector)?.getAttribute(name);
  const title = text("title");
  return readMetadata({
    title: first(meta["og:title"], onlyHeading(root), linked.headline, title, meta["dc.title"]).slice(0, 500),
    author: first(
      meta.author,
      linked.author,
      meta["dc.creator"],
      notAddress(meta["article:author"]),
      text("[rel=author]"),
    ).slice(0, 300),
    publisher: first(meta["og:site_name"], linked.publisher, meta["application-name"], meta["dc.publisher"]).slice(
      0,
      300,
    ),
    date: first(
      meta["article:published_time"],
      linked.datePublished,
      meta["dc.date"],
      meta.date,
      meta.pubdate,
      meta.citation_publication_date,
      attribute("time[pubdate], article time[datetime], time[datetime]", "datetime"),
      meta["article:modified_time"],
      linked.dateModified,
    ),
    language: first(root.getAttribute("lang"), root.getAttribute("xml:lang"), meta["content-language"]),
    url: first(attribute("link[rel=canonical]", "href"), meta["og:url"]),
  });
}

/** Contents of `<meta>` by lower-case name or property; of equal names the first counts. */
function metaTags(root: DomElement): Readonly<Record<string, string>> {
  const tags: Record<string, string> = Object.create(null);
  for (const tag of root.querySelectorAll("meta[content]")) {
    const name = tag.getAttribute("property") ?? tag.getAttribute("name") ?? tag.getAttribute("http-equiv");
    if (name !== null) tags[name.toLowerCase().trim()] ??= tag.getAttribute("content") ?? "";
  }
  return tags;
}

/** A page's only heading of the first level names it better than `<title>`, which often ends in the name of the site. */
function onlyHeading(root: DomElement): string | null {
  const headings = [...root.querySelectorAll("h1")];
  return headings.length === 1 ? (headings[0]?.textContent ?? null) : null;
}

function notAddress(value: string | undefined): string | undefined {
  return value === undefined || /^https?:/iu.test(value) ? undefined : value;
}
