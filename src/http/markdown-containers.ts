import type { Span } from "../domain/span.ts";
import { indentOf, isRule, readListMarker, skipColumns } from "./markdown-line.ts";
import type { Container } from "./reader-block.ts";

/** `sign` and `width` are those of its marker; see `ListMarker`. */
export type OpenContainer =
  | Extract<Container, { kind: "quote" }>
  | (Extract<Container, { kind: "item" }> & { readonly sign: string; readonly width: number });

/** Lists and quotations inside one another are shown so deep; what opens more of them is words. */
const maxDepth = 12;

/** How many of the open containers a line goes on in, and where what it says inside them begins. */
export function continueContainers(
  text: string,
  line: Span,
  open: readonly OpenContainer[],
): { readonly count: number; readonly at: number } {
  let at = line.start;
  for (const [count, container] of open.entries()) {
    const indent = indentOf(text, { start: at, end: line.end });
    if (container.kind === "quote") {
      if (indent.columns >= 4 || text.charAt(indent.at) !== ">") return { count, at };
      at = afterQuoteMark(text, indent.at);
    } else if (indent.at === line.end) at = indent.at;
    else if (indent.columns < container.width) return { count, at };
    else at = skipColumns(text, at, container.width);
  }
  return { count: open.length, at };
}

/** The containers that a line opens below those it goes on in; `ended` is the first of those that it ended. */
export function openContainers(
  text: string,
  line: Span,
  { kept, ended }: { readonly kept: readonly OpenContainer[]; readonly ended: OpenContainer | undefined },
): { readonly open: readonly OpenContainer[]; readonly at: number } {
  const open = [...kept];
  let at = line.start;
  while (open.length < maxDepth) {
    const indent = indentOf(text, { start: at, end: line.end });
    if (indent.columns >= 4 || indent.at === line.end) break;
    const words = text.slice(indent.at, line.end);
    if (words.startsWith(">")) {
      open.push({ kind: "quote" });
      at = afterQuoteMark(text, indent.at);
      continue;
    }
    const marker = isRule(words) ? null : readListMarker(words);
    if (marker === null) break;
    const { sign, number } = marker;
    const before = open.length === kept.length ? ended : undefined;
    const isNext = before?.kind === "item" && before.sign === sign;
    const list = isNext ? before.list : { isOrdered: number !== null };
    open.push({ kind: "item", list, number, sign, width: indent.columns + marker.width });
    at = Math.min(line.end, skipColumns(text, indent.at, marker.width));
  }
  return { open, at };
}

function afterQuoteMark(text: string, at: number): number {
  return /[ \t]/u.test(text.charAt(at + 1)) ? at + 2 : at + 1;
}
