import type { Span } from "../src/domain/span.ts";
import { squeezeWhiteSpace } from "./on-evidence.ts";

/** A document as the evaluation sees it. */
export interface EvaluationDocument {
  readonly id: string;
  /** The name of its file without folders, with its ending: what puts it into a half. */
  readonly fileName: string;
  /** Canonical text, that citations and passages point into. */
  readonly text: string;
}

/** A block between blank lines, with its text squeezed for comparison. */
export interface Paragraph extends Span {
  readonly squeezed: string;
}

/** A document with what the evaluation looks up in it for every case. */
export interface PreparedDocument extends EvaluationDocument {
  readonly squeezed: string;
  readonly paragraphs: readonly Paragraph[];
}

export function prepareDocument(document: EvaluationDocument): PreparedDocument {
  return {
    ...document,
    squeezed: squeezeWhiteSpace(document.text),
    paragraphs: splitParagraphs(document.text),
  };
}

/** Blocks between blank lines, in order; a line of white space alone is blank. */
export function splitParagraphs(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  const close = (end: number): void => {
    const squeezed = squeezeWhiteSpace(text.slice(start, end));
    if (squeezed !== "") paragraphs.push({ start, end, squeezed });
  };
  for (const gap of text.matchAll(/\n[^\S\n]*(?:\n[^\S\n]*)+/gu)) {
    close(gap.index);
    start = gap.index + gap[0].length;
  }
  close(text.length);
  return paragraphs;
}
