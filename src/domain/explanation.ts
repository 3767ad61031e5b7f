import type { AbstentionReason } from "./answer.ts";
import type { Span } from "./span.ts";

/** Numbers by name. What a model reads stands unrounded, so that its score can be computed again. */
export type NamedNumbers = Readonly<Record<string, number>>;

/** How an answer came about, from the words that were asked to the decision. Lists hold the first ten of their order. */
export interface Explanation {
  readonly question: {
    readonly asked: string;
    /** Without greetings, thanks and remarks. */
    readonly cleaned: string;
    /** What was searched: a follow-up with what it leans on filled in. */
    readonly standalone: string;
    /** The turns before changed what was searched. */
    readonly rewritten: boolean;
  };
  /** The questions in it, each retrieved and decided on its own. */
  readonly parts: readonly PartExplanation[];
  /** Where the question is in a language that the documents are not written in, else null. */
  readonly foreign: ForeignExplanation | null;
}

export interface PartExplanation {
  readonly question: string;
  readonly analysis: AnalysisExplanation;
  readonly orders: OrdersExplanation;
  readonly reranked: RerankingExplanation;
  /** Null where the part was read by meaning or by numbers instead: see `Explanation.foreign`. */
  readonly decision: DecisionExplanation | null;
}

export interface AnalysisExplanation {
  readonly terms: readonly {
    /** Folded, and corrected where it was misspelled. */
    readonly text: string;
    /** How much of the question it carries, above 0. */
    readonly weight: number;
    readonly kind: "word" | "number" | "year";
    readonly isName: boolean;
    /** The documents have it. */
    readonly known: boolean;
  }[];
  /** The noun that what, which or how many asks for. */
  readonly focus: string | null;
  readonly answerType: string;
  readonly negated: boolean;
  /** Days as `YYYY-MM-DD`, both inclusive. */
  readonly times: readonly { readonly text: string; readonly from: string; readonly to: string }[];
  readonly corrections: readonly { readonly written: string; readonly takenFor: string }[];
}

export interface OrderedChunk {
  readonly chunkId: string;
  readonly score: number;
}

/** Chunks, best first. */
export interface OrdersExplanation {
  /** By cosine. */
  readonly dense: readonly OrderedChunk[];
  /** By BM25 with the question's own terms, and with words alike to them as well. */
  readonly lexical: readonly OrderedChunk[];
  readonly expanded: readonly OrderedChunk[];
  /** By the sum of reciprocal ranks in those three. */
  readonly fused: readonly OrderedChunk[];
}

export interface RerankingExplanation {
  /** Sentences that were read. */
  readonly candidates: number;
  /** The largest value of each feature among all of them: the ranker also weighs how far a sentence is below it. */
  readonly largest: NamedNumbers;
  readonly sentences: readonly RerankedSentence[];
}

/** A sentence of the documents, by UTF-16 offsets. */
export interface SentencePlace extends Span {
  readonly documentId: string;
  readonly text: string;
}

export interface RerankedSentence extends SentencePlace {
  readonly chunkId: string;
  /** Comparable within one question only. */
  readonly score: number;
  readonly features: NamedNumbers;
  /** One for each term of the question, in its order. */
  readonly terms: readonly {
    readonly term: string;
    /** Of the word that meets the term best, 0 to 1, and that word; null where none does. */
    readonly likeness: number;
    readonly word: string | null;
    /** What the networks read of the term, zeros left out; empty for terms beyond those that they read. */
    readonly features: NamedNumbers;
  }[];
}

/** The extractive decision, which a language model's answer replaces in wording only. */
export interface DecisionExplanation {
  /** The confidence reaches its threshold, and the question has no false premise. */
  readonly answered: boolean;
  /** Null when answered. */
  readonly reason: AbstentionReason | null;
  /** Null where there was nothing to weigh: no word to search for, or no sentence. */
  readonly confidence: ConfidenceExplanation | null;
  /** Sentences join the best while they score no further than this below it. */
  readonly joiningMargin: number;
  /** In the order in which they were considered; where nothing was answered, what would have become of them. */
  readonly considered: readonly ConsideredSentence[];
  /** What corrects a false premise, else null. */
  readonly correction: string | null;
  /** Null where there is none. */
  readonly short: {
    readonly text: string;
    /** How much of it the true answer is expected to share, 0 to 1, and the least that is shown. */
    readonly expected: number;
    readonly threshold: number;
  } | null;
}

export interface ConfidenceExplanation {
  readonly inputs: NamedNumbers;
  readonly score: number;
  /** 0 to 1; below the threshold the answer is withheld. */
  readonly probability: number;
  readonly threshold: number;
}

export interface ConsideredSentence extends SentencePlace {
  readonly score: number;
  readonly words: number;
  /** `chosen`, or why it was rejected. */
  readonly choice: "chosen" | "far-below" | "too-many-words" | "same-words" | "enough";
}

export interface ForeignExplanation {
  readonly language: string;
  /** The embedder can compare the question with the documents. */
  readonly covered: boolean;
  /** Best first; the cosine is null where the question's numbers alone pick the sentence out. */
  readonly sentences: readonly (SentencePlace & { readonly cosine: number | null; readonly chosen: boolean })[];
  readonly answered: boolean;
  readonly reason: AbstentionReason | null;
  readonly confidence: number;
  readonly threshold: number;
}
