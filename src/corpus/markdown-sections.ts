import type { Span } from "../domain/span.ts";

/** A part of a Markdown text whose blocks are the same whether it is parsed alone or with the rest. */
export interface MarkdownSection extends Span {
  /** It is one paragraph and need not be parsed. */
  readonly isParagraph: boolean;
}

/** A section is closed at the first place where it can be, once it is this long. */
const wantedLength = 32 * 1024;
/** A section with no such place is cut at a line end once it is this long, and a longer line is a paragraph. */
const mostLength = 64 * 1024;

/** What begins a block that belongs to nothing before it: a heading, or a paragraph at the margin. */
const beginsBlock = /^(?:#{1,6}(?:[ \t]|$)|(?!\d{1,9}[.)](?:[ \t]|$))[\p{L}\p{N}"'“‘(*_[])/u;
/** A line of a paragraph that begins nothing else and underlines nothing. */
const isPlain = /^(?!\d{1,9}[.)](?:[ \t]|$))[\p{L}\p{N}"'“‘(]/u;
const fence = /^ {0,3}(`{3,}|~{3,})/u;
/** HTML blocks that blank lines do not end, by what does (CommonMark 4.6, kinds 1 to 5). */
const htmlBlocks: readonly (readonly [begins: RegExp, ends: RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/iu, /<\/(?:script|pre|style|textarea)>/iu],
  [/^ {0,3}<!--/u, /-->/u],
  [/^ {0,3}<\?/u, /\?>/u],
  [/^ {0,3}<![A-Za-z]/u, />/u],
  [/^ {0,3}<!\[CDATA\[/u, /\]\]>/u],
];

/**
 * Cuts a Markdown text, from `start` to its end, into sections. Plain paragraphs, which are most of most texts, are told
 * by their lines; the rest goes to a parser piece by piece, since that takes several hundred bytes of memory for each
 * byte at once. Only a block of more than 64 KiB is cut inside, at a line end.
 */
export function markdownSections(text: string, start: number): readonly MarkdownSection[] {
  const sections: MarkdownSection[] = [];
  let open = start;
  const close = (at: number) => {
    if (at > open) sections.push({ start: open, end: at, isParagraph: false });
    open = at;
  };
  const add = (at: number, end: number) => {
    close(at);
    sections.push({ start: at, end, isParagraph: true });
    open = end;
  };
  /** Null outside fenced code and HTML, else whether a line ends it. */
  let endsRaw: ((line: string) => boolean) | null = null;
  let isAfterBlank = true;
  for (let at = start; at < text.length; ) {
    const end = lineEnd(text, at);
    if (end - at > mostLength) {
      add(at, end);
      isAfterBlank = false;
      at = end;
      continue;
    }
    const line = text.slice(at, end).replace(/\n$/u, "");
    const isFree = endsRaw === null && isAfterBlank;
    const paragraphEnd = isFree && isPlain.test(line) ? endOfParagraph(text, end) : null;
    if (paragraphEnd !== null) {
      add(at, paragraphEnd);
      isAfterBlank = true;
      at = paragraphEnd;
      continue;
    }
    if (at - open >= mostLength || (isFree && at - open >= wantedLength && beginsBlock.test(line))) close(at);
    if (endsRaw === null) endsRaw = beginRaw(line);
    else if (endsRaw(line)) endsRaw = null;
    isAfterBlank = line.trim() === "";
    at = end;
  }
  close(text.length);
  return sections;
}

/** Behind the line break of the line at an offset. */
function lineEnd(text: string, at: number): number {
  const lineBreak = text.indexOf("\n", at);
  return lineBreak < 0 ? text.length : lineBreak + 1;
}

/**
 * Where a paragraph, of which a first line is read, and the blank lines after it end; null where one of its lines may
 * begin or be something else.
 */
function endOfParagraph(text: string, from: number): number | null {
  let at = from;
  let isBlank = false;
  for (; at < text.length; at = lineEnd(text, at)) {
    const line = text.slice(at, Math.min(lineEnd(text, at), at + 1000));
    if (line.trim() === "") isBlank = true;
    else if (isBlank) return at;
    else if (!isPlain.test(line)) return null;
  }
  return at;
}

/** What ends the fenced code or the HTML that a line begins and does not end; null where it begins none. */
function beginRaw(line: string): ((line: string) => boolean) | null {
  const marks = fence.exec(line)?.[1];
  if (marks !== undefined) {
    const closing = new RegExp(`^ {0,3}[${marks.charAt(0)}]{${marks.length},}[ \\t]*$`, "u");
    return (each) => closing.test(each);
  }
  for (const [begins, ends] of htmlBlocks) {
    if (begins.test(line)) return ends.test(line.slice(line.indexOf("<") + 2)) ? null : (each) => ends.test(each);
  }
  return null;
}
