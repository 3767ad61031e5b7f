import { goesOn } from "./join-lines.ts";
import { type PageMeasure, rightEdge } from "./measure-pdf.ts";
import type { PdfLine } from "./pdf-lines.ts";

export interface PdfParagraph {
  readonly kind: "prose" | "heading" | "item" | "table";
  readonly lines: readonly PdfLine[];
}

const bullet = /^[•‣◦▪■□●○∙·➢✓*–—-]\s+[\p{L}\p{N}\p{Ps}\p{Pi}"'<$€£]/u;
const numbered = /^\d{1,2}[.)]\s+[\p{L}\p{N}\p{Ps}\p{Pi}"'<$€£]/u;
const endsSentence = /[.!?:。！？：…]["'”’)\]]*$/u;
/** Longer lines in large type are prose for those who read from afar. */
const maxHeading = 200;

/** Lines of all pages, in the order of reading, as paragraphs; one that goes on on the next page stays whole. */
export function pdfParagraphs(lines: readonly PdfLine[], measure: PageMeasure): readonly PdfParagraph[] {
  const paragraphs: { kind: PdfParagraph["kind"]; lines: PdfLine[] }[] = [];
  for (const [at, line] of lines.entries()) {
    const open = paragraphs.at(-1);
    const kind = kindOf(line, lines[at - 1], lines[at + 1], measure);
    const isApart = open === undefined || startsAnew(open, line, kind, measure);
    if (isApart) paragraphs.push({ kind, lines: [line] });
    else open.lines.push(line);
  }
  return paragraphs.map((paragraph) =>
    paragraph.kind === "heading" && paragraph.lines.reduce((sum, { text }) => sum + text.length, 0) > maxHeading
      ? { ...paragraph, kind: "prose" }
      : paragraph,
  );
}

type Kind = PdfParagraph["kind"];

function kindOf(line: PdfLine, before: PdfLine | undefined, after: PdfLine | undefined, measure: PageMeasure): Kind {
  if (line.size >= measure.bodySize * 1.14 && /\p{L}/u.test(line.text)) return "heading";
  const isRow = (each: PdfLine | undefined) => each !== undefined && each.page === line.page && each.cells.length > 1;
  if (line.cells.length > 1 && !bullet.test(line.text) && (isRow(before) || isRow(after))) return "table";
  return bullet.test(line.text) || numbered.test(line.text) ? "item" : "prose";
}

function startsAnew(
  open: { readonly kind: Kind; readonly lines: readonly PdfLine[] },
  line: PdfLine,
  kind: Kind,
  measure: PageMeasure,
): boolean {
  const last = open.lines.at(-1) as PdfLine;
  if (kind === "table" || open.kind === "table") return open.kind !== kind || last.page !== line.page;
  if (kind === "heading" || open.kind === "heading")
    return (
      open.kind !== kind ||
      last.page !== line.page ||
      Math.abs(last.size - line.size) > 0.5 ||
      isFar(last, line, measure, 1.6)
    );
  if (kind === "item" && (bullet.test(line.text) || open.kind === "item" || endsSentence.test(last.text))) return true;
  const drop = line.y - last.y;
  if (last.page !== line.page || drop < -0.5 * line.size) return !goesOn(last.text, line.text);
  if (Math.abs(last.size - line.size) > 0.12 * measure.bodySize || isFar(last, line, measure, 1.35)) return true;
  return isIndented(open, line, measure) || endsEarly(last, measure);
}

function isFar(last: PdfLine, line: PdfLine, { leading, bodySize }: PageMeasure, times: number): boolean {
  return line.y - last.y > times * leading * Math.max(1, line.size / bodySize);
}

/** A line that begins elsewhere than the one before it; the second line of a paragraph may, after an indent or a hang. */
function isIndented(open: { readonly lines: readonly PdfLine[] }, line: PdfLine, measure: PageMeasure): boolean {
  const last = open.lines.at(-1) as PdfLine;
  const step = (line.x - last.x) / line.size;
  if (Math.abs(step) < 0.8 || Math.abs(step) > 40) return false;
  if (open.lines.length > 1) return true;
  return (
    step > 0 &&
    last.endX < rightEdge(measure, last) - 2 * line.size &&
    !bullet.test(last.text) &&
    !numbered.test(last.text)
  );
}

function endsEarly(last: PdfLine, measure: PageMeasure): boolean {
  const right = rightEdge(measure, last);
  return endsSentence.test(last.text) && right - last.endX > 0.3 * (right - last.x);
}
