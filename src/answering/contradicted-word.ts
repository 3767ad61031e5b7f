import { type Direction, directionOf } from "../grounding/direction-words.ts";
import type { StatementWord } from "../grounding/statement.ts";
import type { QuestionTerm } from "../retrieval/analyse-question.ts";
import { termOf } from "../text/term.ts";
import type { Contradiction } from "./contradiction.ts";
import { areOpposed, meaningWithParticle } from "./opposed-words.ts";
import type { Premise, Rival } from "./premise.ts";

/** Words between a word of the question and what stands against it, at most. */
const nearby = 6;
const auxiliary = /^(?:did|does|do|will|would|has|have|had|is|are|was|were)$/u;
/** Words before which a word of change is a noun or an adjective, and no verb. */
const nounAhead = /^(?:an?|the|its|his|her|their|this|that|of|in|on|at|to|from|for|with|by|give|gave|given|gives)$/u;

/** "Why did sales grow?" where they fell, and nothing in the sentence grew. */
export function contradictedDirection({ question, statement }: Premise, { sentence, statement: said }: Rival) {
  const asked = changeAsked(statement.words);
  if (asked === null) return null;
  const stated = said.words.flatMap(({ text }) => directionOf(text) ?? []);
  if (stated.length === 0 || stated.includes(asked.direction)) return null;
  const terms = question.terms.flatMap(({ surface }, t) => (surface === asked.word ? [t] : []));
  const near = said.words.some(
    ({ text }, w) =>
      directionOf(text) !== null &&
      !isNegated(said.words, w) &&
      isNear(said.words, w, 2 * nearby, metWords(question.terms, sentence.candidate.alignment.exact)),
  );
  return terms.length > 0 && near ? ({ kind: "direction", terms } satisfies Contradiction) : null;
}

/** The verb of change that follows an auxiliary of the question. */
function changeAsked(words: readonly StatementWord[]): { readonly word: string; readonly direction: Direction } | null {
  const at = words.findIndex(({ text }) => auxiliary.test(text));
  for (const [w, { text }] of words.entries()) {
    const direction = directionOf(text);
    if (at >= 0 && w > at && direction !== null && !nounAhead.test(words[w - 1]?.text ?? ""))
      return { word: text, direction };
  }
  return null;
}

/** "Why did she accept the offer?" where she turned it down. */
export function contradictedMeaning({ question, terms }: Premise, { sentence, statement }: Rival) {
  if (question.answerType === "count") return null;
  const { words } = statement;
  const stated = new Set(words.map(termOf));
  const met = metWords(question.terms, sentence.candidate.alignment.exact);
  const opposite = terms.filter((t) => {
    const { surface, term, kind } = question.terms[t] as QuestionTerm;
    // "to open or close" asks for both.
    const asksBoth = question.terms.some((other) => areOpposed(surface, other.surface));
    if (kind !== "word" || stated.has(term) || asksBoth) return false;
    return words.some((word, w) => {
      const meaning = meaningWithParticle(word.text, behind(words, w)) ?? word.text;
      return areOpposed(surface, meaning) && !isNegated(words, w) && isNear(words, w, nearby, met);
    });
  });
  return opposite.length === 0 ? null : ({ kind: "opposite", terms: opposite } satisfies Contradiction);
}

/** The two words behind word `at`: "turned *it down*". */
function behind(words: readonly StatementWord[], at: number): readonly string[] {
  return words.slice(at + 1, at + 3).map(({ text }) => text);
}

/** Terms of the question that a sentence has word for word. */
function metWords(terms: readonly QuestionTerm[], exact: ArrayLike<number>): ReadonlySet<string> {
  return new Set(terms.flatMap(({ term }, t) => (exact[t] === 1 ? [term] : [])));
}

/** Whether one of the wanted terms stands within so many words of word `at`, in the same part of the sentence. */
function isNear(words: readonly StatementWord[], at: number, distance: number, wanted: ReadonlySet<string>): boolean {
  const within = (step: 1 | -1) => {
    for (let i = at; Math.abs(i + step - at) <= distance; i += step) {
      const word = words[i + step];
      if (word === undefined || /[.;:!?]/u.test((step > 0 ? word : words[i])?.gap ?? "")) return false;
      if (wanted.has(termOf(word))) return true;
    }
    return false;
  };
  return within(-1) || within(1);
}

function isNegated(words: readonly StatementWord[], at: number): boolean {
  return words
    .slice(Math.max(0, at - 3), at)
    .some(({ text }) =>
      /^(?:not|no|never|without|neither|nor|cannot|(?:is|are|was|were|do|does|did|ca|wo)nt)$/u.test(text),
    );
}
