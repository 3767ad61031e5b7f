/** As much of the DOM as the readers of HTML need: the compiler zone of portable code has no types of a browser. */
export interface DomNode {
  readonly nodeType: number;
  readonly parentNode: DomNode | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly textContent: string | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  remove(): void;
}

export const isElement = (node: DomNode): node is DomElement => node.nodeType === 1;
export const isText = (node: DomNode): boolean => node.nodeType === 3;

/** The children of a node, in order. */
export function* childrenOf(node: DomNode): Iterable<DomNode> {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) yield child;
}
