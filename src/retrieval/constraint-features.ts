import type { AnalysedQuestion, QuestionTerm } from "./analyse-question.ts";
import type { Candidate } from "./candidate.ts";
import { elementwiseMax } from "./soft-align.ts";

/**
 * Whether what the question insists on (names, numbers, years, negation, ranks) is carried by the clause with the
 * answer: by the sentence, its headings, or at least its chunk. A near miss has all the words but one of these.
 */
export const constraintFeatureNames = [
  "names",
  "namesWithHeading",
  "namesChunk",
  "namesUnknown",
  "numbers",
  "years",
  "timeMet",
  "timeDiffers",
  "unmetNames",
  "unmetNamesChunk",
  "unmetNamesWeight",
  "splitName",
  "otherNames",
  "unmetKnown",
  "unmetKnownChunk",
  "unmetUnknown",
  "softOnly",
  "unmetRank",
  "opposite",
  "negationDiffers",
] as const;

export function constraintFeatures(question: AnalysedQuestion, candidate: Candidate): readonly number[] {
  const { terms } = question;
  const { sentence, alignment, heading, chunk } = candidate;
  const here = elementwiseMax(alignment.exact, heading.exact);
  const around = elementwiseMax(chunk.exact, heading.exact);
  const names = termsWhere(terms, ({ isName }) => isName);
  const numbers = termsWhere(terms, ({ kind }) => kind === "number");
  const years = termsWhere(terms, ({ kind }) => kind === "year");
  const ranks = termsWhere(terms, ({ isRank }) => isRank);
  const known = termsWhere(terms, ({ termId, isName, kind }) => termId >= 0 && !isName && kind === "word");
  const unknown = termsWhere(terms, ({ termId, isName }) => termId < 0 && !isName);
  const missingNames = names.filter((t) => here[t] === 0);
  const otherNames =
    missingNames.length === 0
      ? 0
      : sentence.words.filter(({ isName, term }) => isName && !terms.some((each) => each.term === term)).length;
  return [
    share(names, alignment.exact),
    share(names, here),
    share(names, around),
    names.length === 0 ? 0 : names.filter((t) => (terms[t] as QuestionTerm).termId < 0).length / names.length,
    share(numbers, alignment.exact),
    share(years, here),
    candidate.timeMet,
    candidate.timeDiffers,
    Math.min(3, missingNames.length) / 3,
    Math.min(3, names.filter((t) => around[t] === 0).length) / 3,
    weightOf(terms, missingNames, () => 1),
    splitNames(terms, here),
    Math.min(3, otherNames) / 3,
    weightOf(terms, known, (t) => (here[t] === 1 ? 0 : 1 - (alignment.best[t] as number))),
    weightOf(terms, known, (t) => (around[t] === 1 ? 0 : 1 - (chunk.best[t] as number))),
    weightOf(terms, unknown, (t) => 1 - (alignment.best[t] as number)),
    weightOf(terms, known, (t) => (here[t] === 1 ? 0 : (alignment.best[t] as number))),
    ranks.length === 0 ? 0 : ranks.filter((t) => here[t] === 0).length / ranks.length,
    candidate.opposites.includes(1) ? 1 : 0,
    question.negated === sentence.negated ? 0 : 1,
  ];
}

function termsWhere(terms: readonly QuestionTerm[], wanted: (term: QuestionTerm) => boolean): number[] {
  const found: number[] = [];
  for (let t = 0; t < terms.length; t++) if (wanted(terms[t] as QuestionTerm)) found.push(t);
  return found;
}

/** Share of the listed terms that are met by half or more; 1 when none is listed, since nothing is missing then. */
function share(listed: readonly number[], met: ArrayLike<number>): number {
  if (listed.length === 0) return 1;
  return listed.filter((t) => (met[t] as number) >= 0.5).length / listed.length;
}

/** Weight of the listed terms times how much of each counts, on a scale on which a rare word is about 1. */
function weightOf(terms: readonly QuestionTerm[], listed: readonly number[], amount: (term: number) => number): number {
  return listed.reduce((total, t) => total + (terms[t] as QuestionTerm).weight * amount(t), 0) / 16;
}

/** Share of neighbouring name words of which one is met and the other is not: another bearer of the same name. */
function splitNames(terms: readonly QuestionTerm[], met: ArrayLike<number>): number {
  let pairs = 0;
  let split = 0;
  for (let t = 1; t < terms.length; t++) {
    if (!(terms[t] as QuestionTerm).isName || !(terms[t - 1] as QuestionTerm).isName) continue;
    pairs++;
    if ((met[t] as number) !== (met[t - 1] as number)) split++;
  }
  return pairs === 0 ? 0 : split / pairs;
}
