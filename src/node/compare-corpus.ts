import { type FileProblem, problemsOf, sortProblems } from "../corpus/file-problem.ts";
import { hashCorpus, ingestVersion } from "../corpus/hash-corpus.ts";
import { hashSources } from "../corpus/source-file.ts";
import type { Embedder } from "../embedding/embedder.ts";
import type { SoundGeneration } from "./current-generation.ts";
import type { CorpusListing } from "./list-corpus.ts";

/** How an index stands to the corpus that it was made from. */
export interface CorpusState {
  readonly isCurrent: boolean;
  /** Paths of files, sorted. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Why every file counts as changed, where something else than the files did; else null. */
  readonly reason: string | null;
  /** Of the files, as they were when they were indexed; those that can't be read are of now. */
  readonly problems: readonly FileProblem[];
}

/** Reads every file of the corpus and compares it with what the index was made from; null for no index that is sound. */
export async function compareCorpus(
  { sources, problems }: CorpusListing,
  published: SoundGeneration | null,
  {
    embedder,
    textColumn,
    onFile = () => {},
  }: {
    readonly embedder: Pick<Embedder, "id" | "dimension">;
    readonly textColumn: string | null;
    readonly onFile?: (done: number, total: number) => void;
  },
): Promise<CorpusState> {
  const listed = await hashSources(sources, (done) => onFile(done, sources.length));
  const settings = { version: ingestVersion, textColumn };
  const before = new Map((published?.files ?? []).map(({ path, sha256 }) => [path, sha256]));
  const now = new Set(listed.files.map(({ path }) => path));
  return {
    isCurrent: published?.manifest.corpusHash === (await hashCorpus(listed.files, embedder.id, settings)),
    added: listed.files.flatMap(({ path }) => (before.has(path) ? [] : [path])),
    changed: listed.files.flatMap(({ path, sha256 }) =>
      before.has(path) && before.get(path) !== sha256 ? [path] : [],
    ),
    removed: [...before.keys()].filter((path) => !now.has(path)),
    reason: published === null ? "there is no index, or it is damaged" : reasonOf(published, embedder, settings),
    problems: sortProblems([...problems, ...listed.problems, ...problemsOf(published?.files ?? [])]),
  };
}

function reasonOf(
  { manifest }: SoundGeneration,
  embedder: Pick<Embedder, "id" | "dimension">,
  settings: { readonly version: number; readonly textColumn: string | null },
): string | null {
  const { id, dimension } = manifest.embedder;
  if (id !== embedder.id || dimension !== embedder.dimension)
    return `it was built with the embedder ${id}, and ${embedder.id} is set`;
  if (manifest.ingest.version !== settings.version) return "it was built by another version of this program";
  if (manifest.ingest.textColumn !== settings.textColumn) return "another text column is set";
  return null;
}
