import type { CorpusFile } from "../src/corpus/parsed-file.ts";

/** Files without the given blocks, each written `file:start-end` in the canonical text; LF text files in NFC only. */
export function removeBlocks(files: readonly CorpusFile[], blocks: readonly string[]): readonly CorpusFile[] {
  return files.map(({ path, bytes }) => {
    const spans = blocks.flatMap((block) => {
      const colon = block.lastIndexOf(":");
      if (block.slice(0, colon) !== path) return [];
      const [start = 0, end = 0] = block
        .slice(colon + 1)
        .split("-")
        .map(Number);
      return [{ start, end }];
    });
    if (spans.length === 0) return { path, bytes };
    let text = new TextDecoder().decode(bytes).normalize("NFC").replace(/\r\n?/gu, "\n");
    for (const { start, end } of spans.sort((a, b) => b.start - a.start)) text = text.slice(0, start) + text.slice(end);
    return { path, bytes: new TextEncoder().encode(text) };
  });
}
