import type { Span } from "../domain/span.ts";
import { maskQuotes } from "../text/mask-quotes.ts";
import { trimSpan } from "../text/sentences.ts";
import { isStopWord } from "../text/stop-words.ts";
import { tokenize } from "../text/tokenize.ts";
import { courtesy, leadInside, thanksAfterComma, withoutOpening } from "./polite-phrases.ts";

/** One stretch of what was written: a question, or something said around it. */
interface Piece extends Span {
  readonly asks: boolean;
}

const preposition = "(?:in|on|at|by|for|from|to|of|with|since|until|during|after|before|under|over|through|within)";
const asksOpenly = new RegExp(
  `^(?:(?:and|but|so|also|then|or)[ ,]+)?(?:${preposition} )?(?:who|whom|whose|what|which|when|where|why|how)\\b|^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\\b`,
  "iu",
);
const aboutAsker = /\b(?:i|i'm|i've|i'd|im|my|me|mine|myself|we|we're|we've|our|us)\b/iu;
const correction = /^(?:(?:no|nope|sorry|actually|wait)[,.!]? )*i (?:mean|meant|was asking|am asking|asked)\b/iu;
const postscript = /^p\.? ?s\b/iu;
const leans =
  /\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|there|these|those|ones?|each|both|such)\b|\b(?:this|that)(?= (?:is|was|one|number|time|day|year|place)\b|\W*$)/iu;
const courtesyAtEnd = /(?:(?: for (?:me|us))?(?: please| thanks| thank you)| for (?:me|us))[.!?]?$/iu;
const nameOrNumber = /(?<=[^.!?\s]\s)(?!I\b)\p{Lu}[\p{L}'-]+|\p{Nd}|QQ/u;
/** A question of this many content words stands alone whatever was said before it. */
const enoughWords = 4;
/** Sentence ends that are looked at; what comes behind stays as it is. */
const maxPieces = 40;

/**
 * What was written -> the question or questions in it. Greetings, thanks, "could you please tell me" and what askers
 * say about themselves are cut away, where the question can do without: a remark stays when the question leans on it by
 * a pronoun, or has fewer names than it. Quotations stay. A text without padding comes back as it is; none comes back
 * empty. Time is linear in the length.
 */
export function cleanQuestion(question: string): string {
  const masked = maskQuotes(question);
  const pieces = sentenceSpans(masked).flatMap((span) => unwrap(masked, span));
  const asking = pieces.filter(({ asks }) => asks).map(({ start, end }) => masked.slice(start, end));
  const kept = pieces.filter((piece) => piece.asks || !isRemark(masked.slice(piece.start, piece.end), asking));
  const length = kept.reduce((sum, { start, end }) => sum + end - start, 0);
  if (length === question.trim().length - gaps(kept) || !kept.some((piece) => hasWord(masked, piece))) return question;
  return kept.map(({ start, end }) => question.slice(start, end)).join(" ");
}

/** White space between pieces that stand next to each other. */
function gaps(pieces: readonly Span[]): number {
  return pieces.slice(1).reduce((sum, { start }, i) => sum + start - (pieces[i] as Span).end, 0);
}

function hasWord(text: string, { start, end }: Span): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end));
}

/** Sentence ends that a question needs: after "?", "!" and line breaks, and after a period that ends a plain word. */
function sentenceSpans(masked: string): readonly Span[] {
  const spans: Span[] = [];
  let open = 0;
  for (const { 0: mark, index } of masked.matchAll(
    /(?<![?!…])[?!…]+(?=\s)|(?<=[\p{Ll}\p{Nd})]{2})\.+(?=\s)|(?<!\n)\n+/gu,
  )) {
    if (spans.length === maxPieces) break;
    if (
      /^\.$/u.test(mark) &&
      /(?:^|\s)(?:vs|etc|approx|mr|mrs|dr|st|prof|no|vol|ca|jr|sr)$/iu.test(masked.slice(Math.max(0, index - 7), index))
    )
      continue;
    spans.push({ start: open, end: index + mark.length });
    open = index + mark.length;
  }
  return [...spans, { start: open, end: masked.length }]
    .map((span) => trimSpan(masked, span))
    .filter(({ start, end }) => start < end);
}

/** A sentence without its padding: nothing, one piece, or a remark and the question that it leads to. */
function unwrap(masked: string, span: Span): readonly Piece[] {
  const text = masked.slice(span.start, span.end);
  const said = span.start + (thanksAfterComma.exec(text)?.index ?? text.length);
  const opening = withoutOpening(masked.slice(span.start, said));
  const end = opening.asked ? said - (courtesyAtEnd.exec(masked.slice(span.start, said))?.[0].length ?? 0) : said;
  const start = span.start + opening.length;
  const rest = masked.slice(start, end);
  if (courtesy.test(text) || courtesy.test(rest)) return [];
  const lead = aboutAsker.test(rest.slice(0, 300)) && !correction.test(rest) ? leadInside(rest) : null;
  if (lead !== null && !asksOpenly.test(rest)) {
    const remark = { ...trimSpan(masked, { start, end: start + lead.start }), asks: false };
    const nested = withoutOpening(masked.slice(start + lead.end, end));
    return [remark, { start: start + lead.end + nested.length, end, asks: true }].filter(
      (each) => each.start < each.end,
    );
  }
  const asks = opening.asked || rest.endsWith("?") || asksOpenly.test(rest);
  return start < end ? [{ start, end, asks }] : [];
}

/** True for what an asker says of himself and every question can do without. */
function isRemark(text: string, questions: readonly string[]): boolean {
  if (questions.length === 0) return false;
  if (postscript.test(text)) return true;
  if (!aboutAsker.test(text) || correction.test(text)) return false;
  return questions.every((question) => {
    const rich = nameOrNumber.test(question) && contentWords(question) >= 2;
    if (leans.test(question) && (nameOrNumber.test(text) || contentWords(question) <= enoughWords)) return false;
    return rich || contentWords(question) >= (nameOrNumber.test(text) ? enoughWords : 2);
  });
}

function contentWords(text: string): number {
  return tokenize(text).filter((token) => !isStopWord(token.text)).length;
}
