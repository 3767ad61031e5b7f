import type { QuestionTerm } from "../retrieval/analyse-question.ts";
import type { Retrieval } from "../retrieval/retrieve.ts";
import { foldWord, tokenize } from "../text/tokenize.ts";

/** Words of a question that nothing found has, as they were written there, neighbouring names joined. */
export interface MissingWords {
  /** Names and numbers that the corpus has nowhere. */
  readonly unknown: readonly string[];
  /** Anything else that the best sentence and its headings do not speak of. */
  readonly unmet: readonly string[];
}

const maxListed = 2;
/** From this likeness on, 0 to 1, a term counts as spoken of. */
const spokenOf = 0.5;
/** Words that ask, and that no answer need repeat. */
const asking =
  /^(?:many|much|long|old|often|far|number|percentage|percent|share|name|named|called|kind|type|sort|year|date|time|person|say|says|said|mention|mentioned)$/u;

/** What is missing for a question, names before other words, the weightiest first, at most two of each. */
export function missingWords({ question, sentences }: Retrieval): MissingWords {
  const met = sentences[0]?.candidate;
  const missing = question.terms.filter(
    ({ surface }, t) =>
      !asking.test(surface) &&
      (met === undefined ||
        ((met.alignment.best[t] as number) < spokenOf && (met.heading.best[t] as number) < spokenOf)),
  );
  const isUnknown = ({ termId, isName, kind }: QuestionTerm) => termId < 0 && (isName || kind !== "word");
  return {
    unknown: asWritten(question.text, missing.filter(isUnknown)),
    unmet: asWritten(
      question.text,
      missing.filter((term) => !isUnknown(term)),
    ),
  };
}

/** The terms as they stand in the text; neighbouring capitalised words are one name. */
function asWritten(text: string, terms: readonly QuestionTerm[]): readonly string[] {
  const weights = new Map(terms.map(({ surface, weight, isName }) => [surface, isName ? 100 + weight : weight]));
  const runs: { start: number; end: number; weight: number }[] = [];
  for (const { text: word, raw, start, end } of tokenize(text)) {
    const weight = weights.get(word);
    if (weight === undefined) continue;
    const last = runs.at(-1);
    const joins = last !== undefined && /^\p{Lu}/u.test(raw) && /^\p{Lu}/u.test(text.slice(last.start, last.end));
    if (last !== undefined && joins && /^[ -]$/u.test(text.slice(last.end, start))) {
      last.end = end;
      last.weight = Math.max(last.weight, weight);
    } else runs.push({ start, end, weight });
  }
  runs.sort((a, b) => b.weight - a.weight || a.start - b.start);
  // A word that was taken for another stands in the text as it was misspelt.
  const written = runs.length > 0 ? runs.map(({ start, end }) => text.slice(start, end)) : [...weights.keys()];
  const distinct = new Map(written.map((words) => [foldWord(words), words]));
  return [...distinct.values()].slice(0, maxListed);
}
