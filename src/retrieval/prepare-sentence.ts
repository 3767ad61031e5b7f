import type { WordVectors } from "../embedding/word-vectors.ts";
import type { LexicalIndex } from "../search-index/lexical-index.ts";
import { findMentions, type Mention } from "../text/mentions.ts";
import { isStopWord } from "../text/stop-words.ts";
import { isNumeric, termOf } from "../text/term.ts";
import { tokenize } from "../text/tokenize.ts";

/** A content word or number of a sentence, as the reranker compares it. */
export interface SentenceWord {
  readonly term: string;
  readonly termId: number;
  readonly row: number;
  readonly numeric: boolean;
  /** Place among all tokens of the sentence, function words included. */
  readonly position: number;
  /** UTF-16 offset into the sentence's text. */
  readonly start: number;
  readonly idf: number;
  readonly isName: boolean;
  /** The token before it, folded; "" for the first. */
  readonly before: string;
}

/** What is read off a sentence once, whatever the question. */
export interface PreparedSentence {
  readonly text: string;
  readonly words: readonly SentenceWord[];
  readonly tokenCount: number;
  readonly mentions: readonly Mention[];
  readonly negated: boolean;
  readonly startsWithPronoun: boolean;
  readonly givesReason: boolean;
}

const reasonPattern =
  /\b(?:because|since|due to|owing to|as a result|so that|in order to|thanks to|therefore|thus|hence|caused by|led to|leads to|result(?:s|ed)? in|to (?:avoid|ensure|prevent|reduce|improve|promote|protect|solve|allow|make|build|create|achieve)|reason|purpose|aim)\b/iu;
const negationPattern = /\b(?:not|no|never|without|neither|nor|none|cannot)\b|n['’]t\b/iu;
const pronounPattern =
  /^["'“‘(]*(?:he|she|it|they|this|these|those|that|its|his|her|their|such|the former|the latter|both|there)\b/iu;

/** Prepares sentences by number and keeps the latest, so that a frequent sentence is read once. */
export function createSentencePreparer({
  lexical,
  words,
  textOf,
  capacity = 20_000,
}: {
  readonly lexical: LexicalIndex;
  readonly words: WordVectors;
  readonly textOf: (sentence: number) => string;
  readonly capacity?: number;
}): (sentence: number) => PreparedSentence {
  let kept = new Map<number, PreparedSentence>();
  return (sentence) => {
    const known = kept.get(sentence);
    if (known !== undefined) return known;
    if (kept.size >= capacity) kept = new Map();
    const prepared = prepareSentence(textOf(sentence), { lexical, words });
    kept.set(sentence, prepared);
    return prepared;
  };
}

export function prepareSentence(
  text: string,
  { lexical, words }: { readonly lexical: LexicalIndex; readonly words: WordVectors },
): PreparedSentence {
  const tokens = tokenize(text);
  const content: SentenceWord[] = [];
  for (const [position, token] of tokens.entries()) {
    if (isStopWord(token.text)) continue;
    const term = termOf(token);
    const termId = lexical.termId(term);
    const numeric = isNumeric(token);
    content.push({
      term,
      termId,
      row: numeric ? -1 : words.row(token.text),
      numeric,
      position,
      start: token.start,
      idf: termId >= 0 ? lexical.idf(termId) : 0,
      before: tokens[position - 1]?.text ?? "",
      isName: !numeric && termId >= 0 && lexical.nameness(termId) > 0.6,
    });
  }
  return {
    text,
    words: content,
    tokenCount: tokens.length,
    mentions: findMentions(text),
    negated: negationPattern.test(text),
    startsWithPronoun: pronounPattern.test(text),
    givesReason: reasonPattern.test(text),
  };
}
