import type { Fields } from "./text-column.ts";

/** Nobody nests rows deeper than this; what does was made to exhaust its reader. */
const maxDepth = 32;

/** The scalars of one JSON object, as text by lower-case name, or the reason why it is no row. */
export type JsonRow = { readonly fields: Fields } | { readonly problem: string };

/** One line of JSON as a row: scalars, and lists of them joined by commas; of equal names the first counts. */
export function readJsonRow(line: string): JsonRow {
  const value = parseJson(line);
  if (value === undefined) return { problem: "it is no JSON" };
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { problem: `it is ${nameOf(value)}, and a JSON object was expected` };
  if (isDeeper(value, maxDepth)) return { problem: `it is nested deeper than ${maxDepth} levels` };
  const fields: Record<string, string> = Object.create(null);
  for (const [name, held] of Object.entries(value)) {
    const text = Array.isArray(held) ? held.map(scalarText).filter(Boolean).join(", ") : scalarText(held);
    if (text !== null) fields[name.toLowerCase()] ??= text;
  }
  return { fields };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function nameOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}

/** Recurses `levels` deep at most, whatever it is given. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1));
}

function scalarText(value: unknown): string | null {
  // A lone surrogate can't be stored as UTF-8, and offsets would move when it was read back.
  if (typeof value === "string") return value.toWellFormed();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}
