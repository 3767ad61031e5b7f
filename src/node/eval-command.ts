import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type EvaluationSet, evaluate } from "../../eval/evaluate.ts";
import type { EvaluationDocument } from "../../eval/evaluation-document.ts";
import { parseCases } from "../../eval/parse-cases.ts";
import { reportJson } from "../../eval/report-json.ts";
import { reportMarkdown } from "../../eval/report-markdown.ts";
import { failureList, reportTable } from "../../eval/report-table.ts";
import type { Half } from "../../eval/split.ts";
import { parseThresholds } from "../../eval/thresholds.ts";
import type { Assistant } from "../ask.ts";
import { ConfigurationError, CorpusError } from "../domain/errors.ts";
import { documentFileNames } from "./document-file-names.ts";
import type { EvalSetFiles } from "./find-eval-sets.ts";

export interface EvalCommandOptions {
  readonly sets: readonly EvalSetFiles[];
  readonly thresholdsFile: string;
  /** An assistant over a folder of documents; called once for each corpus. */
  readonly openAssistant: (corpusDir: string) => Promise<Assistant>;
  /** Where `report.json` and `report.md` go; null writes neither. */
  readonly outDir: string | null;
  /** Writes the JSON report in place of tables. */
  readonly json: boolean;
  readonly half: Half | "all";
  /** Lists the failures of the tuning half; those of the gating half are never shown. Without effect on JSON. */
  readonly failures: boolean;
  /** Takes what belongs on standard output. */
  readonly write: (text: string) => void;
}

/** Runs an evaluation and returns the exit code: 0, or 1 when a gate failed. Errors of the settings are thrown. */
export async function runEvalCommand(options: EvalCommandOptions): Promise<0 | 1> {
  const { sets, thresholdsFile, outDir, json, half, failures, write } = options;
  if (sets.length === 0)
    throw new ConfigurationError(["found no set of cases; expected eval/cases/*.jsonl or --cases"]);
  const thresholds = parseThresholds(await readText(thresholdsFile), basename(thresholdsFile));
  const report = await evaluate({ sets: await openSets(sets, options.openAssistant), thresholds, half });
  if (outDir !== null) {
    await mkdir(outDir, { recursive: true });
    await writeFile(join(outDir, "report.json"), reportJson(report));
    await writeFile(join(outDir, "report.md"), reportMarkdown(report));
  }
  if (json) write(reportJson(report));
  else write(failures ? `${failureList(report)}\n${reportTable(report)}` : reportTable(report));
  return report.passed ? 0 : 1;
}

async function openSets(
  sets: readonly EvalSetFiles[],
  openAssistant: EvalCommandOptions["openAssistant"],
): Promise<readonly EvaluationSet[]> {
  const assistants = new Map<string, Assistant>();
  const opened: EvaluationSet[] = [];
  for (const { name, casesFile, corpusDir } of sets) {
    // Cases come first: a misspelt field is told before an index is built.
    const cases = parseCases(await readText(casesFile), casesFile);
    const assistant = assistants.get(corpusDir) ?? (await openAssistant(corpusDir));
    assistants.set(corpusDir, assistant);
    const documents = await documentsOf(assistant, corpusDir);
    const { embedder, answerer } = assistant;
    opened.push({ name, cases, documents, embedder, answerer, ask: (request) => assistant.ask(request) });
  }
  return opened;
}

async function documentsOf(assistant: Assistant, corpusDir: string): Promise<readonly EvaluationDocument[]> {
  const fileNames = await documentFileNames(corpusDir);
  return assistant.documents().map(({ id }) => {
    const fileName = fileNames.get(id);
    const document = assistant.document(id);
    if (fileName === undefined || document === null) {
      throw new CorpusError(`document ${id} is in the index and not in ${corpusDir}: run \`annalist ingest\` again`);
    }
    return { id, fileName, text: document.text };
  });
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new ConfigurationError([`${file} can't be read: ${(cause as Error).message}`]);
  }
}
