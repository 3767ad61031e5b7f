/** The path without its ending as a slug: `notes/Q1 Report.txt` -> `notes-q1-report`. Letters of every script are kept. */
export function slugPath(path: string): string {
  return slug(path.replace(/\.[^./]+$/u, "").split("/")) || "document";
}

export interface NamedFile {
  readonly path: string;
  /** One for each document of the file; null where the file is one document. */
  readonly keys: readonly (string | null)[];
}

/**
 * Ids of the documents of each file, in the order given: the slug of the path, and the key's slug for a row. Where two
 * meet, the later one gets `-2`, `-3` and so on. A file without documents keeps its id for the day it can be read.
 */
export function documentIds(files: readonly NamedFile[]): readonly (readonly string[])[] {
  const taken = new Set<string>();
  const take = (wanted: string): string => {
    let id = wanted;
    for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
    taken.add(id);
    return id;
  };
  const slugs = files.map(({ path }) => take(slugPath(path)));
  return files.map(({ keys }, file) =>
    keys.map((key) => {
      const own = slugs[file] as string;
      return key === null ? own : take(`${own}-${slug([key]) || "row"}`);
    }),
  );
}

function slug(parts: readonly string[]): string {
  return parts
    .map((part) =>
      part
        .normalize("NFKC")
        .toLowerCase()
        .replace(/['’]/gu, "")
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-+|-+$/gu, ""),
    )
    .filter((part) => part !== "")
    .join("-");
}
