import type { Span } from "../domain/span.ts";
import type { ReaderBlock } from "./reader-block.ts";
import type { Edit } from "./scan-inline.ts";
import type { WordsWriter } from "./write-words.ts";

export interface BlockView {
  /** Null for a block that nothing links to. */
  readonly id: string | null;
  /** The page shows its words above the text, so that the style sheet hides it. */
  readonly isTitle: boolean;
  /** How many headings stand above the block, itself included, each inside the one before. */
  readonly depth: number;
  readonly editsIn: (lines: readonly Span[]) => readonly Edit[];
  readonly writer: WordsWriter;
}

/** One block as an element. */
export function renderBlock(block: ReaderBlock, view: BlockView): string {
  const { id, isTitle, depth, editsIn, writer } = view;
  const named = id === null ? "" : ` id="${id}"`;
  switch (block.kind) {
    case "plain":
    case "paragraph": {
      const isPlain = block.kind === "plain";
      const words = writer.write(block.lines, isPlain ? [] : editsIn(block.lines), isPlain ? "shown" : "spaces");
      return `<p${named}${isTitle ? ' class="said"' : ""}>${words}${isTitle ? "" : linkTo(id)}</p>`;
    }
    case "heading": {
      const tag = `h${Math.min(6, depth + 1)}`;
      if (isTitle) return `<p class="said">${writer.write(block.lines, editsIn(block.lines), "spaces")}</p>`;
      return `<${tag}${named}>${writer.write(block.lines, editsIn(block.lines), "spaces")}</${tag}>`;
    }
    case "code":
      return renderCode(block, writer);
    case "matter":
      return `<details class="matter"><summary>About this file</summary>\n<pre>${writer.write(block.lines, [], "kept")}</pre>\n</details>`;
    case "table":
      return renderTable(block, view);
    case "rule":
      return "<hr>";
  }
}

/** The sign is the style sheet's: no part of the text when that is selected or copied. */
function linkTo(id: string | null): string {
  return id === null ? "" : `<a class="anchor" href="#${id}" aria-label="Link to this paragraph"></a>`;
}

function renderCode({ info, lines }: Extract<ReaderBlock, { kind: "code" }>, writer: WordsWriter): string {
  const language = info === null ? "" : `<p class="info">${writer.write([info], [], "spaces")}</p>\n`;
  return `${language}<pre tabindex="0"><code>${writer.write(lines, [], "kept")}</code></pre>`;
}

/** A wide table scrolls by itself, which a keyboard can do where the element around it takes the focus. */
function renderTable({ rows, sides }: Extract<ReaderBlock, { kind: "table" }>, { editsIn, writer }: BlockView): string {
  const [head = [], ...body] = rows.map((cells, row) => {
    const tag = row === 0 ? "th" : "td";
    const written = cells.map((cell, column) => {
      const side = sides[column] ?? "start";
      const words = writer.write([cell], editsIn([cell]), "spaces");
      return `<${tag}${row === 0 ? ' scope="col"' : ""}${side === "start" ? "" : ` class="${side}"`}>${words}</${tag}>`;
    });
    return `<tr>${written.join("")}</tr>`;
  });
  return `<div class="table" tabindex="0" role="region" aria-label="Table"><table>
<thead>${head}</thead>
<tbody>
${body.join("\n")}
</tbody>
</table></div>`;
}
