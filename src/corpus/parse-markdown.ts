import type { Nodes, Parent, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import type { Block } from "../domain/block.ts";
import { CorpusError } from "../domain/errors.ts";
import type { Span } from "../domain/span.ts";
import { trimSpan } from "../text/sentences.ts";
import { markdownSections } from "./markdown-sections.ts";
import { readFrontMatter } from "./read-front-matter.ts";

export interface ParsedMarkdown {
  readonly title: string | null;
  readonly frontMatter: Readonly<Record<string, string>>;
  readonly blocks: readonly Block[];
}

/**
 * Blocks of a Markdown text (CommonMark with tables), offsets into the text as written. Front matter, heading marks,
 * bullets, fences, table rules and raw HTML lie outside every part; inline markup stays inside.
 */
export function parseMarkdown(text: string): ParsedMarkdown {
  refuseDeepNesting(text);
  const frontMatter = readFrontMatter(text);

  const outline = createOutline();
  const blocks: Block[] = [];
  const addBlock = (spans: readonly Span[], base: number) => {
    const parts = spans
      .map(({ start, end }) => trimSpan(text, { start: base + start, end: base + end }))
      .filter(({ start, end }) => end > start);
    const first = parts[0];
    const last = parts.at(-1);
    if (first === undefined || last === undefined) return;
    blocks.push({ start: first.start, end: last.end, heading: outline.path(), parts });
  };
  for (const { start, end, isParagraph } of markdownSections(text, frontMatter.end)) {
    if (isParagraph) {
      addBlock([{ start, end }], 0);
      continue;
    }
    const words = text.slice(start, end);
    for (const node of parseSection(words)) {
      if (node.type === "heading") outline.open(node.depth, headingWords(words, node));
      else addBlock(prose(node, words), start);
    }
  }
  return { title: frontMatter.values.title || outline.title(), frontMatter: frontMatter.values, blocks };
}

function parseSection(words: string): readonly Nodes[] {
  return fromMarkdown(words, {
    extensions: [gfmTable(), { disable: { null: inlineConstructs } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  }).children;
}

/** Where blocks begin and end depends on none of these, and a megabyte of hostile emphasis would take hours. */
const inlineConstructs = [
  "attention",
  "autolink",
  "characterEscape",
  "characterReference",
  "codeText",
  "hardBreakEscape",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
];
/** A longer heading stands as it is written. */
const maxHeadingMarkup = 1000;

/** The words of a heading without its inline markup. */
function headingWords(text: string, heading: Extract<Nodes, { type: "heading" }>): string {
  const { start, end } = spanOf(heading);
  return plainText(end - start > maxHeadingMarkup ? heading : fromMarkdown(text.slice(start, end)));
}

/** Parsers recurse: a line that opens this many quotations and lists holds no prose that anybody wrote. */
const maxNesting = 60;

function refuseDeepNesting(text: string): void {
  // White space before each mark alone: were it allowed after one too, a miss would take exponential time.
  const nested = new RegExp(String.raw`^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){${maxNesting}}`, "mu").exec(
    text,
  );
  if (nested === null || /^[ \t]*(?:[-*_][ \t]*)+$/u.test(text.slice(nested.index).split("\n", 1)[0] ?? "")) return;
  const line = text.slice(0, nested.index).split("\n").length;
  throw new CorpusError(`line ${line} opens more than ${maxNesting} quotations or lists inside one another`);
}

/** Tracks headings: the first of depth 1 is the title, and the path holds what stands above a block below it. */
function createOutline() {
  const open: { depth: number; words: string }[] = [];
  let title: string | null = null;
  return {
    open(depth: number, words: string) {
      while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
      if (words === "") return;
      if (title === null && depth === 1) title = words;
      else open.push({ depth, words });
    },
    path: (): readonly string[] => open.map(({ words }) => words),
    title: (): string | null => title ?? open[0]?.words ?? null,
  };
}

/** Spans of a block's prose: a paragraph is one part, a list item and a table row are parts of their own. */
function prose(node: Nodes, text: string): Span[] {
  switch (node.type) {
    case "paragraph":
    case "tableRow":
      return [spanOf(node)];
    case "code":
      return codeLines(node, text);
    case "html":
    case "thematicBreak":
    case "definition":
      return [];
    default:
      return "children" in node ? (node as Parent).children.flatMap((child) => prose(child, text)) : [spanOf(node)];
  }
}

/** Each line between the fences, without what a quotation or a list puts before it; blank lines are left out. */
function codeLines(node: Extract<Nodes, { type: "code" }>, text: string): Span[] {
  const { start, end } = spanOf(node);
  const lines: Span[] = [];
  let from = start;
  for (const line of node.value.split("\n")) {
    const words = line.trim();
    if (words === "") continue;
    // The first line of the value comes after the fence's own line, where the block begins with a fence.
    if (lines.length === 0 && /^[`~]{3}/u.test(text.slice(start, end))) from = text.indexOf("\n", start) + 1;
    const at = text.indexOf(words, from);
    if (at < 0 || at + words.length > end) return lines;
    lines.push({ start: at, end: at + words.length });
    from = at + words.length;
  }
  return lines;
}

function spanOf(node: Nodes | Root): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function plainText(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map((child) => plainText(child)).join("") : "";
}
