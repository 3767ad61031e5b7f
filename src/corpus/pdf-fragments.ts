import type { PdfPage } from "./open-pdf.ts";

/** Words that stand together on one baseline. Points, measured from the top left of the page as it is shown. */
export interface PdfFragment {
  readonly text: string;
  readonly x: number;
  readonly endX: number;
  readonly y: number;
  readonly size: number;
}

type Matrix = readonly [number, number, number, number, number, number];

/** A gap wider than this, in ems, parts two columns or two cells; words of a justified line stand closer. */
const cellGap = 1.5;
const wordGap = 0.13;

/** The text of a page in the order in which it was drawn, which is nearly always the order of reading. */
export async function readFragments(page: PdfPage): Promise<readonly PdfFragment[]> {
  const view = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  const { items } = await page.getTextContent();
  const upright: PdfFragment[] = [];
  const turned: PdfFragment[] = [];
  for (const item of items) {
    if (!("str" in item) || item.str.trim() === "") continue;
    const [a, b, c, d, x, y] = multiply(view, item.transform as unknown as Matrix);
    const size = Math.hypot(c, d);
    if (![x, y, size, item.width].every(Number.isFinite) || size === 0) continue;
    const fragment = { text: item.str, x, endX: x + Math.abs(item.width), y, size };
    // Stamps along the margin are turned; so is all of a page that was scanned sideways.
    (Math.abs(b) <= Math.abs(a) * 0.2 ? upright : turned).push(fragment);
  }
  return joinNeighbours(upright.length > 0 ? upright : turned);
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function joinNeighbours(fragments: readonly PdfFragment[]): PdfFragment[] {
  const joined: PdfFragment[] = [];
  for (const next of fragments) {
    const last = joined.at(-1);
    const gap = last === undefined ? 0 : next.x - last.endX;
    const em = Math.max(last?.size ?? 0, next.size);
    if (last === undefined || !isSameBaseline(last, next) || gap > cellGap * em || gap < -em) joined.push(next);
    // Bold type is sometimes made by drawing the same words twice, a hair apart.
    else if (last.text === next.text && Math.abs(last.x - next.x) < em * 0.2) continue;
    else {
      const isApart = gap > wordGap * em || /\s$/u.test(last.text) || /^\s/u.test(next.text);
      joined[joined.length - 1] = {
        text: `${last.text.trimEnd()}${isApart ? " " : ""}${next.text.trimStart()}`,
        x: last.x,
        endX: Math.max(last.endX, next.endX),
        y: last.text.length >= next.text.length ? last.y : next.y,
        size: last.text.length >= next.text.length ? last.size : next.size,
      };
    }
  }
  return joined;
}

/** Superscripts stand higher and are smaller, and still belong to the line. */
export function isSameBaseline(a: Pick<PdfFragment, "y" | "size">, b: Pick<PdfFragment, "y" | "size">): boolean {
  return Math.abs(a.y - b.y) < 0.5 * Math.max(a.size, b.size);
}
