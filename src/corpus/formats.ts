import type { ParsedFile, ParseOptions } from "./parsed-file.ts";

/** A file format: what it is called on the wire, and how its bytes become documents. */
export interface Format {
  readonly mediaType: string;
  /** Rejects with a `CorpusError` that gives the reason. Libraries are loaded with the first file that needs them. */
  readonly parse: (bytes: Uint8Array, options: ParseOptions) => Promise<ParsedFile>;
}

/** Formats by file ending, lower case. */
export const formats: Readonly<Record<string, Format>> = {
  txt: { mediaType: "text/plain", parse: async (bytes) => (await import("./parse-text-file.ts")).parseTextFile(bytes) },
  md: markdown(),
  markdown: markdown(),
};

function markdown(): Format {
  return {
    mediaType: "text/markdown",
    parse: async (bytes) => (await import("./parse-markdown-file.ts")).parseMarkdownFile(bytes),
  };
}

/** The lower-case ending of a path, without the period; empty when it has none. */
export function fileEnding(path: string): string {
  return /\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? "";
}

/** `.txt, .md` and so on. */
export function formatEndings(): string {
  return Object.keys(formats)
    .map((ending) => `.${ending}`)
    .join(", ");
}
