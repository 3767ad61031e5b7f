import type { Assistant } from "./domain/assistant.ts";
import type { Suggestion } from "./domain/suggestion.ts";
import type { GenerationContent } from "./search-index/generation.ts";
import { type PlacedSentence, sampleSentences } from "./search-index/sample-sentences.ts";
import { readCasing } from "./text/casing.ts";
import { questionsOfSentence, type SentenceQuestion } from "./text/questions-of-sentence.ts";

/** Sentences read, questions asked and questions kept, however large the corpus. */
const limits = { sentences: 4000, asked: 200, kept: 24 };
/** How far, from the threshold of an answer to certainty, the confidence in it has to reach. */
const margin = 0.2;
/** A vague question comes after this many like one that is not. */
const vaguenessCost = 4;
/** Multiples of it, modulo 1, fall evenly over any range: equals are taken from all over the corpus. */
const goldenRatio = 0.6180339887498949;

/** `turn`, from 0 up to 1, orders questions that are otherwise equal. */
type Candidate = PlacedSentence & SentenceQuestion & { readonly turn: number };
type Place = Pick<Suggestion, "documentId" | "start" | "end">;

/**
 * Content about to be published -> questions that `ask` answers with the very sentence each was made from, varied by
 * document, section and kind, the first to be shown first. `threshold` is the confidence below which answers are withheld.
 */
export async function suggest(
  content: Pick<GenerationContent, "documents" | "chunks">,
  { ask, threshold }: { readonly ask: Assistant["ask"]; readonly threshold: number },
): Promise<readonly Suggestion[]> {
  const sentences = sampleSentences(content, limits.sentences);
  const casing = readCasing(sentences.map(({ text }) => text));
  let waiting: readonly Candidate[] = sentences
    .flatMap((sentence) =>
      questionsOfSentence(sentence.text, { ...sentence, casing }).map((question) => ({ ...sentence, ...question })),
    )
    .map((candidate, i) => ({ ...candidate, turn: (i * goldenRatio) % 1 }));
  const kept: Candidate[] = [];
  const asked: Candidate[] = [];
  while (asked.length < limits.asked && kept.length < limits.kept) {
    const next = leastLike(asked, waiting);
    if (next === null) break;
    asked.push(next);
    const isAnswered = await answers(next, ask, threshold + margin * (1 - threshold));
    if (isAnswered) kept.push(next);
    waiting = waiting.filter((each) => each.question !== next.question && !(isAnswered && isSameSentence(each, next)));
  }
  return kept.map(({ question, documentId, start, end }) => ({ question, documentId, start, end }));
}

/** The candidate whose document, section and kind have been asked about least. */
function leastLike(asked: readonly Candidate[], waiting: readonly Candidate[]): Candidate | null {
  const traits = ({ documentId, heading, kind }: Candidate) => [
    documentId,
    `${documentId}\n${heading.join("\n")}`,
    `kind ${kind}`,
  ];
  const used = new Map<string, number>();
  for (const trait of asked.flatMap(traits)) used.set(trait, (used.get(trait) ?? 0) + 1);
  const cost = (each: Candidate) =>
    traits(each).reduce((sum, trait) => sum + (used.get(trait) ?? 0), each.turn + (each.isVague ? vaguenessCost : 0));
  return waiting.reduce<Candidate | null>(
    (best, each) => (best === null || cost(each) < cost(best) ? each : best),
    null,
  );
}

async function answers(candidate: Candidate, ask: Assistant["ask"], leastConfidence: number): Promise<boolean> {
  const { status, confidence, citations, short } = await ask({ question: candidate.question, history: [], limit: 1 });
  const [first] = citations;
  if (status !== "answered" || confidence < leastConfidence) return false;
  if (first === undefined || !isSameSentence(first, candidate)) return false;
  return (
    short === null || candidate.answer === "" || candidate.answer.includes(short) || short.includes(candidate.answer)
  );
}

function isSameSentence(a: Place, b: Place): boolean {
  return a.documentId === b.documentId && a.start === b.start && a.end === b.end;
}
