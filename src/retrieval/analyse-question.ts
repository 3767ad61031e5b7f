import type { WordVectors } from "../embedding/word-vectors.ts";
import type { LexicalIndex } from "../search-index/lexical-index.ts";
import { isStopWord } from "../text/stop-words.ts";
import { isNumeric, termOf } from "../text/term.ts";
import { findTimes, type TimeExpression } from "../text/time-expressions.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import { type AnswerType, answerTypeOf } from "./answer-type.ts";
import { pastVerb } from "./asked-noun.ts";
import type { Spelling } from "./spelling.ts";

/** A content word or number of the question. */
export interface QuestionTerm {
  /** As compared: folded, and corrected where it was misspelled. */
  readonly surface: string;
  readonly term: string;
  /** -1 where the corpus does not have it. */
  readonly termId: number;
  /** Row of the word-vector table, or -1. */
  readonly row: number;
  readonly kind: "word" | "number" | "year";
  /** How much of the question it carries, above 0. */
  readonly weight: number;
  /** It names something: by the corpus's own capitalisation where it knows the word, else by the question's. */
  readonly isName: boolean;
  /** It picks one of several: an ordinal or a superlative, such as "third", "largest" or "only". */
  readonly isRank: boolean;
  /** Inverse frequency among the sentences of the corpus, and in general English; 0 where unknown. */
  readonly idf: number;
  readonly generalIdf: number;
  /** It stands in brackets at the end. */
  readonly isAside: boolean;
  /** The token before it in the question, folded; "" for the first. */
  readonly before: string;
  /** A content word stands directly before it: "production designer". */
  readonly joined: boolean;
}

export interface AnalysedQuestion {
  readonly text: string;
  readonly terms: readonly QuestionTerm[];
  readonly answerType: AnswerType;
  /** Index into `terms` of the noun that what, which or how many asks for; -1 when there is none. */
  readonly focus: number;
  readonly negated: boolean;
  /** The times that it names: years, quarters, months, days. */
  readonly times: readonly TimeExpression[];
  /** Words of the question that were taken for a corpus word: `[written, taken for]`. */
  readonly corrections: readonly (readonly [string, string])[];
}

export interface QuestionContext {
  readonly lexical: LexicalIndex;
  readonly words: WordVectors;
  readonly spelling: Spelling;
}

/** What stands in brackets at the end says what the question is about, not what it asks. */
const asideWeight = 0.3;
const rankWord =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|final|next|previous|former|only|sole|main|original|\d+(?:st|nd|rd|th)|(?!(?:west|rest|test|best|forest|interest|request|protest|harvest|guest|contest|quest|honest|modest|suggest|invest|priest|chest)$)[a-z]{3,}est|best|worst|most|least)$/u;
/** A word this frequent in English is not taken for a misspelling. */
const commonRank = 20_000;

/** A standalone question -> its content terms with weights, the kind of answer it asks for, and its focus. */
export function analyseQuestion(text: string, context: QuestionContext): AnalysedQuestion {
  const corrections: [string, string][] = [];
  const tokens = repairTokens(tokenize(text), context, corrections);
  const asked = askedNoun(tokens);
  const aside = /\([^()]*\)\s*[?.!]*$/u.exec(text)?.index ?? text.length;
  const terms: QuestionTerm[] = [];
  let focus = -1;
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1]?.text ?? "";
    if (isStopWord(token.text) || (before === "how" && /^(?:many|much)$/u.test(token.text))) continue;
    const read = { ...toTerm(token, context), before, joined: before !== "" && !isStopWord(before) };
    const term = token.start < aside ? read : { ...read, weight: asideWeight * read.weight, isAside: true };
    const seen = terms.findIndex((each) => each.term === term.term);
    if (seen < 0) terms.push(term);
    if (token === asked) focus = seen < 0 ? terms.length - 1 : seen;
  }
  const negated = tokens.some(
    (token) => /^(?:not|no|never|without|neither|nor|except|[a-z]+nt)$/u.test(token.text) && isNegation(token),
  );
  return { text, terms, answerType: answerTypeOf(text), focus, negated, times: findTimes(text, null), corrections };
}

function isNegation({ text, raw }: Token): boolean {
  return !text.endsWith("nt") || /n['’]t$/iu.test(raw);
}

function toTerm(token: Token, { lexical, words }: QuestionContext): QuestionTerm {
  const term = termOf(token);
  const termId = lexical.termId(term);
  const numeric = isNumeric(token);
  const row = numeric ? -1 : words.row(token.text);
  const kind = numeric ? (/^(?:1\d|20)\d\d$/u.test(term) ? "year" : "number") : "word";
  const capitalised = /^\p{Lu}/u.test(token.raw) && token.start > 0;
  const isName = kind === "word" && (termId >= 0 ? lexical.nameness(termId) > 0.6 : capitalised || row < 0);
  const isRank = rankWord.test(token.text);
  return {
    surface: token.text,
    term,
    termId,
    row,
    kind,
    weight: weightOf(termId, row, { lexical, words }),
    isName,
    isRank,
    idf: termId >= 0 ? lexical.idf(termId) : 0,
    generalIdf: row >= 0 ? words.generalIdf(row) : 0,
    isAside: false,
    before: "",
    joined: false,
  };
}

/** Inverse frequency in the corpus and in general English; a word in neither is taken for a rare one. */
function weightOf(termId: number, row: number, { lexical, words }: Pick<QuestionContext, "lexical" | "words">): number {
  const general = row >= 0 ? words.generalIdf(row) : 9;
  return termId >= 0 ? 0.5 * lexical.idf(termId) + 0.35 * general : 0.5 * general + 0.5;
}

/**
 * Joins what was written apart, splits what was run together, and takes unknown rare words for their nearest one; not
 * so another form of a word of the corpus.
 */
function repairTokens(
  tokens: readonly Token[],
  { lexical, words, spelling }: QuestionContext,
  corrections: [string, string][],
): Token[] {
  const repaired: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    if (token.kind === "number" || isStopWord(token.text) || spelling.knows(token.text)) {
      repaired.push(token);
      continue;
    }
    if (next !== undefined && spelling.knows(token.text + next.text)) {
      const joined = token.text + next.text;
      corrections.push([`${token.raw} ${next.raw}`, joined]);
      repaired.push({ ...token, text: joined, end: next.end });
      i++;
      continue;
    }
    if (lexical.termId(termOf(token)) >= 0 || isPlural(token.text, words)) {
      repaired.push(token);
      continue;
    }
    const row = words.row(token.text);
    const rare = row < 0 || words.rank(row) > commonRank;
    const parts = row < 0 ? spelling.split(token.text) : null;
    const nearest = rare && parts === null ? spelling.nearest(token.text) : null;
    if (parts !== null) {
      corrections.push([token.raw, parts.join(" ")]);
      repaired.push(...parts.map((text) => ({ ...token, text })));
    } else if (nearest !== null) {
      corrections.push([token.raw, nearest]);
      repaired.push({ ...token, text: nearest });
    } else repaired.push(token);
  }
  return repaired;
}

/** True where English has the word with its plural's ending and without: a rare word perhaps, but no misspelled one. */
function isPlural(word: string, words: WordVectors): boolean {
  const singulars = [word.replace(/s$/u, ""), word.replace(/es$/u, ""), word.replace(/ies$/u, "y")];
  return words.row(word) >= 0 && singulars.some((singular) => singular !== word && words.row(singular) >= 0);
}

/** The last content word of the run after what, which or how many: "how many general *enterprises* have ...". */
function askedNoun(tokens: readonly Token[]): Token | null {
  const at = tokens.findIndex(
    ({ text }, index) =>
      /^(?:what|which)$/u.test(text) || (text === "how" && /^(?:many|much)$/u.test(tokens[index + 1]?.text ?? "")),
  );
  if (at < 0) return null;
  let from = at + (tokens[at]?.text === "how" ? 2 : 1);
  // "what is the height of ..." asks for the height.
  while (/^(?:is|are|was|were|the|a|an|of|kind|type|sort)$/u.test(tokens[from]?.text ?? "")) from++;
  let noun: Token | null = null;
  for (let i = from; i < tokens.length && !isStopWord((tokens[i] as Token).text); i++) {
    const token = tokens[i] as Token;
    // "which company built it" asks for the company.
    if (i - from >= 4 || (noun !== null && pastVerb.test(token.text))) break;
    noun = token;
  }
  return noun;
}
