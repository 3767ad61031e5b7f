import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const portable = [
  "domain",
  "text",
  "corpus",
  "chunking",
  "embedding",
  "search-index",
  "conversation",
  "retrieval",
  "grounding",
  "answering",
  "learned",
];
/** Who may import whom: a folder of src, a spine file or a top-level folder -> what it may name beside itself. */
const table: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  text: ["domain"],
  corpus: ["domain", "text"],
  chunking: ["domain", "text"],
  embedding: ["domain", "text"],
  "search-index": ["domain", "text"],
  conversation: ["domain", "text"],
  grounding: ["domain", "text", "embedding"],
  learned: ["domain"],
  retrieval: ["domain", "text", "embedding", "search-index", "learned"],
  answering: ["domain", "text", "embedding", "grounding", "retrieval", "learned"],
  "ingest.ts": ["domain", "corpus", "chunking", "embedding", "search-index"],
  "ask.ts": ["domain", "conversation", "retrieval", "answering"],
  "suggest.ts": ["domain", "text", "search-index", "ask.ts"],
  http: ["domain", "ask.ts"],
  mcp: ["domain", "ask.ts"],
  client: ["domain"],
  langchain: ["domain", "embedding", "search-index", "retrieval"],
  widget: ["domain", "client"],
  worker: [...portable.filter((folder) => !["corpus", "chunking"].includes(folder)), "ask.ts", "http", "models"],
  node: [...portable, "ingest.ts", "ask.ts", "suggest.ts", "http", "mcp", "client", "eval"],
  eval: ["domain", "text", "client", "grounding"],
  bench: [...portable, "ingest.ts", "ask.ts", "http", "client", "node", "eval"],
  train: [...portable, "ingest.ts", "eval"],
};
const nodeOnly = ["node", "bench", "train"];

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** The row of the table that a path belongs to. */
function areaOf(path: string): string {
  const [top, second] = path.split("/");
  return top === "src" ? (second as string) : (top as string);
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)|\n\s*import\s+"([^"]+)"/gu,
    ),
  ].map((match) => (match[1] ?? match[2] ?? match[3]) as string);
}

const files = ["src", "eval", "bench", "train"].flatMap(sourceFiles);

it("every import goes where the table allows", () => {
  expect(files.length).toBeGreaterThan(100);
  const wrong: string[] = [];
  for (const file of files) {
    const area = areaOf(file);
    const allowed = table[area];
    if (allowed === undefined) {
      wrong.push(`${file}: "${area}" has no row in the table`);
      continue;
    }
    for (const specifier of importsOf(file)) {
      if (!specifier.startsWith(".")) continue;
      const target = areaOf(relative(root, resolve(root, dirname(file), specifier)));
      if (target !== area && !allowed.includes(target)) wrong.push(`${file} imports ${specifier}`);
    }
  }
  expect(wrong).toEqual([]);
});

it("node's modules and native addons stay in the folders that run under Node", () => {
  const wrong = files
    .filter((file) => !nodeOnly.includes(areaOf(file)))
    .flatMap((file) =>
      importsOf(file)
        .filter((each) => /^node:|hnswlib/u.test(each))
        .map((each) => `${file} imports ${each}`),
    );
  expect(wrong).toEqual([]);
});

it("folders of src lie two deep and no deeper", () => {
  expect(files.filter((file) => file.startsWith("src/") && file.split("/").length > 3)).toEqual([]);
});
