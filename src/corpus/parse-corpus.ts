import type { Block } from "../domain/block.ts";
import type { Document } from "../domain/document.ts";
import { AnnalistError } from "../domain/errors.ts";
import { documentIds } from "./document-id.ts";
import { type FileProblem, problemsOf } from "./file-problem.ts";
import { parseFile } from "./parse-file.ts";
import type { CorpusFile, DraftDocument, ParsedFile, ParseFile, ParseOptions } from "./parsed-file.ts";

export interface ParsedDocument {
  readonly document: Document;
  readonly blocks: readonly Block[];
}

export interface ParsedCorpus {
  readonly parsed: readonly ParsedDocument[];
  readonly problems: readonly FileProblem[];
}

/** Files, in the order of their paths, as documents, parsed in this process; what can't be read is a problem. */
export async function parseCorpus(
  files: readonly CorpusFile[],
  options: ParseOptions = { textColumn: null },
): Promise<ParsedCorpus> {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const results: ParsedFile[] = [];
  for (const file of ordered) results.push(await parseOrExplain(parseFile, file, options));
  const ids = documentIds(
    ordered.map(({ path }, i) => ({ path, keys: (results[i] as ParsedFile).documents.map(({ key }) => key) })),
  );
  return {
    parsed: results.flatMap(({ documents }, file) =>
      documents.map((draft, i) => ({
        document: nameDraft(draft, { id: ids[file]?.[i] as string, path: ordered[file]?.path as string }),
        blocks: draft.blocks,
      })),
    ),
    problems: problemsOf(results.map(({ problems }, file) => ({ path: ordered[file]?.path as string, problems }))),
  };
}

/** A file that can't be parsed is one without documents, and its reason the problem. */
export async function parseOrExplain(parse: ParseFile, file: CorpusFile, options: ParseOptions): Promise<ParsedFile> {
  try {
    return await parse(file, options);
  } catch (error) {
    if (!(error instanceof AnnalistError) || error.code !== "corpus") throw error;
    return { documents: [], problems: [error.message] };
  }
}

export function nameDraft(draft: DraftDocument, { id, path }: Pick<Document, "id" | "path">): Document {
  const { title, url, author, publisher, date, language, mediaType, pages, text } = draft;
  return { id, path, title: title ?? id, url, author, publisher, date, language, mediaType, pages, text };
}
