import type { Chunk } from "../domain/chunk.ts";
import type { Document } from "../domain/document.ts";
import { sentenceTimes } from "../text/sentence-times.ts";
import { isStopWord } from "../text/stop-words.ts";
import { termOf } from "../text/term.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import { packSections } from "./binary-sections.ts";
import { createGrowingArray } from "./growing-array.ts";
import { createPostings } from "./postings.ts";
import { timeTerms } from "./time-terms.ts";

/** Chunks, added one by one in the order of their rows -> the bytes of lexical.bin. */
export interface LexicalBuilder {
  /** `document` is the one that the chunk is from. */
  add(document: Document, chunk: Chunk): void;
  /** Of all chunks added; nothing may be added after it. */
  finish(): Uint8Array;
}

/**
 * The bytes are the same for the same input. Function words are left out, and a sentence that says "last year" is found
 * under the year that it means. Logarithms are taken here and stored, since `Math.log` differs between engines.
 */
export function createLexicalBuilder(): LexicalBuilder {
  const terms = new Map<string, number>();
  const surfaces = new Map<string, number>();
  const surfaceTerm = createGrowingArray();
  const surfaceCount = createGrowingArray();
  const sentencePostings = createPostings();
  const headingPostings = createPostings();
  /** By term: occurrences inside sentences, and those of them that are capitalised. */
  const inside = createGrowingArray();
  const capitalised = createGrowingArray();
  /** By term: chunks that hold it, in a heading or a sentence, and one more than the row of the latest. */
  const chunkFrequency = createGrowingArray();
  const latestChunk = createGrowingArray();
  const firstSentence = createGrowingArray();
  const chunkOfSentence = createGrowingArray();
  const sentenceLength = createGrowingArray();
  const chunkLength = createGrowingArray();
  firstSentence.push(0);

  /** The number of a term that stands in the chunk of row `row`. */
  function meet(term: string, row: number): number {
    const known = terms.get(term);
    const id = known ?? terms.size;
    if (known === undefined) {
      terms.set(term, id);
      for (const numbers of [inside, capitalised, chunkFrequency, latestChunk]) numbers.push(0);
      sentencePostings.addTerm();
      headingPostings.addTerm();
    }
    if (latestChunk.at(id) !== row + 1) increase(chunkFrequency, id);
    latestChunk.set(id, row + 1);
    return id;
  }

  function noteSurface(surface: string, term: number): void {
    const known = surfaces.get(surface);
    if (known !== undefined) increase(surfaceCount, known);
    else {
      surfaces.set(surface, surfaces.size);
      surfaceTerm.push(term);
      surfaceCount.push(1);
    }
  }

  /** Returns the number of content words. */
  function addSentence(text: string, row: number, implied: readonly string[]): number {
    const sentence = chunkOfSentence.length;
    const tokens = contentTokens(text);
    for (const { token, first } of tokens) {
      const term = meet(termOf(token), row);
      sentencePostings.note(term, sentence);
      if (!first) {
        increase(inside, term);
        if (/^\p{Lu}/u.test(token.raw)) increase(capitalised, term);
      }
      noteSurface(token.text, term);
    }
    // What a relative time means is found like a word of the sentence, yet is none: it has no length and no surface.
    for (const each of implied) {
      const term = meet(each, row);
      if (!sentencePostings.has(term, sentence)) sentencePostings.note(term, sentence);
    }
    chunkOfSentence.push(row);
    sentenceLength.push(tokens.length);
    return tokens.length;
  }

  function add(document: Document, chunk: Chunk): void {
    const row = chunkLength.length;
    const texts = chunk.sentences.map(({ start, end }) => document.text.slice(start, end));
    const headings = [document.title, ...chunk.heading];
    const times = sentenceTimes({ sentences: texts, headings, date: document.date });
    let length = 0;
    for (const [i, text] of texts.entries()) length += addSentence(text, row, timeTerms(times[i] ?? [], document.date));
    for (const { token } of contentTokens(headings.join("\n"))) {
      const term = meet(termOf(token), row);
      headingPostings.note(term, row);
      noteSurface(token.text, term);
    }
    chunkLength.push(length);
    firstSentence.push(chunkOfSentence.length);
  }

  function finish(): Uint8Array {
    const sentences = sentencePostings.byTerm();
    const headings = headingPostings.byTerm();
    const counts = surfaceCount.values();
    const bySurface = [...surfaces].sort(([a, x], [b, y]) => {
      return (counts[y] as number) - (counts[x] as number) || (a < b ? -1 : 1);
    });
    const holding = (term: number) => (sentences.start[term + 1] as number) - (sentences.start[term] as number);
    const share = (count: number, term: number) => (count === 0 ? 0 : capitalised.at(term) / count);
    return packSections({
      terms: joined([...terms.keys()]),
      surfaces: joined(bySurface.map(([surface]) => surface)),
      surfaceTerm: Uint32Array.from(bySurface, ([, surface]) => surfaceTerm.at(surface)),
      firstSentence: firstSentence.values(),
      chunkOfSentence: chunkOfSentence.values(),
      sentenceLength: sentenceLength.values(),
      chunkLength: chunkLength.values(),
      averageLengths: Float32Array.of(average(sentenceLength.values()), average(chunkLength.values())),
      idf: Float32Array.from({ length: terms.size }, (_, term) =>
        inverseFrequency(chunkOfSentence.length, holding(term)),
      ),
      chunkIdf: Float32Array.from(chunkFrequency.values(), (count) => inverseFrequency(chunkLength.length, count)),
      nameness: Float32Array.from(inside.values(), share),
      postingStart: sentences.start,
      postingSentence: sentences.places,
      postingCount: sentences.counts,
      headingStart: headings.start,
      headingChunk: headings.places,
    });
  }

  return { add, finish };
}

function increase(numbers: ReturnType<typeof createGrowingArray>, index: number): void {
  numbers.set(index, numbers.at(index) + 1);
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
function average(lengths: Uint32Array): number {
  return Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length));
}

function joined(words: readonly string[]): Uint8Array {
  return new TextEncoder().encode(words.join("\n"));
}
