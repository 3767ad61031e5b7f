import type { PdfLine } from "./pdf-lines.ts";

/** How the body of a document is set, in points. */
export interface PageMeasure {
  /** The size that most characters have. */
  readonly bodySize: number;
  /** From one baseline to the next within a paragraph. */
  readonly leading: number;
  /** Where lines end at the right, by page and by where they begin. */
  readonly rightEdges: ReadonlyMap<string, number>;
}

export function measurePdf(lines: readonly PdfLine[]): PageMeasure {
  const characters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
  }
  const bodySize = [...characters].reduce((best, each) => (each[1] > best[1] ? each : best), [10, 0])[0];
  const steps: number[] = [];
  for (let at = 1; at < lines.length; at++) {
    const [last, line] = [lines[at - 1] as PdfLine, lines[at] as PdfLine];
    const step = line.y - last.y;
    const isBody = Math.abs(line.size - bodySize) < 1 && last.page === line.page;
    if (isBody && step > 0.8 * bodySize && step < 2.2 * bodySize) steps.push(step);
  }
  steps.sort((a, b) => a - b);
  const rightEdges = new Map<string, number>();
  for (const line of lines) {
    const key = columnOf(line.page, line.x, bodySize);
    rightEdges.set(key, Math.max(rightEdges.get(key) ?? 0, line.endX));
  }
  return { bodySize, leading: steps[steps.length >> 1] ?? 1.25 * bodySize, rightEdges };
}

/** Where the lines end that begin about where this one does. */
export function rightEdge({ rightEdges, bodySize }: PageMeasure, line: PdfLine): number {
  const near = [-1, 0, 1].map(
    (step) => rightEdges.get(columnOf(line.page, line.x + step * 3 * bodySize, bodySize)) ?? 0,
  );
  return Math.max(...near);
}

function columnOf(page: number, x: number, bodySize: number): string {
  return `${page} ${Math.round(x / (3 * bodySize))}`;
}
