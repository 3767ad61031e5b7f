import type { Nodes, Parent, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import type { Block } from "../domain/block.ts";
import type { Span } from "../domain/span.ts";
import { trimSpan } from "../text/sentences.ts";
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
  const frontMatter = readFrontMatter(text);

  const root = fromMarkdown(blankFrontMatter(text, frontMatter.end), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const outline = createOutline();
  const blocks: Block[] = [];
  for (const node of root.children) {
    if (node.type === "heading") {
      outline.open(node.depth, plainText(node));
      continue;
    }
    const parts = prose(node)
      .map((span) => trimSpan(text, span))
      .filter(({ start, end }) => end > start);
    const first = parts[0];
    const last = parts.at(-1);
    if (first === undefined || last === undefined) continue;
    blocks.push({ start: first.start, end: last.end, heading: outline.path(), parts });
  }
  return { title: frontMatter.values.title ?? outline.title(), frontMatter: frontMatter.values, blocks };
}

/** Front matter is blanked by line breaks, so that offsets stay and nothing of it becomes indented code. */
function blankFrontMatter(text: string, until: number): string {
  return "\n".repeat(until) + text.slice(until);
}

/** Tracks headings: the first of depth 1 is the title, and the path holds what stands above a block below it. */
function createOutline() {
  const open: { depth: number; words: string }[] = [];
  let title: string | null = null;
  return {
    open(depth: number, words: string) {
      while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
      if (title === null && depth === 1) title = words;
      else if (words !== "") open.push({ depth, words });
    },
    path: (): readonly string[] => open.map(({ words }) => words),
    title: (): string | null => title ?? open[0]?.words ?? null,
  };
}

/** Spans of a block's prose: a paragraph is one part, a list item and a table row are parts of their own. */
function prose(node: Nodes): Span[] {
  switch (node.type) {
    case "paragraph":
    case "tableRow":
      return [spanOf(node)];
    case "code":
      return codeLines(node);
    case "html":
    case "thematicBreak":
    case "definition":
      return [];
    default:
      return "children" in node ? (node as Parent).children.flatMap((child) => prose(child)) : [spanOf(node)];
  }
}

/** The lines between the fences; indented code has none, and is taken whole. */
function codeLines(node: Extract<Nodes, { type: "code" }>): Span[] {
  const { start, end } = spanOf(node);
  const lines = (node.position?.end.line ?? 0) - (node.position?.start.line ?? 0) + 1;
  const valueLines = node.value.split("\n").length;
  if (lines === valueLines) return [{ start, end }];
  return node.value === "" ? [] : [{ start: start + fenceLength(node), end: end - (lines - valueLines > 1 ? 4 : 0) }];
}

function fenceLength(node: Extract<Nodes, { type: "code" }>): number {
  return 3 + (node.lang?.length ?? 0) + (node.meta === null || node.meta === undefined ? 0 : node.meta.length + 1) + 1;
}

function spanOf(node: Nodes | Root): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function plainText(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map((child) => plainText(child)).join("") : "";
}
