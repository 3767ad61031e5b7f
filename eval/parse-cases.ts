import { ConfigurationError } from "../src/domain/errors.ts";
import type { Case } from "./case.ts";
import { caseContradictions } from "./case-contradictions.ts";
import { caseFields } from "./case-fields.ts";

/**
 * Cases of a JSON Lines text, in order; blank lines are skipped. `name` is what messages call the file.
 * Throws one `ConfigurationError` with every problem, each naming file, line, field, what was found and what was
 * expected. Unknown fields are refused, so that a misspelt `must_not` can't go unnoticed.
 */
export function parseCases(jsonl: string, name: string): readonly Case[] {
  const cases: Case[] = [];
  const problems: string[] = [];
  const lineOfId = new Map<string, number>();
  for (const [index, line] of jsonl
    .replace(/^\uFEFF/u, "")
    .split("\n")
    .entries()) {
    if (line.trim() === "") continue;
    const found: string[] = [];
    const parsed = parseLine(line, found);
    if (parsed !== null) {
      const earlier = lineOfId.get(parsed.id);
      if (earlier === undefined) lineOfId.set(parsed.id, index + 1);
      else found.push(`id: found ${JSON.stringify(parsed.id)}, which line ${earlier} has already; expected a new one`);
      if (found.length === 0) cases.push(parsed);
    }
    problems.push(...found.map((problem) => `${name}:${index + 1}: ${problem}`));
  }
  if (cases.length === 0 && problems.length === 0) {
    problems.push(`${name}: found no case; expected one JSON object a line`);
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return cases;
}

/** The case of one line, or null; problems are added to `problems`. */
function parseLine(line: string, problems: string[]): Case | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    problems.push(`found no valid JSON (${(error as Error).message}); expected one JSON object`);
    return null;
  }
  const parsed = caseFields(value, problems);
  if (parsed !== null) problems.push(...caseContradictions(parsed));
  return parsed;
}
