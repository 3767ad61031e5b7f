/** Printed as it is; null, for what could not be measured, as a dash. */
export type Cell = string | number | null;

/** Rows under a head as a Markdown table. */
export function markdownTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, head.map(() => "---"), ...rows]
    .map((row) => `| ${row.map((cell) => cell ?? "-").join(" | ")} |`)
    .join("\n");
}

/** A share, 0 to 1, with three decimals. */
export function share(value: number | null): Cell {
  return value === null ? null : value.toFixed(3);
}
