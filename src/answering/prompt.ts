import { ConfigurationError } from "../domain/errors.ts";

/** A prompt as written in Markdown: fixed instructions, and a message with named slots for what is data. */
export interface Prompt {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly slots: readonly string[];
  /** Goes out as the system's words; holds no slot, so that no data ever stands among the instructions. */
  readonly instructions: string;
  readonly message: string;
}

const fields = ["name", "version", "description", "slots"] as const;
type Field = (typeof fields)[number];

/** A slot in a message, such as `{{question}}`. */
export const slotPattern = /\{\{([a-z]+)\}\}/gu;

/**
 * Reads a prompt: `---`, one `key: value` a line (name, version, description, slots parted by commas), `---`, then the
 * sections `# Instructions` and `# Message`. Throws a `ConfigurationError` with all problems, each as `FILE:LINE: ...`.
 */
export function parsePrompt(markdown: string, name: string): Prompt {
  const lines = markdown.replace(/^\uFEFF/u, "").split(/\r?\n/u);
  const problems: string[] = [];
  const report = (line: number, problem: string) => problems.push(`${name}.md:${line + 1}: ${problem}`);
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) {
    report(0, 'expected front matter between two lines of "---" at the start of the file');
    throw new ConfigurationError(problems);
  }
  const values = readFields(lines.slice(0, end), report);
  if (values.name !== undefined && values.name !== name) {
    report(0, `the name is "${values.name}"; expected "${name}", as the file is called`);
  }
  const slots = (values.slots ?? "").split(",").map((slot) => slot.trim());
  const instructions = readSection(lines, { from: end, heading: "# Instructions", until: "# Message" }, report);
  const message = readSection(lines, { from: end, heading: "# Message", until: null }, report);
  checkSlots({ lines, from: end + 1, slots }, report);
  if (problems.length > 0) throw new ConfigurationError(problems);
  const { version = "", description = "" } = values;
  return { name, version, description, slots, instructions, message };
}

type Report = (line: number, problem: string) => void;

function readFields(lines: readonly string[], report: Report): Partial<Record<Field, string>> {
  const values: Partial<Record<Field, string>> = {};
  lines.slice(1).forEach((line, i) => {
    const [, key = "", value = ""] = /^([a-z]+): (.*\S)\s*$/u.exec(line) ?? [];
    const field = fields.find((each) => each === key);
    if (field === undefined) report(i + 1, `"${line}" is none of ${fields.map((each) => `"${each}: ..."`).join(", ")}`);
    else if (values[field] !== undefined) report(i + 1, `"${field}" is given twice`);
    else values[field] = value;
  });
  for (const field of fields) if (values[field] === undefined) report(0, `the front matter lacks "${field}"`);
  return values;
}

interface Section {
  readonly from: number;
  readonly heading: string;
  readonly until: string | null;
}

function readSection(lines: readonly string[], { from, heading, until }: Section, report: Report): string {
  const start = lines.indexOf(heading, from);
  const end = until === null ? lines.length : lines.indexOf(until, Math.max(start, from));
  const text = lines
    .slice(start + 1, end < 0 ? lines.length : end)
    .join("\n")
    .trim();
  if (start < 0 || text === "") report(from, `expected a section "${heading}" with words in it after the front matter`);
  return text;
}

/** Every slot is declared and used, in the message alone. */
function checkSlots(
  { lines, from, slots }: { lines: readonly string[]; from: number; slots: readonly string[] },
  report: Report,
): void {
  const message = lines.indexOf("# Message", from);
  const used = new Set<string>();
  lines.slice(from).forEach((text, i) => {
    const line = from + i;
    for (const [written, slot = ""] of text.matchAll(slotPattern)) {
      used.add(slot);
      if (!slots.includes(slot))
        report(line, `${written} is no declared slot; the front matter names ${slots.join(", ")}`);
      if (line < message) report(line, `${written} stands outside of "# Message"; instructions hold no data`);
    }
    if (/\{\{|\}\}/u.test(text.replace(slotPattern, "")))
      report(line, "expected a slot as {{name}} in lower-case letters");
  });
  for (const slot of slots) if (!used.has(slot)) report(0, `the slot "${slot}" is declared and never used`);
}
