/** The path without its ending as a slug: `notes/Q1 Report.txt` -> `notes-q1-report`. Letters of every script are kept. */
export function slugPath(path: string): string {
  const slug = path
    .replace(/\.[^./]+$/u, "")
    .normalize("NFKC")
    .toLowerCase()
    .split("/")
    .map((part) =>
      part
        .replace(/['’]/gu, "")
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-+|-+$/gu, ""),
    )
    .filter((part) => part !== "")
    .join("-");
  return slug === "" ? "document" : slug;
}

/** Ids for paths in the order given; where two slugs meet, the later one gets `-2`, `-3` and so on. */
export function documentIds(paths: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const slug = slugPath(path);
    let id = slug;
    for (let n = 2; taken.has(id); n++) id = `${slug}-${n}`;
    taken.add(id);
    return id;
  });
}
