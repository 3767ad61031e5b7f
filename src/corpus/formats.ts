import { guardParser } from "./guard-parser.ts";
import type { ParsedFile, ParseOptions } from "./parsed-file.ts";

/** A file format: what it is called on the wire, and how its bytes become documents. */
export interface Format {
  readonly mediaType: string;
  /** Rejects with a `CorpusError` that gives the reason. Libraries are loaded with the first file that needs them. */
  readonly parse: (bytes: Uint8Array, options: ParseOptions) => Promise<ParsedFile>;
}

const markdown: Format = {
  mediaType: "text/markdown",
  parse: guardParser("Markdown", async (bytes) => (await import("./parse-markdown-file.ts")).parseMarkdownFile(bytes)),
};

const html: Format = {
  mediaType: "text/html",
  parse: guardParser("HTML", async (bytes) => (await import("./parse-html-file.ts")).parseHtmlFile(bytes)),
};

/** Formats by file ending, lower case. */
export const formats: Readonly<Record<string, Format>> = {
  txt: {
    mediaType: "text/plain",
    parse: guardParser("text", async (bytes) => (await import("./parse-text-file.ts")).parseTextFile(bytes)),
  },
  md: markdown,
  markdown,
  html,
  htm: html,
  pdf: {
    mediaType: "application/pdf",
    parse: guardParser("PDF", async (bytes) => (await import("./parse-pdf-file.ts")).parsePdfFile(bytes)),
  },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    parse: guardParser("DOCX", async (bytes) => (await import("./parse-docx-file.ts")).parseDocxFile(bytes)),
  },
  csv: {
    mediaType: "text/csv",
    parse: guardParser("CSV", async (...given) => (await import("./parse-csv-file.ts")).parseCsvFile(...given)),
  },
  jsonl: {
    mediaType: "application/x-ndjson",
    parse: guardParser("JSON lines", async (...given) =>
      (await import("./parse-jsonl-file.ts")).parseJsonlFile(...given),
    ),
  },
};

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
