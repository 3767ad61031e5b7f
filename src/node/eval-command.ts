import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { evaluate } from "../../eval/evaluate.ts";
import { reportJson } from "../../eval/report-json.ts";
import { reportMarkdown } from "../../eval/report-markdown.ts";
import { failureList, reportTable } from "../../eval/report-table.ts";
import type { Half } from "../../eval/split.ts";
import { parseThresholds } from "../../eval/thresholds.ts";
import { ConfigurationError } from "../domain/errors.ts";
import type { EvalSetFiles } from "./find-eval-sets.ts";
import { type EvaluatedAssistant, openEvalSets } from "./open-eval-sets.ts";
import { readSettingsFile } from "./read-settings-file.ts";

export interface EvalCommandOptions {
  readonly sets: readonly EvalSetFiles[];
  readonly thresholdsFile: string;
  /** An assistant over a folder of documents; called once for each corpus. */
  readonly openAssistant: (corpusDir: string) => Promise<EvaluatedAssistant>;
  /** Where `report.json` and `report.md` go; null writes neither. */
  readonly outDir: string | null;
  /** Writes the JSON report in place of tables. */
  readonly json: boolean;
  readonly half: Half | "all";
  /** Lists the failures of the tuning half; those of the gating half are never shown. Without effect on JSON. */
  readonly failures: boolean;
  /** Takes what belongs on standard output, without the line break at its end. */
  readonly write: (text: string) => void;
}

/** Runs an evaluation and returns the exit code: 0, or 1 when a gate failed. Errors of the settings are thrown. */
export async function runEvalCommand(options: EvalCommandOptions): Promise<0 | 1> {
  const { sets, thresholdsFile, outDir, json, half, failures, write } = options;
  if (sets.length === 0)
    throw new ConfigurationError(["found no set of cases; expected eval/cases/*.jsonl or --cases"]);
  const thresholds = parseThresholds(await readSettingsFile(thresholdsFile), basename(thresholdsFile));
  const report = await evaluate({ sets: await openEvalSets(sets, options.openAssistant), thresholds, half });
  if (outDir !== null) {
    await mkdir(outDir, { recursive: true });
    await writeFile(join(outDir, "report.json"), reportJson(report));
    await writeFile(join(outDir, "report.md"), reportMarkdown(report));
  }
  if (json) write(reportJson(report).trimEnd());
  else write(failures ? `${failureList(report)}\n${reportTable(report)}` : reportTable(report));
  return report.passed ? 0 : 1;
}
