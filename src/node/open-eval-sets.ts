import { basename } from "node:path";
import type { EvaluationSet } from "../../eval/evaluate.ts";
import type { EvaluationDocument } from "../../eval/evaluation-document.ts";
import { parseCases } from "../../eval/parse-cases.ts";
import type { Answer } from "../domain/answer.ts";
import type { Document } from "../domain/document.ts";
import type { AskRequest } from "../domain/question.ts";
import type { EvalSetFiles } from "./find-eval-sets.ts";
import { readSettingsFile } from "./read-settings-file.ts";

/** What the evaluation needs of whatever answers: an assistant has it, and a server together with its corpus. */
export interface EvaluatedAssistant {
  readonly embedder: string;
  readonly answerer: string;
  ask(request: AskRequest): Promise<Answer>;
  documents(): readonly { readonly id: string }[];
  document(id: string): Pick<Document, "path" | "text"> | null;
}

/**
 * Case files and corpora as sets that can be evaluated, in order. `openAssistant` is called once for each corpus. Cases
 * are read before their corpus is opened: a misspelt field is told before an index is built.
 */
export async function openEvalSets(
  sets: readonly EvalSetFiles[],
  openAssistant: (corpusDir: string) => Promise<EvaluatedAssistant>,
): Promise<readonly EvaluationSet[]> {
  const assistants = new Map<string, EvaluatedAssistant>();
  const opened: EvaluationSet[] = [];
  for (const { name, casesFile, corpusDir } of sets) {
    const cases = parseCases(await readSettingsFile(casesFile), casesFile);
    const assistant = assistants.get(corpusDir) ?? (await openAssistant(corpusDir));
    assistants.set(corpusDir, assistant);
    const documents = documentsOf(assistant);
    const { embedder, answerer } = assistant;
    opened.push({ name, cases, documents, embedder, answerer, ask: (request) => assistant.ask(request) });
  }
  return opened;
}

function documentsOf(assistant: EvaluatedAssistant): readonly EvaluationDocument[] {
  return assistant.documents().flatMap(({ id }) => {
    const document = assistant.document(id);
    return document === null ? [] : [{ id, fileName: basename(document.path), text: document.text }];
  });
}
