import { readQuantities, sameAmount } from "../grounding/quantities.ts";
import type { StatementWord } from "../grounding/statement.ts";
import type { AnalysedQuestion, QuestionTerm } from "../retrieval/analyse-question.ts";
import { findTimes } from "../text/time-expressions.ts";
import type { Contradiction } from "./contradiction.ts";
import type { Premise, Rival } from "./premise.ts";

/** Verbs of what happens to one thing once: it comes into being, begins or ends. */
const once =
  /^(?:found|founded|establish|established|open|opened|inaugurated|plant|planted|die|died|born|built|build|launch|launched|invent|invented|discover|discovered|publish|published|created|introduced|unveiled|abolished|demolished|signed|named|married|sank|collapsed|killed|assassinated|completed|finished|erected|destroyed|released|premiered|sold|bought)$/u;
const amount = /^(?:count|percentage|money|measure|duration)$/u;

/** "Who planted the first tree in 2014?" where it was in 2017: one event, and the sentence's only time is another. */
export function contradictedTime({ question }: Premise, { sentence }: Rival): Contradiction | null {
  if (question.times.length !== 1 || sentence.candidate.timeDiffers !== 1 || amount.test(question.answerType))
    return null;
  if (!isOneEvent(question, sentence.candidate.alignment.exact)) return null;
  const absolute = findTimes(sentence.text, null);
  if (absolute.length !== 1 || absolute[0]?.relative === true) return null;
  const terms = termsWithin(question, question.times[0] as { start: number; end: number });
  return terms.length === 0 ? null : { kind: "time", terms };
}

/** "the first" of something, or a verb of beginning or ending that the sentence has too. */
function isOneEvent({ terms }: AnalysedQuestion, exact: ArrayLike<number>): boolean {
  return terms.some(({ surface }, t) => exact[t] === 1 && (once.test(surface) || surface === "first"));
}

/** Words and numbers of a stretch of the question. */
function termsWithin({ text, terms }: AnalysedQuestion, { start, end }: { start: number; end: number }) {
  const words = text.slice(start, end).toLowerCase();
  return terms.flatMap(({ surface }, t) => (words.includes(surface) ? [t] : []));
}

/** "the twelve bridges" where the sentence counts nine: the same thing is counted, and only once. */
export function contradictedNumber({ question, statement }: Premise, rival: Rival): Contradiction | null {
  const known = readQuantities(rival.statement).filter(({ isYear }) => !isYear);
  for (const quantity of readQuantities(statement)) {
    if (quantity.isYear || quantity.value === null || quantity.nouns.size === 0) continue;
    if (!isDefinite(statement.words, quantity.first)) continue;
    const [noun] = quantity.nouns;
    const same = known.filter(({ nouns }) => noun !== undefined && nouns.has(noun));
    if (same.length !== 1 || known.some((each) => sameAmount(each, quantity))) continue;
    if (same[0]?.value === null || same[0]?.bound !== null) continue;
    const own = new Set(statement.words.slice(quantity.first, quantity.next).map(({ term }) => term));
    const terms = question.terms.flatMap(({ term, kind }: QuestionTerm, t) =>
      kind === "number" && own.has(term) ? [t] : [],
    );
    if (terms.length > 0) return { kind: "number", terms };
  }
  return null;
}

/** "the twelve", "its twelve", "all twelve": the question takes the number for known. */
function isDefinite(words: readonly StatementWord[], at: number): boolean {
  return /^(?:the|these|those|its|his|her|their|all|both)$/u.test(words[at - 1]?.text ?? "");
}
