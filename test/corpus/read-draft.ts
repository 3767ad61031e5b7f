import { expect } from "vitest";
import { parseFile } from "../../src/corpus/parse-file.ts";
import type { DraftDocument } from "../../src/corpus/parsed-file.ts";

/** The only document of a file. */
export async function readDraft(path: string, given: Uint8Array | string): Promise<DraftDocument> {
  const bytes = typeof given === "string" ? new TextEncoder().encode(given) : given;
  const { documents, problems } = await parseFile({ path, bytes }, { textColumn: null });
  expect(problems).toEqual([]);
  expect(documents).toHaveLength(1);
  return documents[0] as DraftDocument;
}

/** Each block's path of headings with the words of its parts. */
export function blocksOf({ text, blocks }: DraftDocument) {
  return blocks.map(({ heading, parts }) => [
    heading.join(" > "),
    ...parts.map(({ start, end }) => text.slice(start, end)),
  ]);
}

/** What holds for every document of every format. */
export function expectCanonical({ text, blocks, pages }: DraftDocument): void {
  expect(text.normalize("NFC")).toBe(text);
  expect(text.isWellFormed()).toBe(true);
  expect(text).not.toContain("\r");
  let from = 0;
  for (const { start, end, parts } of blocks) {
    expect(start).toBeGreaterThanOrEqual(from);
    from = start;
    for (const part of parts) {
      expect(part.start).toBeGreaterThanOrEqual(from);
      expect(part.end).toBeGreaterThan(part.start);
      from = part.end;
    }
    expect(from).toBe(end);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  if (pages === null) return;
  expect(pages[0]).toBe(0);
  expect(pages.every((at, i) => at >= (pages[i - 1] ?? 0) && at <= text.length)).toBe(true);
}
