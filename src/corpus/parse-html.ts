import { parseHTML } from "linkedom";
import { CorpusError } from "../domain/errors.ts";
import { childrenOf, type DomElement, type DomNode, isElement, isText } from "./dom.ts";

/** A parsed page: `document` for whoever needs all of it, `root` its outermost element, `body` where its words stand. */
export interface ParsedHtml {
  readonly document: object;
  readonly root: DomElement;
  readonly body: DomElement;
}

/** What browsers allow too. What walks the tree recurses. */
const maxDepth = 512;
const tooDeep = `its elements nest deeper than ${maxDepth} levels`;

/** Parses HTML without running or fetching anything of it. Throws a `CorpusError` where elements nest too deeply. */
export function parseHtml(html: string): ParsedHtml {
  refuseOpenTags(html);
  const { document } = parseHTML(withBody(html)) as unknown as {
    readonly document: { readonly documentElement: DomElement };
  };
  const root = document.documentElement;
  refuseDepth(root);
  return { document, root, body: bodyOf(root) };
}

/** The parser builds neither `<html>` nor `<body>` where the page leaves their tags out. */
function withBody(html: string): string {
  const page = /<html[\s>]/iu.test(html) ? html : `<html>${html}</html>`;
  if (/<body[\s>]/iu.test(page)) return page;
  const opening = /<\/head\s*>/iu.exec(page) ?? /<html[^>]{0,2000}>/iu.exec(page);
  const at = opening === null ? 0 : opening.index + opening[0].length;
  return `${page.slice(0, at)}<body>${page.slice(at)}`;
}

/** The body; all of the page where words stand beside its body too. */
function bodyOf(root: DomElement): DomElement {
  const body = root.querySelector("body");
  const isBeside = (child: DomNode) => {
    const isPart = isElement(child) && ["head", "body"].includes(child.localName);
    return !isPart && (isElement(child) || isText(child)) && (child.textContent ?? "").trim() !== "";
  };
  return body === null || [...childrenOf(root)].some(isBeside) ? root : body;
}

/** More open elements than any page has; the parser takes quadratic time over them. */
const maxOpen = 4096;
/** These need no closing tag, or may not have one, so that counting theirs says nothing. */
const unclosed =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|path|rp|rt|source|tbody|td|tfoot|th|thead|tr|track|wbr)$/iu;

/** Counts opening and closing tags, a rough measure that costs next to nothing. */
function refuseOpenTags(html: string): void {
  let open = 0;
  for (const [tag, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:[^>]{0,200}\/>)?/giu)) {
    if (tag.endsWith("/>") || unclosed.test(name ?? "")) continue;
    open = slash === "/" ? Math.max(0, open - 1) : open + 1;
    if (open > maxOpen) throw new CorpusError(tooDeep);
  }
}

/** Walks without recursion, since depth is what it guards against. */
function refuseDepth(root: DomNode): void {
  let depth = 0;
  let node: DomNode | null = root;
  while (node !== null) {
    if (node.firstChild !== null) {
      node = node.firstChild;
      if (++depth > maxDepth) throw new CorpusError(tooDeep);
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      depth--;
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
}
