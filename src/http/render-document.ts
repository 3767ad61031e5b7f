import type { Document } from "../domain/document.ts";
import type { Span } from "../domain/span.ts";
import type { Container, ReaderBlock } from "./reader-block.ts";
import { renderBlock } from "./render-block.ts";
import { type Edit, scanEscapes, scanInline } from "./scan-inline.ts";
import { scanMarkdown } from "./scan-markdown.ts";
import { scanPlainText } from "./scan-plain-text.ts";
import { createWordsWriter, type Overlay } from "./write-words.ts";

/** A heading of the text: its place in the outline, its words as HTML. */
export interface OutlineEntry {
  readonly id: string;
  /** 1 for those that stand below no other. */
  readonly depth: number;
  readonly html: string;
}

export interface RenderedDocument {
  readonly html: string;
  readonly outline: readonly OutlineEntry[];
  /** Where each paragraph begins, ascending; the nth has the id `p-N`. */
  readonly paragraphs: readonly number[];
}

/** Formats whose parsers write Markdown, and whether its inline markup is the author's: converters write escapes alone. */
const markdownTypes: Readonly<Record<string, typeof scanInline>> = {
  "text/markdown": scanInline,
  "text/html": scanEscapes,
  "application/pdf": scanEscapes,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": scanEscapes,
};
const noEdits: readonly Edit[] = [];
/** In code units: inline markup of a longer block stands as it is written. */
const maxMarkedUp = 128 * 1024;

/** A document's text as HTML, block by block, nothing in it but the text's own words; the order of work is that of the text. */
export function renderDocument(
  { text, title, mediaType }: Pick<Document, "text" | "title" | "mediaType">,
  overlay: Overlay,
): RenderedDocument {
  const scan = markdownTypes[mediaType];
  const blocks = scan === undefined ? scanPlainText(text) : scanMarkdown(text);
  const editsIn = (lines: readonly Span[]) => {
    const length = (lines.at(-1)?.end ?? 0) - (lines[0]?.start ?? 0);
    return scan === undefined || length > maxMarkedUp ? noEdits : scan(text, lines);
  };
  const writer = createWordsWriter(text, overlay);
  const titles = createWordsWriter(text, { marks: [], pages: [] });
  const levels: number[] = [];
  const outline: OutlineEntry[] = [];
  const paragraphs: number[] = [];
  const html: string[] = [];
  let path: readonly Container[] = [];
  let isFirst = true;
  for (const block of blocks) {
    const isTitle = isFirst && saysTitle(block, { text, title, marks: overlay.marks });
    if (block.kind !== "matter") isFirst = false;
    html.push(moveTo(block.containers, path) + writer.turnPages(block.start + 1));
    path = block.containers;
    let id: string | null = null;
    if (block.kind === "heading" && !isTitle) {
      while ((levels.at(-1) ?? 0) >= block.level) levels.pop();
      levels.push(block.level);
      id = `s-${outline.length + 1}`;
      outline.push({ id, depth: levels.length, html: titles.write(block.lines, editsIn(block.lines), "spaces") });
    } else if (block.kind === "paragraph" || block.kind === "plain") id = `p-${paragraphs.push(block.start)}`;
    html.push(renderBlock(block, { id, isTitle, depth: levels.length, editsIn, writer }));
  }
  html.push(moveTo([], path), writer.finish());
  return { html: html.filter((piece) => piece !== "").join("\n"), outline, paragraphs };
}

/** The text's own title, which the page shows above it; not where words of it are cited. */
function saysTitle(
  block: ReaderBlock,
  { text, title, marks }: { readonly text: string; readonly title: string; readonly marks: Overlay["marks"] },
): boolean {
  if (block.kind !== "heading" && block.kind !== "plain") return false;
  const [line] = block.lines;
  if (block.lines.length !== 1 || line === undefined || line.end - line.start > title.length + 100) return false;
  return text.slice(line.start, line.end).trim() === title && !marks.some(({ start }) => start < line.end);
}

/** Closes containers of the block before, and opens those of the next. */
function moveTo(next: readonly Container[], path: readonly Container[]): string {
  let shared = 0;
  while (shared < path.length && path[shared] === next[shared]) shared++;
  const [left, entered] = [path[shared], next[shared]];
  const isSameList = left?.kind === "item" && entered?.kind === "item" && left.list === entered.list;
  const closing = path.slice(shared).map((container, index) => closeTag(container, index === 0 && isSameList));
  const opening = next.slice(shared).map((container, index) => openTag(container, index === 0 && isSameList));
  return [...closing.reverse(), ...opening].join("");
}

function openTag(container: Container, isSameList: boolean): string {
  if (container.kind === "quote") return "<blockquote>";
  const { list, number } = container;
  const item = number === null ? "<li>" : `<li value="${number}">`;
  if (isSameList) return item;
  return list.isOrdered ? `<ol>${item}` : `<ul>${item}`;
}

function closeTag(container: Container, isSameList: boolean): string {
  if (container.kind === "quote") return "</blockquote>";
  if (isSameList) return "</li>";
  return container.list.isOrdered ? "</li></ol>" : "</li></ul>";
}
