import { Readability } from "@mozilla/readability";
import { childrenOf, type DomElement, type DomNode, isElement, isText } from "./dom.ts";
import { parseHtml } from "./parse-html.ts";

/** Readability weighs every element several times; larger pages are lists and manuals rather than articles. */
const maxElements = 30_000;
/** An article of less prose is a teaser or a single row of a list. */
const minProse = 250;
const manyHeadings = 12;

/** Parts of a page that are about the page. */
const furniture =
  "script, style, template, noscript, nav, [role=navigation], [role=search], [role=banner], [role=contentinfo], [aria-hidden=true], form[role=search]";

/**
 * The part of a page that holds its prose: the article as Readability finds it, or else the body without scripts and
 * navigation, where the article would leave out half of the prose or more: a short page, a table, a list.
 */
export function findArticle(html: string): DomNode {
  const { body } = parseHtml(html);
  for (const part of [...body.querySelectorAll(furniture)]) part.remove();
  const article = readArticle(html);
  if (article !== null && isWhole(article, body)) return article;
  const mains = [...body.querySelectorAll("main, [role=main]")];
  const main = mains[0];
  return mains.length === 1 && main !== undefined && proseLength(main) * 2 >= proseLength(body) ? main : body;
}

/** Manuals keep their prose and lose the headings, which stand in links; an article has few headings to lose. */
function isWhole(article: DomElement, body: DomElement): boolean {
  const prose = proseLength(article);
  const headings = [...body.querySelectorAll("h2, h3, h4, h5, h6")].length;
  const kept = [...article.querySelectorAll("h2, h3, h4, h5, h6")].length;
  return prose >= minProse && prose * 2 >= proseLength(body) && (headings < manyHeadings || kept * 2 >= headings);
}

/** Readability changes the tree that it reads, so it gets one of its own. Null where it finds nothing or gives up. */
function readArticle(html: string): DomElement | null {
  const { document } = parseHtml(html);
  try {
    const options = { maxElemsToParse: maxElements, serializer: (node: unknown) => node as DomElement };
    return new Readability<DomElement>(document as never, options).parse()?.content ?? null;
  } catch {
    return null;
  }
}

/** Characters outside links: what leads elsewhere is no loss. */
function proseLength(node: DomNode): number {
  let length = 0;
  for (const child of childrenOf(node)) {
    if (isText(child)) length += (child.textContent ?? "").trim().length;
    else if (isElement(child) && child.localName !== "a") length += proseLength(child);
  }
  return length;
}
