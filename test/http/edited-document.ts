import { createChunker } from "../../src/chunking/chunk-document.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Document } from "../../src/domain/document.ts";
import type { Span } from "../../src/domain/span.ts";

/** A document with its sentences as ingest makes them. */
export interface IndexedDocument {
  readonly document: Document;
  readonly sentences: readonly Span[];
}

export async function indexText(path: string, text: string): Promise<IndexedDocument> {
  const { parsed } = await parseCorpus([{ path, bytes: new TextEncoder().encode(text) }]);
  const [first] = parsed;
  if (first === undefined) throw new Error(`nothing in ${path}`);
  const chunks = await createChunker()(first.document, first.blocks);
  return { document: first.document, sentences: chunks.flatMap((chunk) => chunk.sentences) };
}

/** What an edit did to a sentence: it stands where `now` says, or was changed or deleted. */
export type Fate = { readonly kind: "kept"; readonly now: Span } | { readonly kind: "changed" | "deleted" };

/** A line of the text with the sentences in it, by their number. */
interface Line {
  readonly text: string;
  readonly sentences: readonly (Span & { readonly id: number; readonly isChanged?: boolean })[];
}

/**
 * Deletes and inserts paragraphs, and changes a word of other sentences; a paragraph is a line, and no sentence runs over
 * several. `random` gives numbers from 0 up to 1. Returns the new text and what became of each sentence.
 */
export function editText(
  { document: { text }, sentences }: IndexedDocument,
  counts: { readonly inserted: number; readonly deleted: number; readonly changed: number },
  random: () => number,
): { readonly text: string; readonly fates: readonly Fate[] } {
  const pick = (length: number) => Math.floor(random() * length);
  const fates: Fate[] = sentences.map(() => ({ kind: "deleted" }));
  let lines = linesOf(text, sentences);
  for (let i = 0; i < counts.changed; i++) {
    const filled = lines.flatMap((line, at) => (line.sentences.some((each) => !each.isChanged) ? [at] : []));
    const at = filled[pick(filled.length)] as number;
    lines = lines.with(at, changeSentence(lines[at] as Line, i));
  }
  for (let i = 0; i < counts.deleted; i++) {
    const filled = lines.flatMap((line, at) => (line.sentences.length > 0 ? [at] : []));
    lines = lines.toSpliced(filled[pick(filled.length)] as number, 1);
  }
  for (let i = 0; i < counts.inserted; i++) {
    const words = `Paragraph ${i} was put in later. It is the newest of ${pick(1e6)}, and it says nothing of the rest.`;
    lines = lines.toSpliced(
      pick(lines.length),
      0,
      { text: "", sentences: [] },
      { text: words, sentences: [] },
      { text: "", sentences: [] },
    );
  }
  let start = 0;
  for (const line of lines) {
    for (const { id, isChanged, ...span } of line.sentences)
      fates[id] = isChanged
        ? { kind: "changed" }
        : { kind: "kept", now: { start: start + span.start, end: start + span.end } };
    start += line.text.length + 1;
  }
  return { text: lines.map((line) => line.text).join("\n"), fates };
}

function linesOf(text: string, sentences: readonly Span[]): readonly Line[] {
  let start = 0;
  let next = 0;
  return text.split("\n").map((words) => {
    const inside: (Span & { readonly id: number })[] = [];
    for (let span = sentences[next]; span !== undefined && span.end <= start + words.length; span = sentences[++next])
      inside.push({ id: next, start: span.start - start, end: span.end - start });
    start += words.length + 1;
    return { text: words, sentences: inside };
  });
}

/** Another word before the last one of a sentence that was not changed yet. */
function changeSentence({ text, sentences }: Line, salt: number): Line {
  const index = sentences.findIndex((each) => !each.isChanged);
  const { start, end } = sentences[index] as Span;
  const space = text.slice(start, end).lastIndexOf(" ");
  const at = space < 0 ? start : start + space;
  const added = ` rather${salt}`;
  return {
    text: text.slice(0, at) + added + text.slice(at),
    sentences: sentences.map((each, i) => {
      if (i < index) return each;
      if (i === index) return { ...each, end: each.end + added.length, isChanged: true };
      return { ...each, start: each.start + added.length, end: each.end + added.length };
    }),
  };
}
