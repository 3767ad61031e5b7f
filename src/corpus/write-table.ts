import { childrenOf, type DomElement, isElement } from "./dom.ts";

/** Tables that lay out a page hold blocks or other tables in their cells; those of data have columns and short cells. */
export function isDataTable(table: DomElement): boolean {
  if (table.getAttribute("role") === "presentation") return false;
  if (table.querySelector("table, h1, h2, h3, h4, h5, h6, ul, ol, pre, blockquote, p + p") !== null) return false;
  return rowsOf(table).some((row) => cellsOf(row).length > 1);
}

/** A table of data as Markdown: its caption, then each row on a line; the first row is the head, as Markdown wants one. */
export function writeTable(table: DomElement, inlineText: (element: DomElement) => string): string[] {
  const caption = table.querySelector("caption");
  const words = caption === null ? "" : inlineText(caption);
  const rows = rowsOf(table)
    .map((row) => cellsOf(row).map((cell) => inlineText(cell).replaceAll("|", "\\|")))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const lines = rows.map((cells, at) => {
    // Markdown takes the number of columns from the head.
    const padded = at === 0 ? [...cells, ...Array<string>(width - cells.length).fill("")] : cells;
    return `| ${padded.join(" | ")} |`;
  });
  lines.splice(1, 0, `|${" --- |".repeat(width)}`);
  return [words, rows.length === 0 ? "" : lines.join("\n")].filter((block) => block !== "");
}

function rowsOf(table: DomElement): DomElement[] {
  return [...childrenOf(table)].filter(isElement).flatMap((child) => {
    if (child.localName === "tr") return [child];
    return ["thead", "tbody", "tfoot"].includes(child.localName) ? rowsOf(child) : [];
  });
}

function cellsOf(row: DomElement): DomElement[] {
  return [...childrenOf(row)].filter(isElement).filter(({ localName }) => localName === "td" || localName === "th");
}
