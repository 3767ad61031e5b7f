import { IndexError } from "../domain/errors.ts";
import { unpackSections } from "./binary-sections.ts";

/**
 * The inverted index over sentences, with what retrieval asks of it. A sentence has a number across all chunks,
 * a chunk its row, a term an id; -1 stands for a term that the corpus does not have.
 */
export interface LexicalIndex {
  readonly chunkCount: number;
  readonly sentenceCount: number;
  readonly termCount: number;
  /** Sentences of chunk c are `firstSentence(c)` up to, not including, `firstSentence(c + 1)`. */
  firstSentence(chunk: number): number;
  chunkOf(sentence: number): number;
  termId(term: string): number;
  /** Inverse document frequency over sentences, as stored: ln(1 + (N - n + 0.5) / (n + 0.5)). */
  idf(termId: number): number;
  /** Share, 0 to 1, of the term's occurrences inside sentences (not at their start) that are capitalised. */
  nameness(termId: number): number;
  /** Words as they stand in the corpus, folded, with the term each belongs to; most frequent first. */
  readonly surfaces: readonly string[];
  surfaceTerm(surface: number): number;
  /** BM25 (Robertson and Zaragoza 2009) of every sentence and chunk that holds one of the terms. */
  score(query: readonly WeightedTerm[]): LexicalScores;
}

export interface WeightedTerm {
  readonly termId: number;
  /** Multiplies the term's contribution; 1 for a word of the question itself. */
  readonly weight: number;
}

/** Scores by sentence number and by chunk row; what is absent has none of the terms. */
export interface LexicalScores {
  readonly sentences: ReadonlyMap<number, number>;
  readonly chunks: ReadonlyMap<number, number>;
}

const k1 = 1.2;
const b = 0.75;
/** How often a heading's word counts as if it stood in the chunk. */
const headingWeight = 1;

/** Reads the file that `buildLexicalIndex` wrote. Throws an `IndexError` naming lexical.bin where it is damaged. */
export function decodeLexicalIndex(bytes: Uint8Array): LexicalIndex {
  const file = "lexical.bin";
  const sections = unpackSections(file, bytes);
  const u32 = (name: string) => section(sections, name, Uint32Array);
  const f32 = (name: string) => section(sections, name, Float32Array);
  const words = (name: string) => {
    const text = new TextDecoder().decode(section(sections, name, Uint8Array));
    return text === "" ? [] : text.split("\n");
  };
  const first = u32("firstSentence");
  const owner = u32("chunkOfSentence");
  const terms = words("terms");
  const surfaces = words("surfaces");
  const surfaceTerms = u32("surfaceTerm");
  const idf = f32("idf");
  const chunkIdf = f32("chunkIdf");
  const nameness = f32("nameness");
  const postings = { start: u32("postingStart"), sentence: u32("postingSentence"), count: u32("postingCount") };
  const headings = { start: u32("headingStart"), chunk: u32("headingChunk") };
  const sentenceLength = u32("sentenceLength");
  const chunkLength = u32("chunkLength");
  const average = f32("averageLengths");
  const lengthsAgree =
    idf.length === terms.length &&
    chunkIdf.length === terms.length &&
    nameness.length === terms.length &&
    surfaceTerms.length === surfaces.length &&
    postings.start.length === terms.length + 1 &&
    headings.start.length === terms.length + 1 &&
    owner.length === sentenceLength.length &&
    first.length === chunkLength.length + 1;
  if (!lengthsAgree) {
    throw new IndexError(
      `${file} is damaged: its sections disagree in length; build the index again with: npm run ingest`,
      file,
    );
  }
  const ids = new Map(terms.map((term, id) => [term, id]));
  const averageSentence = average[0] as number;
  const averageChunk = average[1] as number;

  function score(query: readonly WeightedTerm[]): LexicalScores {
    const sentences = new Map<number, number>();
    const chunks = new Map<number, number>();
    for (const { termId, weight } of query) {
      if (termId < 0) continue;
      const inChunk = new Map<number, number>();
      for (let p = postings.start[termId] as number; p < (postings.start[termId + 1] as number); p++) {
        const sentence = postings.sentence[p] as number;
        const count = postings.count[p] as number;
        const chunk = owner[sentence] as number;
        const gain = saturate(count, sentenceLength[sentence] as number, averageSentence);
        add(sentences, sentence, weight * (idf[termId] as number) * gain);
        add(inChunk, chunk, count);
      }
      for (let p = headings.start[termId] as number; p < (headings.start[termId + 1] as number); p++) {
        add(inChunk, headings.chunk[p] as number, headingWeight);
      }
      for (const [chunk, count] of inChunk) {
        const gain = saturate(count, chunkLength[chunk] as number, averageChunk);
        add(chunks, chunk, weight * (chunkIdf[termId] as number) * gain);
      }
    }
    return { sentences, chunks };
  }

  return {
    chunkCount: chunkLength.length,
    sentenceCount: sentenceLength.length,
    termCount: terms.length,
    firstSentence: (chunk) => first[chunk] as number,
    chunkOf: (sentence) => owner[sentence] as number,
    termId: (term) => ids.get(term) ?? -1,
    idf: (termId) => idf[termId] as number,
    nameness: (termId) => nameness[termId] as number,
    surfaces,
    surfaceTerm: (surface) => surfaceTerms[surface] as number,
    score,
  };
}

function saturate(count: number, length: number, averageLength: number): number {
  return (count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / averageLength));
}

function add(scores: Map<number, number>, key: number, value: number): void {
  scores.set(key, (scores.get(key) ?? 0) + value);
}

function section<T extends Uint8Array | Uint32Array | Float32Array>(
  sections: Readonly<Record<string, unknown>>,
  name: string,
  type: abstract new (...args: never[]) => T,
): T {
  const found = sections[name];
  if (found instanceof type) return found;
  throw new IndexError(
    `lexical.bin is damaged: section "${name}" is missing; build the index again with: npm run ingest`,
    "lexical.bin",
  );
}
