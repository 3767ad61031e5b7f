import { readStatement, type Statement } from "../grounding/statement.ts";
import type { AnalysedQuestion, QuestionTerm } from "../retrieval/analyse-question.ts";
import type { RankedSentence } from "../retrieval/retrieve.ts";
import { monthOf } from "../text/time-words.ts";
import type { Contradiction } from "./contradiction.ts";
import { type Denial, readDenials } from "./read-denials.ts";

/** What a question takes for granted: its words but those that only ask. */
export interface Premise {
  readonly question: AnalysedQuestion;
  readonly statement: Statement;
  readonly denials: readonly Denial[];
  /** Terms that a sentence about the same thing would meet, as indices into the question's terms. */
  readonly terms: readonly number[];
}

/** A sentence read for what it says against a premise. */
export interface Rival {
  readonly sentence: RankedSentence;
  readonly statement: Statement;
  readonly denials: readonly Denial[];
}

/** Words that ask, and that no sentence need repeat. */
const asking =
  /^(?:many|much|long|far|often|number|percentage|percent|share|amount|name|named|called|kind|type|sort|reason|reasons|say|says|said|explain|mention|mentioned|happen|happened|get|gets|got|put|go|come|make|made)$/u;

export function readPremise(question: AnalysedQuestion): Premise {
  const statement = readStatement(question.text);
  const terms = question.terms.flatMap(({ surface, isAside }, t) => (asking.test(surface) || isAside ? [] : [t]));
  return { question, statement, denials: readDenials(statement), terms };
}

export function readRival(sentence: RankedSentence): Rival {
  const statement = readStatement(sentence.text);
  return { sentence, statement, denials: readDenials(statement) };
}

/** How much less a word counts that stands only somewhere around the sentence. */
const aroundWorth = 0.7;

/** How well a term is met by a sentence, its headings or what it leans on, 0 to 1. */
function metness(t: number, { isName }: QuestionTerm, { candidate }: RankedSentence): number {
  const { alignment, heading, previous, chunk, sentence } = candidate;
  const leant = sentence.startsWithPronoun && previous !== null ? (previous.exact[t] as number) : 0;
  const around = isName ? aroundWorth * (chunk.exact[t] as number) : 0;
  return Math.max(alignment.best[t] as number, heading.exact[t] as number, leant, around);
}

/** Share of the premise that a sentence meets, by weight, 0 to 1; `granted` terms count as met. */
export function premiseCover(
  { question, terms }: Premise,
  sentence: RankedSentence,
  granted: readonly number[],
): number {
  let met = 0;
  let total = 0;
  for (const t of terms) {
    const term = question.terms[t] as QuestionTerm;
    // The noun that is asked for stands in the answer under its own name, if at all.
    const weight = t === question.focus ? term.weight / 2 : term.weight;
    met += weight * (granted.includes(t) ? 1 : metness(t, term, sentence));
    total += weight;
  }
  return total === 0 ? 0 : met / total;
}

/**
 * Whether a sentence is about another bearer or another number than the question, or about another time: then it says
 * nothing against it. A name may stand elsewhere in the passage as long as the sentence names nobody else.
 */
export function isAboutAnother(
  { question, terms }: Premise,
  { candidate }: RankedSentence,
  { kind, terms: granted }: Contradiction,
): boolean {
  if (kind !== "time" && candidate.timeDiffers === 1) return true;
  const { alignment, heading, chunk, previous, sentence } = candidate;
  const asked = new Set(question.terms.map(({ term }) => term));
  const namesOther = sentence.words.some(({ isName, term }) => isName && !asked.has(term));
  return terms.some((t) => {
    const { isName, kind: own, surface } = question.terms[t] as QuestionTerm;
    const insists = own === "number" || (isName && monthOf(surface) === null);
    if (granted.includes(t) || t === question.focus || !insists) return false;
    if (alignment.exact[t] === 1 || heading.exact[t] === 1) return false;
    const leant = sentence.startsWithPronoun && previous?.exact[t] === 1;
    return !leant && (namesOther || own === "number" || chunk.exact[t] !== 1);
  });
}
