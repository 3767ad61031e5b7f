import type { Span } from "../domain/span.ts";
import type { CellSide } from "./reader-block.ts";

/** The cells of a table's line, each trimmed; a pipe behind a backslash parts nothing. */
export function splitCells(text: string, line: Span): readonly Span[] {
  const cells: Span[] = [];
  let { start, end } = trim(text, line);
  if (text.charAt(start) === "|" && start < end) start++;
  let open = start;
  for (let at = start; at < end; at++) {
    const char = text.charAt(at);
    if (char === "\\") at++;
    else if (char === "|") {
      cells.push(trim(text, { start: open, end: at }));
      open = at + 1;
    }
  }
  const last = trim(text, { start: Math.min(open, end), end });
  return last.end > last.start || cells.length === 0 ? [...cells, last] : cells;
}

/** The line below a table's head: the side of each column, or null where the line is no such thing. */
export function readColumns(text: string, line: Span): readonly CellSide[] | null {
  const words = text.slice(line.start, line.end);
  if (!/^[|:\- \t]+$/u.test(words) || !words.includes("|") || !words.includes("-")) return null;
  const cells = splitCells(text, line).map(({ start, end }) => text.slice(start, end));
  if (!cells.every((cell) => /^:?-+:?$/u.test(cell))) return null;
  return cells.map((cell) => {
    if (!cell.endsWith(":")) return "start";
    return cell.startsWith(":") ? "center" : "end";
  });
}

function trim(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from++;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
