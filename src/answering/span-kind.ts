import type { AnswerType } from "../retrieval/answer-type.ts";
import type { MentionKind } from "../text/mentions.ts";
import type { SpanCandidate } from "./span-candidates.ts";
import type { SpanReading } from "./span-reading.ts";

const numberKinds = [
  "percentage",
  "money",
  "date",
  "time",
  "duration",
  "measure",
  "count",
  "ordinal",
] as const satisfies readonly MentionKind[];

export const spanKinds = [
  ...numberKinds,
  "person",
  "organisation",
  "place",
  "name",
  "quotation",
  // A piece of a mention, more than one, and no mention at all.
  "part",
  "aroundNumber",
  "aroundName",
  "list",
  "clause",
  "verbal",
  "words",
] as const;

/** What a span is: the kind of the mention it is, or how it stands to the mentions of its sentence. */
export type SpanKind = (typeof spanKinds)[number];

/** A question by what it asks for; one that says no more than "what" is told apart by whether a noun follows. */
export type QuestionClass = AnswerType | "thing of a noun";

const numbers: ReadonlySet<MentionKind> = new Set(numberKinds);
/** What a mention may hold before the words that count. */
const opening =
  /^["“'‘\s]*(?:(?:about|around|over|more than|less than|up to|some|under|in|of|since|until|by|on|the|an?)\s*)*$/iu;

export function kindOfSpan({ sentence, tokens }: SpanReading, { from, to, source }: SpanCandidate): SpanKind {
  let first = from;
  while (first < to - 1 && (tokens[first]?.word ?? -1) < 0) first++;
  const start = tokens[first]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? 0;
  let inside: MentionKind | null = null;
  let isPart = false;
  for (const mention of sentence.mentions) {
    if (mention.end <= start || mention.start >= end) continue;
    // A closing quotation mark or a dot belongs to a mention and to no token.
    const endsAlike = Math.abs(mention.end - end) <= 1;
    const isSame =
      endsAlike &&
      (Math.abs(mention.start - start) <= (mention.kind === "quotation" ? 1 : 0) ||
        (mention.start < start && opening.test(sentence.text.slice(mention.start, start))));
    if (isSame) return mention.kind;
    if (mention.start >= start && mention.end <= end + 1) inside ??= mention.kind;
    else if (mention.kind !== "quotation") isPart = true;
  }
  if (source === "list") return "list";
  if (isPart) return "part";
  if (tokens[from]?.isVerb) return "verbal";
  if (source === "clause") return "clause";
  if (inside === null || inside === "quotation") return "words";
  return numbers.has(inside) ? "aroundNumber" : "aroundName";
}

export function classOfQuestion({ question }: SpanReading): QuestionClass {
  return question.answerType === "thing" && question.focus >= 0 ? "thing of a noun" : question.answerType;
}

/** How much likelier than by chance a kind is to answer a class of question: logarithms, stored by training. */
export type KindFit = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** "this year", "the first quarter": no person, place or organisation. */
const timeNoun =
  /^(?:years?|months?|weeks?|days?|quarters?|decades?|century|centuries|hours?|minutes?|time|today|now)$/u;

/**
 * Whether a span can be an answer of the type asked for: a date or a number is no person and no place, and what has no
 * number is no amount and no date, unless it is a mention of one.
 */
export function canAnswer(reading: SpanReading, span: SpanCandidate): boolean {
  const { question, tokens, wanted } = reading;
  const kind = kindOfSpan(reading, span) as MentionKind;
  if (wanted.length === 0 || wanted.includes(kind)) return true;
  const { answerType } = question;
  if (answerType === "person" || answerType === "place" || answerType === "organisation")
    return kind === "ordinal" || !(numbers.has(kind) || timeNoun.test(tokens[span.to - 1]?.text ?? ""));
  return !numbers.has(kind) && tokens.slice(span.from, span.to).some((token) => token.isNumeric);
}
