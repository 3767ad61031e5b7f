import type { QuestionTerm } from "../retrieval/analyse-question.ts";
import { termOf } from "../text/term.ts";
import type { Contradiction } from "./contradiction.ts";
import type { Premise, Rival } from "./premise.ts";

/** From this likeness on, 0 to 1, a denied word counts as the question's. */
const sameWord = 0.75;

/** "How many profiles does its memory hold?" where it has no memory. */
export function contradictedByDenial(premise: Premise, { sentence, statement, denials }: Rival): Contradiction | null {
  const { question, terms } = premise;
  if (premise.denials.length > 0 || question.negated) return null;
  const { alignment, sentence: prepared } = sentence.candidate;
  const all = new Set(denials.flatMap(({ scope }) => scope));
  const asserted = new Set(statement.words.filter((_, w) => !all.has(w)).map(termOf));
  for (const { scope, heads } of denials) {
    const placeOf = (t: number) => prepared.words[alignment.word[t] as number]?.start;
    const inside = (t: number, words: readonly number[]) => words.some((w) => statement.words[w]?.start === placeOf(t));
    const contradicted = terms.filter((t) => {
      const { term, kind, isRank } = question.terms[t] as QuestionTerm;
      return (
        kind === "word" &&
        !isRank &&
        !asserted.has(term) &&
        (alignment.best[t] as number) >= sameWord &&
        inside(t, scope)
      );
    });
    const isHead = contradicted.some((t) => inside(t, heads));
    const hasCommon = contradicted.some((t) => !(question.terms[t] as QuestionTerm).isName);
    if (hasCommon && (isHead || contradicted.length > 1)) return { kind: "denial", terms: contradicted };
  }
  return null;
}

/** "Why did they refuse the land?" where they are said to have taken it: the sentence denies nothing. */
export function contradictedByStatement(
  premise: Premise,
  { sentence, statement, denials }: Rival,
): Contradiction | null {
  const { question, terms } = premise;
  if (!/^(?:reason|manner)$/u.test(question.answerType)) return null;
  const denied = new Set(
    premise.denials
      .flatMap(({ scope }) => scope.map((w) => premise.statement.words[w]))
      .flatMap((word) => (word === undefined ? [] : [termOf(word)])),
  );
  const contradicted = terms.filter((t) => denied.has((question.terms[t] as QuestionTerm).term));
  if (contradicted.length === 0 || denials.length > 0 || sentence.candidate.sentence.negated) return null;
  const stated = new Set(statement.words.map(termOf));
  const all = contradicted.every((t) => stated.has((question.terms[t] as QuestionTerm).term));
  return all ? { kind: "statement", terms: contradicted } : null;
}
