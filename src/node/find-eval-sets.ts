import { existsSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { ConfigurationError } from "../domain/errors.ts";

/** Where the cases of one set and their corpus lie. */
export interface EvalSetFiles {
  readonly name: string;
  readonly casesFile: string;
  readonly corpusDir: string;
}

export interface EvalSetQuery {
  readonly repositoryDir: string;
  /** Names of sets; empty for the default ones. */
  readonly names: readonly string[];
  /** A case file of one's own, which becomes the only set. */
  readonly casesFile: string | null;
  /** In place of the repository's `corpus/`. */
  readonly corpusDir: string | null;
}

export interface EvalSetSelection {
  readonly sets: readonly EvalSetFiles[];
  /** One line for each default set that is left out. */
  readonly notices: readonly string[];
}

/** Sets of the development data that may lie beside the repository: name, case file, corpus. */
const sharedSets = [
  ["xquad-dev", "xquad-dev/cases.jsonl", "xquad-dev/corpus"],
  ["xquad-dev-zh", "xquad-dev/cases.zh.jsonl", "xquad-dev/corpus"],
  ["qa-dev", "qa-dev/cases.jsonl", "xquad-dev/corpus"],
  ["qa-train", "qa-train/cases.jsonl", "qa-train/corpus"],
  ["squad2-dev", "squad2-dev/cases.jsonl", "squad2-dev/corpus"],
  ["nq-dev", "nq-dev/cases.jsonl", "nq-dev/corpus"],
] as const;

const defaultSharedSet = "xquad-dev";

/**
 * The sets to evaluate. By default every `eval/cases/*.jsonl` over the corpus, named after its file, and xquad-dev where
 * the development data is there. Throws a `ConfigurationError` for a name that is no set.
 */
export function findEvalSets({ repositoryDir, names, casesFile, corpusDir }: EvalSetQuery): EvalSetSelection {
  const corpus = resolve(corpusDir ?? join(repositoryDir, "corpus"));
  if (casesFile !== null) {
    if (names.length > 0) throw usage(`--cases ${casesFile} and --set ${names.join(", ")}: expected one of the two`);
    return {
      sets: [{ name: basename(casesFile, ".jsonl"), casesFile: resolve(casesFile), corpusDir: corpus }],
      notices: [],
    };
  }
  const dataDir = resolve(repositoryDir, "../shared/data");
  const own = ownSets(join(repositoryDir, "eval"), corpus);
  const shared = sharedSets
    .map(([name, cases, documents]) => ({
      name,
      casesFile: join(dataDir, cases),
      corpusDir: join(dataDir, documents),
    }))
    .filter((set) => existsSync(set.casesFile));
  const all = [...own, ...shared];
  if (names.length > 0) return { sets: names.map((name) => named(name, all)), notices: [] };
  const standard = shared.filter(({ name }) => name === defaultSharedSet);
  const notices = standard.length > 0 ? [] : [`${defaultSharedSet} is skipped: ${dataDir} does not hold it`];
  return { sets: [...own, ...standard], notices };
}

/** Cases over `eval/corpora/NAME` where that folder exists, else over the corpus. */
function ownSets(evalDir: string, corpusDir: string): EvalSetFiles[] {
  const casesDir = join(evalDir, "cases");
  if (!existsSync(casesDir)) return [];
  return readdirSync(casesDir)
    .filter((file) => file.endsWith(".jsonl"))
    .sort()
    .map((file) => {
      const name = basename(file, ".jsonl");
      const own = join(evalDir, "corpora", name);
      return { name, casesFile: join(casesDir, file), corpusDir: existsSync(own) ? own : corpusDir };
    });
}

function named(name: string, sets: readonly EvalSetFiles[]): EvalSetFiles {
  const found = sets.find((set) => set.name === name);
  if (found === undefined) {
    const known = sets.map((set) => set.name).join(", ") || "none";
    const absent = sharedSets.some(([each]) => each === name) ? " (its data does not lie beside the repository)" : "";
    throw usage(`--set ${name}: found no such set${absent}; expected one of ${known}`);
  }
  return found;
}

function usage(problem: string): ConfigurationError {
  return new ConfigurationError([problem], "usage");
}
