import { CorpusError } from "../domain/errors.ts";

/** A row of a table, or an object of a JSON lines file: scalars as text, by lower-case name. */
export type Fields = Readonly<Record<string, string>>;

/** Names of a field that holds the text of a row, the likeliest first. */
const textNames = [
  "text",
  "content",
  "body",
  "passage",
  "paragraph",
  "article",
  "fulltext",
  "full_text",
  "document",
  "abstract",
  "answer",
  "summary",
  "description",
  "message",
  "comment",
];

/**
 * The field that holds the text of each row, judged by the first rows of a file: the wanted one whatever its case, else
 * the likeliest by name, else the one with the longest prose on average. Throws a `CorpusError` that lists the fields.
 */
export function chooseTextColumn(names: readonly string[], sample: readonly Fields[], wanted: string | null): string {
  if (wanted !== null) {
    if (names.includes(wanted.toLowerCase())) return wanted.toLowerCase();
    throw new CorpusError(`it has no column "${wanted}" for the text of a row; it has ${listNames(names)}`);
  }
  const isFilled = (name: string) => sample.some((fields) => (fields[name] ?? "").trim() !== "");
  const named = textNames.find((name) => names.includes(name) && isFilled(name));
  if (named !== undefined) return named;
  const longest = names
    .filter(isFilled)
    .map((name) => ({ name, length: proseLength(sample, name) }))
    .reduce<{ name: string; length: number } | null>(
      (best, each) => ((best?.length ?? -1) < each.length ? each : best),
      null,
    );
  if (longest === null) throw new CorpusError(`none of its columns holds text; it has ${listNames(names)}`);
  return longest.name;
}

/** Addresses and hashes are long too, but they hold no spaces. */
function proseLength(sample: readonly Fields[], name: string): number {
  const isProse = (value: string) =>
    /\s/u.test(value.trim()) || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u.test(value);
  const lengths = sample.map((fields) => fields[name] ?? "").map((value) => value.length * (isProse(value) ? 1 : 0.01));
  return lengths.reduce((sum, length) => sum + length, 0);
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, 30).map((name) => `"${name.slice(0, 60)}"`);
  if (names.length > shown.length) shown.push(`and ${names.length - shown.length} more`);
  return shown.length === 0 ? "none at all" : shown.join(", ");
}
