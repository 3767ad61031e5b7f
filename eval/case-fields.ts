import { questionLimits, type Turn } from "../src/domain/question.ts";
import { type Case, caseKinds } from "./case.ts";

const isString = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const isStrings = (value: unknown): value is string[] => Array.isArray(value) && value.every(isString);
const isGroups = (value: unknown): value is string[][] =>
  Array.isArray(value) && value.every((group) => isStrings(group) && group.length > 0);
const isTrue = (value: unknown): value is true => value === true;
const isKind = (value: unknown): value is Case["kind"] => caseKinds.some((kind) => kind === value);
const isQuestion = (value: unknown): value is string =>
  isString(value) && [...value.trim()].length <= questionLimits.maxCodePoints;
const isTurn = (value: unknown): value is Turn =>
  isObject(value) &&
  Object.keys(value).every((key) => key === "role" || key === "content") &&
  (value.role === "user" || value.role === "assistant") &&
  isString(value.content);
const isHistory = (value: unknown): value is Turn[] =>
  Array.isArray(value) && value.length > 0 && value.length <= questionLimits.maxTurns && value.every(isTurn);

const strings = "an array of strings that are not blank";

/** Every field that a line may have. */
const fields = {
  id: { check: isString, expected: "a string that is not blank" },
  kind: { check: isKind, expected: `one of ${caseKinds.join(", ")}` },
  question: {
    check: isQuestion,
    expected: `a string of 1 to ${questionLimits.maxCodePoints} code points, white space around it aside`,
  },
  history: {
    check: isHistory,
    expected: `1 to ${questionLimits.maxTurns} turns {"role": "user" or "assistant", "content": a string}`,
  },
  answers: { check: isStrings, expected: strings },
  all_of: { check: isGroups, expected: "an array of groups, each an array of one or more strings" },
  evidence: { check: isStrings, expected: strings },
  must_not: { check: isStrings, expected: strings },
  abstain: { check: isTrue, expected: "true, or no such field" },
  correction: { check: isStrings, expected: strings },
  abstain_part: { check: isString, expected: "a string that is not blank" },
  type: { check: isString, expected: "a string that is not blank" },
  closest: { check: isString, expected: "a string that is not blank" },
  note: { check: isString, expected: "a string that is not blank" },
} as const;

/** A parsed line as a case with every field filled, or null; each field at fault adds one line to `problems`. */
export function caseFields(value: unknown, problems: string[]): Case | null {
  if (!isObject(value)) {
    problems.push(`found ${shown(value)}; expected one JSON object`);
    return null;
  }
  const before = problems.length;
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(fields, key)) {
      problems.push(`${key}: found an unknown field; expected only ${Object.keys(fields).join(", ")}`);
    }
  }
  function optional<T, D>(key: keyof typeof fields, check: (value: unknown) => value is T, fallback: D): T | D {
    const found = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    if (found === undefined) return fallback;
    if (check(found)) return found;
    problems.push(`${key}: found ${shown(found)}; expected ${fields[key].expected}`);
    return fallback;
  }
  function required<T>(key: keyof typeof fields, check: (value: unknown) => value is T, fallback: T): T {
    if (!Object.hasOwn(value as object, key)) {
      problems.push(`${key}: found nothing; expected ${fields[key].expected}`);
    }
    return optional(key, check, fallback);
  }
  const parsed: Case = {
    id: required("id", fields.id.check, ""),
    kind: required("kind", fields.kind.check, "direct"),
    question: required("question", fields.question.check, "").trim(),
    history: optional("history", fields.history.check, []),
    answers: required("answers", fields.answers.check, []),
    allOf: optional("all_of", fields.all_of.check, []),
    evidence: required("evidence", fields.evidence.check, []),
    mustNot: optional("must_not", fields.must_not.check, []),
    abstain: optional("abstain", fields.abstain.check, false),
    correction: optional("correction", fields.correction.check, []),
    abstainPart: optional("abstain_part", fields.abstain_part.check, null),
    type: optional("type", fields.type.check, null),
    closest: optional("closest", fields.closest.check, null),
    note: optional("note", fields.note.check, null),
  };
  return problems.length === before ? parsed : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}
