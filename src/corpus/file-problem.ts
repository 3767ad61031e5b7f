import { CorpusError } from "../domain/errors.ts";
import { formatEndings } from "./formats.ts";

/** A file, or a row of one, that was left out of the index, and why. */
export interface FileProblem {
  readonly path: string;
  readonly reason: string;
}

/** The problems of files, each file with its own. */
export function problemsOf(
  files: readonly { readonly path: string; readonly problems: readonly string[] }[],
): readonly FileProblem[] {
  return files.flatMap(({ path, problems }) => problems.map((reason) => ({ path, reason })));
}

/** By path; those of one file stay in their order. */
export function sortProblems(problems: readonly FileProblem[]): readonly FileProblem[] {
  return problems.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

const mostShown = 20;

/** What there is to say of a corpus in which nothing can be indexed. */
export function emptyCorpus(problems: readonly FileProblem[]): CorpusError {
  const shown = problems.slice(0, mostShown).map(({ path, reason }) => `\n  ${path}: ${reason}`);
  const more = problems.length > mostShown ? `\n  and ${problems.length - mostShown} more` : "";
  return new CorpusError(
    `the corpus holds no document that can be indexed: put ${formatEndings()} files into it${shown.join("")}${more}`,
  );
}
