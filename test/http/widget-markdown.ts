import { widgetNotes } from "../../src/http/widget-notes.ts";
import { widgetTables } from "../../src/http/widget-tables.ts";

/** Columns of a line of prose. */
const width = 128;

/** The reference of the widget as docs/widget.md has it, from its first table to its end. */
export function renderWidgetMarkdown(): string {
  const tables = widgetTables().map(({ title, columns, rows }) =>
    [
      `## ${title}`,
      "",
      `| ${columns.join(" | ")} |`,
      `|${"---|".repeat(columns.length)}`,
      ...rows.map(([name, ...cells]) => `| \`${name}\` | ${cells.join(" | ")} |`),
    ].join("\n"),
  );
  const notes = widgetNotes.map(({ title, words, code }) =>
    [`## ${title}`, ...words.map(wrap), ...(code === undefined ? [] : [`\`\`\`\n${code}\n\`\`\``])].join("\n\n"),
  );
  return `${[...tables, ...notes].join("\n\n")}\n`;
}

function wrap(paragraph: string): string {
  const lines: string[] = [];
  for (const word of paragraph.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || `${last} ${word}`.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join("\n");
}
