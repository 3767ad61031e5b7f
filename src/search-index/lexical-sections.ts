import { IndexError } from "../domain/errors.ts";
import { unpackSections } from "./binary-sections.ts";
import { totalsAgree } from "./lexical-totals.ts";
import type { Steps } from "./steps.ts";

/** What lexical.bin holds, checked: every number in it can be followed. */
export interface LexicalSections {
  readonly terms: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
  /** Most frequent first, with the term of each. */
  readonly surfaces: readonly string[];
  readonly surfaceTerms: Uint32Array;
  /** By term. */
  readonly idf: Float32Array;
  readonly chunkIdf: Float32Array;
  readonly nameness: Float32Array;
  /** Ranges by term, one more than there are terms, into what follows. */
  readonly postings: { readonly start: Uint32Array; readonly sentence: Uint32Array; readonly count: Uint32Array };
  readonly headings: { readonly start: Uint32Array; readonly chunk: Uint32Array };
  /** By chunk, one more than there are chunks, and by sentence. */
  readonly firstSentence: Uint32Array;
  readonly chunkOfSentence: Uint32Array;
  readonly sentenceLength: Uint32Array;
  readonly chunkLength: Uint32Array;
  readonly averageSentence: number;
  readonly averageChunk: number;
}

const file = "lexical.bin";
const lineEnd = 0x0a;
/** Bytes of words decoded, words numbered and numbers checked before others may have the thread. */
const bytesAtOnce = 65_536;
const wordsAtOnce = 4_096;
const numbersAtOnce = 131_072;

/** Reads and checks the file. Throws an `IndexError` where it is not what `createLexicalBuilder` makes. */
export function* readLexicalSections(bytes: Uint8Array): Steps<LexicalSections> {
  const found = unpackSections(file, bytes);
  const u32 = (name: string) => section(found, name, Uint32Array);
  const f32 = (name: string) => section(found, name, Float32Array);
  const sections = {
    terms: yield* readWords(section(found, "terms", Uint8Array), "terms"),
    surfaces: yield* readWords(section(found, "surfaces", Uint8Array), "surfaces"),
    surfaceTerms: u32("surfaceTerm"),
    idf: f32("idf"),
    chunkIdf: f32("chunkIdf"),
    nameness: f32("nameness"),
    postings: { start: u32("postingStart"), sentence: u32("postingSentence"), count: u32("postingCount") },
    headings: { start: u32("headingStart"), chunk: u32("headingChunk") },
    firstSentence: u32("firstSentence"),
    chunkOfSentence: u32("chunkOfSentence"),
    sentenceLength: u32("sentenceLength"),
    chunkLength: u32("chunkLength"),
  };
  const averages = f32("averageLengths");
  checkLengths(sections);
  const [averageSentence = 0, averageChunk = 0] = averages;
  yield* checkNumbers(sections);
  const isAverage =
    averageSentence === average(sections.sentenceLength) && averageChunk === average(sections.chunkLength);
  expect(isAverage, "averageLengths");
  return { ...sections, ids: yield* numberWords(sections.terms), averageSentence, averageChunk };
}

/** As the builder takes it: never below 1, so that it can divide, and in single precision. */
function average(lengths: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < lengths.length; i++) sum += lengths[i] as number;
  return Math.fround(Math.max(1, sum / Math.max(1, lengths.length)));
}

type Numbers = Omit<LexicalSections, "ids" | "averageSentence" | "averageChunk">;

function checkLengths({ terms, surfaces, postings, headings, ...rest }: Numbers): void {
  const agree =
    rest.idf.length === terms.length &&
    rest.chunkIdf.length === terms.length &&
    rest.nameness.length === terms.length &&
    rest.surfaceTerms.length === surfaces.length &&
    postings.start.length === terms.length + 1 &&
    postings.count.length === postings.sentence.length &&
    headings.start.length === terms.length + 1 &&
    rest.chunkOfSentence.length === rest.sentenceLength.length &&
    rest.firstSentence.length === rest.chunkLength.length + 1;
  if (!agree) throw damaged("its sections disagree in length");
}

function* checkNumbers(sections: Numbers): Steps<void> {
  const { terms, surfaceTerms, idf, chunkIdf, nameness, postings, headings, firstSentence, chunkOfSentence } = sections;
  yield* checkEach(surfaceTerms, { least: 0, most: terms.length - 1, name: "surfaceTerm" });
  yield* checkEach(idf, { least: 0, most: Number.MAX_VALUE, name: "idf" });
  yield* checkEach(chunkIdf, { least: 0, most: Number.MAX_VALUE, name: "chunkIdf" });
  yield* checkEach(nameness, { least: 0, most: 1, name: "nameness" });
  yield* checkEach(postings.count, { least: 1, most: Number.MAX_VALUE, name: "postingCount" });
  yield* checkRanges(postings.start, postings.sentence, { limit: chunkOfSentence.length, name: "posting" });
  yield* checkRanges(headings.start, headings.chunk, { limit: sections.chunkLength.length, name: "heading" });
  yield* checkStarts(firstSentence, chunkOfSentence.length, "firstSentence");
  for (let chunk = 0; chunk < sections.chunkLength.length; chunk++) {
    if (chunk % wordsAtOnce === 0) yield;
    const [from, to] = [firstSentence[chunk] as number, firstSentence[chunk + 1] as number];
    expect(allWithin(chunkOfSentence, { from, to, least: chunk, most: chunk }), "chunkOfSentence");
  }
  expect(yield* totalsAgree(sections), "sentenceLength or chunkLength");
}

function* checkEach(
  numbers: Uint32Array | Float32Array,
  { least, most, name }: { readonly least: number; readonly most: number; readonly name: string },
): Steps<void> {
  for (let from = 0; from < numbers.length; from += numbersAtOnce) {
    const to = Math.min(numbers.length, from + numbersAtOnce);
    expect(allWithin(numbers, { from, to, least, most }), name);
    yield;
  }
}

/** Each range holds numbers below `limit` that ascend. */
function* checkRanges(
  start: Uint32Array,
  numbers: Uint32Array,
  { limit, name }: { readonly limit: number; readonly name: string },
): Steps<void> {
  yield* checkStarts(start, numbers.length, `${name}Start`);
  let paused = 0;
  for (let range = 0; range + 1 < start.length; range++) {
    const [from, to] = [start[range] as number, start[range + 1] as number];
    expect(ascend(numbers, { from, to, limit }), name);
    if (to - paused < numbersAtOnce) continue;
    paused = to;
    yield;
  }
}

/** Ranges begin at 0, follow one another and end at `end`. */
function* checkStarts(start: Uint32Array, end: number, name: string): Steps<void> {
  expect(start[0] === 0 && start.at(-1) === end, name);
  for (let i = 1; i < start.length; i++) {
    if (i % numbersAtOnce === 0) yield;
    expect((start[i] as number) >= (start[i - 1] as number), name);
  }
}

/** False for what is no number as well. Out of the generators: engines are slow at loops inside them. */
function allWithin(
  numbers: Uint32Array | Float32Array,
  {
    from,
    to,
    least,
    most,
  }: { readonly from: number; readonly to: number; readonly least: number; readonly most: number },
): boolean {
  for (let i = from; i < to; i++) {
    const value = numbers[i] as number;
    if (!(value >= least && value <= most)) return false;
  }
  return true;
}

function ascend(
  numbers: Uint32Array,
  { from, to, limit }: { readonly from: number; readonly to: number; readonly limit: number },
): boolean {
  for (let i = from; i < to; i++) {
    const value = numbers[i] as number;
    if (value >= limit || (i > from && value <= (numbers[i - 1] as number))) return false;
  }
  return true;
}

function* readWords(bytes: Uint8Array, name: string): Steps<readonly string[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const words: string[] = [];
  for (let from = 0; from < bytes.length; ) {
    const lineAt = bytes.indexOf(lineEnd, from + bytesAtOnce);
    const end = lineAt === -1 ? bytes.length : lineAt;
    for (const word of decode(decoder, bytes.subarray(from, end), name).split("\n")) words.push(word);
    from = end + 1;
    yield;
  }
  return words;
}

function decode(decoder: TextDecoder, bytes: Uint8Array, name: string): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw damaged(`section "${name}" is not UTF-8`, cause);
  }
}

function* numberWords(words: readonly string[]): Steps<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  for (const [id, word] of words.entries()) {
    if (id % wordsAtOnce === 0) yield;
    ids.set(word, id);
  }
  expect(ids.size === words.length, "terms");
  return ids;
}

function expect(isRight: boolean, name: string): void {
  if (!isRight) throw damaged(`section "${name}" holds what can't stand there`);
}

function section<T extends Uint8Array | Uint32Array | Float32Array>(
  sections: Readonly<Record<string, unknown>>,
  name: string,
  type: abstract new (...args: never[]) => T,
): T {
  const found = sections[name];
  if (found instanceof type) return found;
  throw damaged(`section "${name}" is missing`);
}

function damaged(reason: string, cause?: unknown): IndexError {
  return new IndexError(`${file} is damaged: ${reason}; build the index again with: npm run ingest`, file, { cause });
}
