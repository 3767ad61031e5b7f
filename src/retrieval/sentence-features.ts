import type { AnalysedQuestion, QuestionTerm } from "./analyse-question.ts";
import { mentionsOf } from "./answer-type.ts";
import type { PreparedSentence, SentenceWord } from "./prepare-sentence.ts";
import { type Alignment, coverage, elementwiseMax } from "./soft-align.ts";

/** A candidate with everything around it that tells whether it answers. */
export interface Candidate {
  readonly sentence: PreparedSentence;
  readonly alignment: Alignment;
  /** Alignments of the question with what stands around the sentence; null where there is nothing. */
  readonly previous: Alignment | null;
  readonly next: Alignment | null;
  readonly heading: Alignment;
  /** The whole chunk, the sentence included. */
  readonly chunk: Alignment;
  /** BM25 of sentence and chunk, as shares of the best candidate's, 0 to 1. */
  readonly sentenceScore: number;
  readonly chunkScore: number;
  /** Cosine of the question's and the text's vector, -1 to 1. */
  readonly sentenceCosine: number;
  readonly chunkCosine: number;
  /** Place in the chunk, from 0. */
  readonly index: number;
}

/** Names of the features, in the order of `sentenceFeatures`. Each is about 0 to 1. */
export const featureNames = [
  "coverExact",
  "coverPlain",
  "coverPurified",
  "coverBest",
  "coverWithHeading",
  "coverWithPrevious",
  "coverWithNext",
  "coverChunk",
  "coverHeading",
  "coverPrevious",
  "sentenceScore",
  "chunkScore",
  "sentenceCosine",
  "chunkCosine",
  "explained",
  "explainedByIdf",
  "bigrams",
  "spread",
  "unmetMost",
  "unmetSum",
  "unmetMostChunk",
  "names",
  "namesWithHeading",
  "namesChunk",
  "namesUnknown",
  "numbers",
  "years",
  "yearDiffers",
  "offersType",
  "offersCount",
  "typeDistance",
  "focus",
  "focusHeading",
  "negationDiffers",
  "pronoun",
  "pronounPrevious",
  "length",
  "short",
  "index",
  "isFirst",
  "quoted",
  "bracketed",
  "asksNumber",
  "asksTime",
  "asksName",
  "asksReason",
  "asksThing",
  "reason",
  "questionLength",
  "endsWithQuestionMark",
  "wordsExact",
  "topTerm",
  "topTermChunk",
  "verbTerm",
] as const;

/** Features of one question and one candidate, in the order of `featureNames`. */
export function sentenceFeatures(question: AnalysedQuestion, candidate: Candidate): Float64Array {
  const { terms } = question;
  const { sentence, alignment, heading, chunk, previous, next } = candidate;
  const cover = (met: ArrayLike<number>) => coverage(terms, met);
  const withHeading = elementwiseMax(alignment.best, heading.best);
  const withChunk = elementwiseMax(chunk.best, heading.best);
  const names = termsWhere(terms, ({ isName }) => isName);
  const numbers = termsWhere(terms, ({ kind }) => kind === "number");
  const years = termsWhere(terms, ({ kind }) => kind === "year");
  const offer = offeredType(question, sentence, alignment);
  const top = heaviest(terms);
  const hasYear = sentence.words.some(({ term }) => /^(?:1\d|20)\d\d$/u.test(term));
  const yearsMet = share(years, withHeading);
  const asks = question.answerType;
  return Float64Array.of(
    cover(alignment.exact),
    cover(alignment.plain),
    cover(alignment.purified),
    cover(alignment.best),
    cover(withHeading),
    previous === null ? cover(alignment.best) : cover(elementwiseMax(alignment.best, previous.best)),
    next === null ? cover(alignment.best) : cover(elementwiseMax(alignment.best, next.best)),
    cover(withChunk),
    cover(heading.best),
    previous === null ? 0 : cover(previous.best),
    candidate.sentenceScore,
    candidate.chunkScore,
    candidate.sentenceCosine,
    candidate.chunkCosine,
    mean(alignment.explained),
    weightedMean(alignment.explained, sentence.words),
    bigramsKept(terms, alignment),
    spread(alignment, sentence),
    unmet(terms, withHeading, Math.max),
    unmet(terms, withHeading, sum) / 3,
    unmet(terms, withChunk, Math.max),
    share(names, alignment.exact),
    share(names, elementwiseMax(alignment.exact, heading.exact)),
    share(names, elementwiseMax(chunk.exact, heading.exact)),
    names.length === 0 ? 0 : names.filter((t) => (terms[t] as QuestionTerm).termId < 0).length / names.length,
    share(numbers, alignment.exact),
    yearsMet,
    years.length > 0 && hasYear && yearsMet === 0 ? 1 : 0,
    offer.count > 0 ? 1 : 0,
    Math.min(3, offer.count) / 3,
    offer.nearness,
    question.focus < 0 ? 0 : (alignment.best[question.focus] as number),
    question.focus < 0 ? 0 : (heading.best[question.focus] as number),
    question.negated === sentence.negated ? 0 : 1,
    sentence.startsWithPronoun ? 1 : 0,
    sentence.startsWithPronoun && previous !== null ? cover(previous.best) : 0,
    Math.min(60, sentence.tokenCount) / 60,
    sentence.words.length < 4 ? 1 : 0,
    Math.min(10, candidate.index) / 10,
    candidate.index === 0 ? 1 : 0,
    /["“”]/u.test(sentence.text) ? 1 : 0,
    /[()]/u.test(sentence.text) ? 1 : 0,
    ["count", "percentage", "money", "measure", "duration", "ordinal"].includes(asks) ? 1 : 0,
    asks === "date" || asks === "time" ? 1 : 0,
    asks === "person" || asks === "organisation" || asks === "place" ? 1 : 0,
    asks === "reason" || asks === "manner" ? 1 : 0,
    asks === "thing" || asks === "list" || asks === "yes-no" ? 1 : 0,
    asks === "reason" && sentence.givesReason ? 1 : 0,
    Math.min(12, terms.length) / 12,
    sentence.text.endsWith("?") ? 1 : 0,
    mean(alignment.exact),
    top < 0 ? 0 : (alignment.best[top] as number),
    top < 0 ? 0 : (withChunk[top] as number),
    lastTermMet(terms, alignment),
  );
}

function termsWhere(terms: readonly QuestionTerm[], wanted: (term: QuestionTerm) => boolean): number[] {
  return terms.flatMap((term, index) => (wanted(term) ? [index] : []));
}

/** Share of the listed terms that are met by half or more; 1 when none is listed, since nothing is missing then. */
function share(listed: readonly number[], met: ArrayLike<number>): number {
  if (listed.length === 0) return 1;
  return listed.filter((t) => (met[t] as number) >= 0.5).length / listed.length;
}

/** Largest or summed weight of what is not met, on a scale on which a rare word is about 1. */
function unmet(terms: readonly QuestionTerm[], met: ArrayLike<number>, join: (a: number, b: number) => number): number {
  let joined = 0;
  for (let t = 0; t < terms.length; t++)
    joined = join(joined, (terms[t] as QuestionTerm).weight * (1 - (met[t] as number)));
  return joined / 8;
}

function sum(a: number, b: number): number {
  return a + b;
}

/** Share of neighbouring question terms whose words stand within three tokens of each other, in the same order. */
function bigramsKept(terms: readonly QuestionTerm[], { word }: Alignment): number {
  let kept = 0;
  for (let t = 1; t < terms.length; t++) {
    const gap = (word[t] as number) - (word[t - 1] as number);
    if ((word[t] as number) >= 0 && (word[t - 1] as number) >= 0 && gap > 0 && gap <= 2) kept++;
  }
  return terms.length < 2 ? 0 : kept / (terms.length - 1);
}

/** How far apart the matched words stand, as a share of the sentence. */
function spread({ word }: Alignment, sentence: PreparedSentence): number {
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (const at of word) {
    if (at < 0) continue;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  return last < 0 ? 1 : (last - first) / Math.max(1, sentence.words.length);
}

/** Mentions of the kind asked for that are not words of the question, and how near they stand to what was matched. */
function offeredType(question: AnalysedQuestion, sentence: PreparedSentence, alignment: Alignment) {
  const kinds = mentionsOf[question.answerType];
  const asked = new Set(question.terms.map(({ term }) => term));
  let count = 0;
  let nearness = 0;
  for (const mention of sentence.mentions) {
    if (!kinds.includes(mention.kind)) continue;
    const inside = sentence.words.flatMap((word, w) =>
      word.start >= mention.start && word.start < mention.end ? [w] : [],
    );
    if (inside.length > 0 && inside.every((w) => asked.has((sentence.words[w] as SentenceWord).term))) continue;
    count++;
    const at = inside[0] ?? 0;
    for (let w = 0; w < sentence.words.length; w++) {
      if ((alignment.explained[w] as number) < 0.5 || inside.includes(w)) continue;
      nearness = Math.max(nearness, (alignment.explained[w] as number) / (1 + Math.abs(w - at) / 4));
    }
  }
  return { count, nearness };
}

function heaviest(terms: readonly QuestionTerm[]): number {
  let top = -1;
  for (let t = 0; t < terms.length; t++) {
    if (top < 0 || (terms[t] as QuestionTerm).weight > (terms[top] as QuestionTerm).weight) top = t;
  }
  return top;
}

/** The last plain word of an English question is often its verb or its object. */
function lastTermMet(terms: readonly QuestionTerm[], { best }: Alignment): number {
  return terms.length === 0 ? 0 : (best[terms.length - 1] as number);
}

function mean(values: ArrayLike<number>): number {
  if (values.length === 0) return 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] as number;
  return total / values.length;
}

function weightedMean(values: ArrayLike<number>, words: readonly SentenceWord[]): number {
  let total = 0;
  let weights = 0;
  for (let w = 0; w < words.length; w++) {
    const { idf } = words[w] as SentenceWord;
    total += idf * (values[w] as number);
    weights += idf;
  }
  return weights === 0 ? 0 : total / weights;
}
