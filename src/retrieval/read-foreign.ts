import type { Passage } from "../domain/passage.ts";
import type { Span } from "../domain/span.ts";
import { dot } from "../domain/vector.ts";
import type { Embedder } from "../embedding/embedder.ts";
import type { Generation } from "../search-index/generation.ts";
import type { RowFilter } from "../search-index/row-filter.ts";
import { type Language, languageOf } from "../text/language.ts";
import { isStopWord } from "../text/stop-words.ts";
import { termOf } from "../text/term.ts";
import { tokenize } from "../text/tokenize.ts";
import { findByNumbers } from "./find-by-numbers.ts";
import type { Retrieval, RetrieveOptions } from "./retrieve.ts";

/** A sentence that was found without comparing words. */
export interface ForeignSentence extends Span {
  readonly documentId: string;
  readonly text: string;
  /** Cosine with the question, -1 to 1; null where its numbers alone pick it out. */
  readonly cosine: number | null;
}

/** What was found for a question in a language whose words the corpus does not use. */
export interface ForeignReading {
  readonly language: Language;
  /** The embedder can compare the question with the corpus. */
  readonly covered: boolean;
  /** Best first, all of one chunk; empty where nothing could be compared. */
  readonly sentences: readonly ForeignSentence[];
  /** The chunk of those sentences first. */
  readonly passages: readonly Passage[];
}

export type ReadForeign = (
  question: string,
  retrieval: Retrieval,
  options?: Pick<RetrieveOptions, "signal" | "within">,
) => Promise<ForeignReading | null>;

/** A question of which the corpus, or the collection, has this share of words is compared by words, whatever its language. */
const knownShare = 0.5;
const latinScript: readonly Language[] = ["es", "fr", "de", "pt", "it"];

/**
 * Makes the reader of questions in another language than the corpus: null for one that can be read by its words. With an
 * embedder for that language the nearest chunk is taken and its sentences compared one by one, since nothing lexical can
 * tell them apart; without one only numbers can pick out a sentence. The retrieval must be of the same rows as `within`.
 */
export function createForeignReader({
  generation,
  embedder,
}: {
  readonly generation: Generation;
  readonly embedder: Embedder;
}): ReadForeign {
  const { lexical, chunks } = generation;
  const documents = new Map(generation.documents.map(({ id, text }) => [id, text]));

  function passageOf(row: number): Passage | null {
    const chunk = chunks[row];
    if (chunk === undefined) return null;
    return { chunk, text: documents.get(chunk.documentId)?.slice(chunk.start, chunk.end) ?? "", score: 0 };
  }

  function sentencesOf({ chunk }: Passage): Omit<ForeignSentence, "cosine">[] {
    const text = documents.get(chunk.documentId) ?? "";
    return chunk.sentences.map(({ start, end }) => ({
      documentId: chunk.documentId,
      start,
      end,
      text: text.slice(start, end),
    }));
  }

  async function byMeaning(question: string, passage: Passage, signal?: AbortSignal): Promise<ForeignSentence[]> {
    const sentences = sentencesOf(passage);
    const [asked, ...vectors] = await embedder.embed([question, ...sentences.map(({ text }) => text)], signal);
    return sentences
      .map((sentence, i) => ({ ...sentence, cosine: asked === undefined ? 0 : round(dot(asked, vectors[i] ?? asked)) }))
      .sort((a, b) => b.cosine - a.cosine || a.start - b.start);
  }

  return async (question, retrieval, { signal, within } = {}) => {
    const language = languageOf(question);
    if (language === "en" || isKnown(question, latinScript.includes(language), within)) return null;
    const covered = covers(embedder, language);
    const numbered = findByNumbers(question, lexical, within);
    if (numbered < 0 && !covered) return { language, covered, sentences: [], passages: retrieval.passages };
    const { denseChunks } = retrieval.candidates;
    const rows = numbered < 0 ? denseChunks : [lexical.chunkOf(numbered)];
    const nearest = rows.flatMap((row) => passageOf(row) ?? []);
    const [first] = nearest;
    const passages = distinct([...nearest, ...retrieval.passages]);
    if (first === undefined) return { language, covered, sentences: [], passages };
    if (numbered < 0) return { language, covered, sentences: await byMeaning(question, first, signal), passages };
    const index = numbered - lexical.firstSentence(rows[0] as number);
    const sentences = sentencesOf(first).slice(index, index + 1);
    return { language, covered, sentences: sentences.map((each) => ({ ...each, cosine: null })), passages };
  };

  function isKnown(question: string, isLatin: boolean, within?: RowFilter): boolean {
    // Names are written alike in several languages, and Latin letters stand in texts of any script.
    const terms = tokenize(question).filter(
      ({ kind, raw, text }) =>
        kind === "word" && !isStopWord(text) && !(isLatin ? /^\p{Lu}/u : /\p{Script=Latin}/u).test(raw),
    );
    const known = terms.filter((token) => isUsed(lexical.termId(termOf(token)), within)).length;
    return known > 0 && known >= knownShare * terms.length;
  }

  function isUsed(termId: number, within?: RowFilter): boolean {
    return termId >= 0 && (within === undefined || lexical.score([{ termId, weight: 1 }], within).chunks.size > 0);
  }
}

function covers({ languages = ["en"] }: Embedder, language: Language): boolean {
  return languages === "any" || languages.includes(language);
}

/** The first of each chunk; scores fall again, as those of passages do. */
function distinct(passages: readonly Passage[]): Passage[] {
  const seen = new Set<string>();
  return passages
    .filter(({ chunk }) => !seen.has(chunk.id) && seen.add(chunk.id))
    .map((passage, i) => ({ ...passage, score: -i }));
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
