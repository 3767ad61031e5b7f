import { childrenOf, type DomElement, type DomNode, isElement, isText } from "./dom.ts";
import { escapeLine, escapeTags } from "./escape-markdown.ts";
import { isDataTable, writeTable } from "./write-table.ts";

/** Holds no prose, or none that a reader of the page sees. */
const ignored = new Set(
  "area audio base button canvas col datalist embed frame head iframe img input link map math meta noscript object option param picture rp script select source style svg template textarea title track video wbr".split(
    " ",
  ),
);
/** Breaks the line of words that it stands in. */
const blocks = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** Lists and quotations inside one another are indented no further: deeper ones were made to exhaust their reader. */
const maxIndent = 8;

/**
 * Elements as Markdown: headings, paragraphs, lists, quotations, code and tables of data. Links and emphasis leave their
 * words alone, so that a quote reads as prose; images are dropped, and nothing that comes out is raw HTML.
 */
export function writeMarkdown(root: DomNode): string {
  return writeBlocks(root, 0).join("\n\n");
}

/** The blocks below a node. Words beside blocks make paragraphs of their own. */
function writeBlocks(node: DomNode, indent: number): string[] {
  const written: string[] = [];
  let words = "";
  const close = () => {
    // Two line breaks and more are how old pages part their paragraphs.
    for (const paragraph of words.split(/\n\s*\n/u)) {
      const lines = paragraph
        .split("\n")
        .map((line) => escapeLine(line.replace(/ {2,}/gu, " ")))
        .filter((line) => line !== "");
      if (lines.length > 0) written.push(lines.join("\n"));
    }
    words = "";
  };
  const visit = (parent: DomNode) => {
    for (const child of childrenOf(parent)) {
      if (isText(child)) words += squeeze(child.textContent ?? "");
      if (!isElement(child) || isHidden(child)) continue;
      if (child.localName === "br") words += "\n";
      else if (!blocks.has(child.localName)) visit(child);
      else {
        close();
        written.push(...writeBlock(child, indent));
      }
    }
  };
  visit(node);
  close();
  return written;
}

function writeBlock(element: DomElement, indent: number): string[] {
  const name = element.localName;
  if (/^h[1-6]$/u.test(name)) {
    const words = inlineText(element);
    return words === "" ? [] : [`${"#".repeat(Number(name.charAt(1)))} ${words}`];
  }
  if (name === "pre") return writeCode(element.textContent ?? "");
  if (name === "ul" || name === "ol" || name === "menu") return writeList(element, indent);
  if (name === "table" && isDataTable(element)) return writeTable(element, inlineText);
  const inner = writeBlocks(element, name === "blockquote" ? indent + 1 : indent);
  if (name !== "blockquote" || inner.length === 0 || indent >= maxIndent) return inner;
  return [prefixLines(inner.join("\n\n"), "> ", "> ")];
}

function writeList(list: DomElement, indent: number): string[] {
  let number = Math.min(Math.max(Number.parseInt(list.getAttribute("start") ?? "1", 10) || 1, 0), 999_999);
  const items: string[] = [];
  for (const item of childrenOf(list)) {
    if (!isElement(item) || isHidden(item)) continue;
    // A list right inside a list, which HTML forbids and editors write, belongs to the item before it.
    const isList = item.localName === "ul" || item.localName === "ol";
    const inner = isList ? writeList(item, indent + 1) : writeBlocks(item, indent + 1);
    if (inner.length === 0) continue;
    const bullet = list.localName === "ol" ? `${number++}. ` : "- ";
    const margin = " ".repeat(bullet.length);
    if (indent >= maxIndent) items.push(...inner.map((block) => prefixLines(block, bullet, margin)));
    else items.push(prefixLines(inner.join("\n\n"), isList ? margin : bullet, margin));
  }
  return items.length === 0 ? [] : [items.join("\n")];
}

function writeCode(code: string): string[] {
  const lines = code.replace(/^\n|\s+$/gu, "");
  if (lines.trim() === "") return [];
  const longest = Math.max(2, ...[...lines.matchAll(/`+/gu)].slice(0, 1000).map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}\n${lines}\n${fence}`];
}

function prefixLines(text: string, first: string, others: string): string {
  return text
    .split("\n")
    .map((line, at) => `${at === 0 ? first : line === "" && others.trim() === "" ? "" : others}${line}`)
    .join("\n");
}

/** All words below an element as one line. */
function inlineText(element: DomElement): string {
  let words = "";
  const visit = (node: DomNode) => {
    for (const child of childrenOf(node)) {
      if (isText(child)) words += child.textContent ?? "";
      if (!isElement(child) || isHidden(child)) continue;
      const parts = blocks.has(child.localName) || child.localName === "br";
      if (parts) words += " ";
      visit(child);
      if (parts) words += " ";
    }
  };
  visit(element);
  return escapeTags(squeeze(words).trim());
}

function isHidden(element: DomElement): boolean {
  return (
    ignored.has(element.localName) ||
    element.getAttribute("hidden") !== null ||
    element.getAttribute("aria-hidden") === "true" ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(element.getAttribute("style") ?? "")
  );
}

/** White space, no-break spaces included, as single spaces: how HTML shows it. Zero-width marks and soft hyphens go. */
function squeeze(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u00AD\u200B\u2060\uFEFF]/gu, "")
    .replace(/\s+/gu, " ");
}
