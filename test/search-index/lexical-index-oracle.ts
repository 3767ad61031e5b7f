import type { Chunk } from "../../src/domain/chunk.ts";
import type { Document } from "../../src/domain/document.ts";
import { packSections } from "../../src/search-index/binary-sections.ts";
import { timeTerms } from "../../src/search-index/time-terms.ts";
import { sentenceTimes } from "../../src/text/sentence-times.ts";
import { isStopWord } from "../../src/text/stop-words.ts";
import { termOf } from "../../src/text/term.ts";
import { type Token, tokenize } from "../../src/text/tokenize.ts";

interface TermEntry {
  readonly id: number;
  readonly sentences: number[];
  readonly counts: number[];
  readonly headings: number[];
  /** Occurrences inside a sentence, and those of them that are capitalised. */
  inside: number;
  capitalised: number;
}

/** The oracle of the lexical builder: a list for each term, as simple as it gets and heavy in memory. */
export function buildLexicalIndexSimply(documents: readonly Document[], chunks: readonly Chunk[]): Uint8Array {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const terms = new Map<string, TermEntry>();
  const surfaces = new Map<string, { term: number; count: number }>();
  const firstSentence = [0];
  const chunkOfSentence: number[] = [];
  const sentenceLength: number[] = [];
  const chunkLength: number[] = [];

  const entryOf = (term: string): TermEntry => {
    const known = terms.get(term);
    if (known !== undefined) return known;
    const entry = { id: terms.size, sentences: [], counts: [], headings: [], inside: 0, capitalised: 0 };
    terms.set(term, entry);
    return entry;
  };
  const noteSurface = (token: Token, term: number) => {
    const seen = surfaces.get(token.text);
    if (seen === undefined) surfaces.set(token.text, { term, count: 1 });
    else seen.count++;
  };

  for (const [row, chunk] of chunks.entries()) {
    const document = byId.get(chunk.documentId);
    if (document === undefined) throw new Error(`chunk ${chunk.id} names a document that was not given`);
    let length = 0;
    const texts = chunk.sentences.map(({ start, end }) => document.text.slice(start, end));
    const times = sentenceTimes({
      sentences: texts,
      headings: [document.title, ...chunk.heading],
      date: document.date,
    });
    for (const [index, text] of texts.entries()) {
      const sentence = chunkOfSentence.length;
      const tokens = contentTokens(text);
      for (const { token, first } of tokens) {
        const entry = entryOf(termOf(token));
        if (entry.sentences.at(-1) === sentence) entry.counts[entry.counts.length - 1] = (entry.counts.at(-1) ?? 0) + 1;
        else {
          entry.sentences.push(sentence);
          entry.counts.push(1);
        }
        if (!first) {
          entry.inside++;
          if (/^\p{Lu}/u.test(token.raw)) entry.capitalised++;
        }
        noteSurface(token, entry.id);
      }
      // What a relative time means is found like a word of the sentence, yet is none: it has no length and no surface.
      for (const term of timeTerms(times[index] ?? [], document.date)) {
        const entry = entryOf(term);
        if (entry.sentences.at(-1) === sentence) continue;
        entry.sentences.push(sentence);
        entry.counts.push(1);
      }
      chunkOfSentence.push(row);
      sentenceLength.push(tokens.length);
      length += tokens.length;
    }
    for (const { token } of contentTokens([document.title, ...chunk.heading].join("\n"))) {
      const entry = entryOf(termOf(token));
      if (entry.headings.at(-1) !== row) entry.headings.push(row);
      noteSurface(token, entry.id);
    }
    chunkLength.push(length);
    firstSentence.push(chunkOfSentence.length);
  }

  const entries = [...terms.values()];
  const bySurface = [...surfaces].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  const chunkFrequency = ({ sentences, headings }: TermEntry) =>
    new Set([...sentences.map((sentence) => chunkOfSentence[sentence] as number), ...headings]).size;
  return packSections({
    terms: joined([...terms.keys()]),
    surfaces: joined(bySurface.map(([surface]) => surface)),
    surfaceTerm: Uint32Array.from(bySurface, ([, { term }]) => term),
    firstSentence: Uint32Array.from(firstSentence),
    chunkOfSentence: Uint32Array.from(chunkOfSentence),
    sentenceLength: Uint32Array.from(sentenceLength),
    chunkLength: Uint32Array.from(chunkLength),
    averageLengths: Float32Array.of(average(sentenceLength), average(chunkLength)),
    idf: Float32Array.from(entries, ({ sentences }) => inverseFrequency(chunkOfSentence.length, sentences.length)),
    chunkIdf: Float32Array.from(entries, (entry) => inverseFrequency(chunks.length, chunkFrequency(entry))),
    nameness: Float32Array.from(entries, ({ inside, capitalised }) => (inside === 0 ? 0 : capitalised / inside)),
    postingStart: starts(entries.map(({ sentences }) => sentences.length)),
    postingSentence: Uint32Array.from(entries.flatMap(({ sentences }) => sentences)),
    postingCount: Uint32Array.from(entries.flatMap(({ counts }) => counts)),
    headingStart: starts(entries.map(({ headings }) => headings.length)),
    headingChunk: Uint32Array.from(entries.flatMap(({ headings }) => headings)),
  });
}

function contentTokens(text: string): { readonly token: Token; readonly first: boolean }[] {
  return tokenize(text)
    .map((token, index) => ({ token, first: index === 0 }))
    .filter(({ token }) => !isStopWord(token.text));
}

/** ln(1 + (N - n + 0.5) / (n + 0.5)): positive for every n up to N. */
function inverseFrequency(total: number, containing: number): number {
  return Math.log(1 + (total - containing + 0.5) / (containing + 0.5));
}

/** Never 0, so that it can divide. */
function average(lengths: readonly number[]): number {
  return Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length));
}

function starts(lengths: readonly number[]): Uint32Array {
  const offsets = new Uint32Array(lengths.length + 1);
  for (const [index, length] of lengths.entries()) offsets[index + 1] = (offsets[index] as number) + length;
  return offsets;
}

function joined(words: readonly string[]): Uint8Array {
  return new TextEncoder().encode(words.join("\n"));
}
