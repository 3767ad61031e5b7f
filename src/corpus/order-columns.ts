import type { PdfFragment } from "./pdf-fragments.ts";

/** So many jumps from the left column to the right one show that lines were drawn across both. */
const manyJumps = 4;
/** Characters of a line of prose in a column; cells of a table are shorter. */
const proseWidth = 25;

/** Fragments of a page in the order of reading: where they were drawn across two columns, the left one comes first. */
export function orderColumns(fragments: readonly PdfFragment[]): readonly PdfFragment[] {
  const gutter = findGutter(fragments);
  if (gutter === null) return fragments;
  const sideOf = ({ x, endX }: PdfFragment) => (endX <= gutter ? "left" : x >= gutter ? "right" : "across");
  let jumps = 0;
  for (let at = 1; at < fragments.length; at++)
    if (sideOf(fragments[at - 1] as PdfFragment) === "left" && sideOf(fragments[at] as PdfFragment) === "right")
      jumps++;
  if (jumps < manyJumps) return fragments;

  const ordered: PdfFragment[] = [];
  let left: PdfFragment[] = [];
  let right: PdfFragment[] = [];
  const flush = () => {
    ordered.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const fragment of fragments) {
    const side = sideOf(fragment);
    if (side === "left") left.push(fragment);
    else if (side === "right") right.push(fragment);
    else {
      // What stands across both columns parts what is above it from what is below.
      flush();
      ordered.push(fragment);
    }
  }
  flush();
  return ordered;
}

/** Where the right column begins, if most of the page is prose in two columns; else null. */
function findGutter(fragments: readonly PdfFragment[]): number | null {
  const prose = fragments.filter(({ text }) => text.length >= proseWidth);
  if (prose.length < 2 * manyJumps || prose.length * 2 < fragments.length) return null;
  const starts = prose.map(({ x }) => x).sort((a, b) => a - b);
  let gutter: number | null = null;
  let widest = 0;
  for (let at = 1; at < starts.length; at++) {
    const jump = (starts[at] as number) - (starts[at - 1] as number);
    if (jump > widest) {
      widest = jump;
      gutter = starts[at] as number;
    }
  }
  if (gutter === null) return null;
  const edge = gutter - 1;
  const left = prose.filter(({ endX }) => endX <= edge).length;
  const right = prose.filter(({ x }) => x >= edge).length;
  return Math.min(left, right) >= manyJumps && (left + right) * 4 >= prose.length * 3 ? edge : null;
}
