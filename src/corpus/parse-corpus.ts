import { AnnalistError } from "../domain/errors.ts";
import { documentIds } from "./document-id.ts";
import { parseDocument } from "./parse-document.ts";
import type { CorpusFile, ParsedDocument } from "./parsed-document.ts";

/** A file that was left out of the index, and why. */
export interface FileProblem {
  readonly path: string;
  readonly reason: string;
}

export interface ParsedCorpus {
  readonly parsed: readonly ParsedDocument[];
  readonly problems: readonly FileProblem[];
}

/** Files, in the order of their paths, as documents; a file that can't be read as one is a problem, never an exception. */
export function parseCorpus(files: readonly CorpusFile[]): ParsedCorpus {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const ids = documentIds(ordered.map(({ path }) => path));
  const parsed: ParsedDocument[] = [];
  const problems: FileProblem[] = [];
  for (const [index, file] of ordered.entries()) {
    try {
      parsed.push(parseDocument(file, ids[index] as string));
    } catch (error) {
      if (!(error instanceof AnnalistError)) throw error;
      problems.push({ path: file.path, reason: error.message });
    }
  }
  return { parsed, problems };
}
