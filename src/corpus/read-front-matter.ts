import { parse } from "yaml";

export interface FrontMatter {
  /** Scalars by lower-case name, as text; dates as `YYYY-MM-DD`, a list of authors joined by commas. */
  readonly values: Readonly<Record<string, string>>;
  /** Where the text below it begins; 0 when there is none. */
  readonly end: number;
}

/** YAML between two `---` lines at the top of a text. What is no mapping, or no YAML, is prose and left alone. */
export function readFrontMatter(text: string): FrontMatter {
  const match = /^---[ \t]*\n([\s\S]{0,10000}?)\n---[ \t]*(?:\n|$)/u.exec(text);
  if (match === null) return { values: {}, end: 0 };
  const mapping = parseMapping(match[1] ?? "");
  if (mapping === null) return { values: {}, end: 0 };
  const values: Record<string, string> = Object.create(null);
  for (const [given, value] of Object.entries(mapping)) {
    const name = given.toLowerCase();
    const written = /^authors?$/u.test(name) && Array.isArray(value) ? joinNames(value) : scalarText(value);
    if (written !== null) values[name] = written;
  }
  return { values, end: match[0].length };
}

function joinNames(list: readonly unknown[]): string {
  return list
    .map(scalarText)
    .filter((name) => name !== null && name !== "")
    .join(", ");
}

/** A scalar as text; null for what is none. */
function scalarText(value: unknown): string | null {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : null;
}

function parseMapping(yaml: string): object | null {
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 0, schema: "core" });
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
