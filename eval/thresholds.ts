import { ConfigurationError } from "../src/domain/errors.ts";
import { type CaseKind, caseKinds } from "./case.ts";
import { type GatedFigure, gatedFigures } from "./figures.ts";

/** A kind of question, or `*` for every kind by itself. */
type ThresholdKind = CaseKind | "*";

/** Bars per set, kind and figure. A kind's own bar stands before the one under `*`. */
export type Thresholds = Readonly<
  Record<string, Readonly<Partial<Record<ThresholdKind, Readonly<Partial<Record<GatedFigure, number>>>>>>>
>;

/**
 * Thresholds as JSON: `{"SET": {"KIND or *": {"FIGURE": BAR}}}`. `name` is what messages call the file.
 * Throws one `ConfigurationError` with every unknown kind or figure and every bar out of range: 0 to 1, words from 0.
 */
export function parseThresholds(json: string, name: string): Thresholds {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new ConfigurationError([`${name}: found no valid JSON (${(error as Error).message})`]);
  }
  const problems: string[] = [];
  for (const [set, kinds] of entries(value, name, problems)) {
    for (const [kind, bars] of entries(kinds, `${name}: ${set}`, problems)) {
      const place = `${name}: ${set}.${kind}`;
      if (kind !== "*" && !caseKinds.some((each) => each === kind)) {
        problems.push(`${place}: found an unknown kind; expected * or one of ${caseKinds.join(", ")}`);
      }
      for (const [figure, bar] of entries(bars, place, problems)) checkBar(`${place}.${figure}`, figure, bar, problems);
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return value as Thresholds;
}

function checkBar(place: string, figure: string, bar: unknown, problems: string[]): void {
  if (!Object.hasOwn(gatedFigures, figure)) {
    problems.push(`${place}: found an unknown figure; expected one of ${Object.keys(gatedFigures).join(", ")}`);
    return;
  }
  const highest = figure.startsWith("words") ? Number.POSITIVE_INFINITY : 1;
  if (typeof bar !== "number" || !(bar >= 0 && bar <= highest)) {
    const range = highest === 1 ? "from 0 to 1" : "from 0 up";
    problems.push(`${place}: found ${JSON.stringify(bar)}; expected a number ${range}`);
  }
}

function entries(value: unknown, place: string, problems: string[]): [string, unknown][] {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return Object.entries(value);
  problems.push(`${place}: found ${JSON.stringify(value)}; expected an object`);
  return [];
}
