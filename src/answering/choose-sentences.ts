import type { RankedSentence, Retrieval } from "../retrieval/retrieve.ts";

/** Another sentence joins the answer while it scores no further than this below the best. */
export const joiningMargin = 1.8;
const maxSentences = 3;
/** Words of an answer of more than one sentence. */
export const maxWords = 90;

/** "The city", "This bridge" at the start: a common noun that a sentence before has named. */
const definite = /^(?:The|This|That|These|Those)\s+\p{Ll}+/u;
const pronoun = /\b(?:he|she|it|they)\b/iu;

/**
 * What became of a candidate: `chosen`; `far-below` the best by more than the joining margin; `too-many-words` for an
 * answer that has sentences already; `same-words` as one that was chosen; `enough` others were chosen before it.
 */
export type Choice = "chosen" | "far-below" | "too-many-words" | "same-words" | "enough";

/** The sentences in the order in which they are considered, and what became of each; the chosen make the answer. */
export function chooseSentences(
  retrieval: Retrieval,
): readonly { readonly sentence: RankedSentence; readonly choice: Choice }[] {
  const chosen: RankedSentence[] = [];
  let words = 0;
  return withReferent(retrieval, putConstraintFirst(retrieval)).map((sentence) => {
    const length = sentence.candidate.sentence.tokenCount;
    const choice = judge(sentence, chosen, words + length);
    if (choice === "chosen") {
      chosen.push(sentence);
      words += length;
    }
    return { sentence, choice };
  });
}

function judge(sentence: RankedSentence, chosen: readonly RankedSentence[], words: number): Choice {
  const [best] = chosen;
  if (best === undefined) return "chosen";
  if (best.score - sentence.score > joiningMargin) return "far-below";
  if (chosen.length === maxSentences) return "enough";
  if (words > maxWords) return "too-many-words";
  // The same words twice, in two places of the corpus, prove nothing more.
  return chosen.some(({ text }) => text === sentence.text) ? "same-words" : "chosen";
}

/**
 * "The room opens at 8:00 on weekdays. On Saturdays it opens at 9:30.": where the best sentence lacks a name or number
 * of the question, and a neighbour that leans on it by a pronoun has it, the neighbour comes first.
 */
function putConstraintFirst({ question, sentences }: Retrieval): readonly RankedSentence[] {
  const [best] = sentences;
  if (best === undefined) return sentences;
  const lacking = question.terms.flatMap(({ isName, kind, termId }, t) =>
    (isName || kind !== "word") && termId >= 0 && best.candidate.alignment.exact[t] === 0 ? [t] : [],
  );
  const neighbour = sentences.find(
    ({ chunk, number, text, candidate }) =>
      chunk === best.chunk &&
      number > best.number &&
      number <= best.number + 2 &&
      pronoun.test(text) &&
      lacking.some((t) => candidate.alignment.exact[t] === 1),
  );
  if (neighbour === undefined) return sentences;
  return [{ ...neighbour, score: best.score }, ...sentences.filter((each) => each !== neighbour)];
}

/**
 * "The enterprise was founded in 1998.": where the best sentence leans on the one before, and that one has a name of the
 * question which it lacks itself, the one before comes along.
 */
function withReferent({ question }: Retrieval, ranked: readonly RankedSentence[]): readonly RankedSentence[] {
  const [best] = ranked;
  if (best === undefined || !leansOnWhatCameBefore(best)) return ranked;
  const { alignment, heading } = best.candidate;
  const before = ranked.find(({ chunk, number }) => chunk === best.chunk && number === best.number - 1);
  const names = question.terms.flatMap(({ isName }, t) =>
    isName && alignment.exact[t] === 0 && heading.exact[t] === 0 ? [t] : [],
  );
  if (before === undefined || !names.some((t) => before.candidate.alignment.exact[t] === 1)) return ranked;
  return [best, { ...before, score: best.score }, ...ranked.filter((each) => each !== best && each !== before)];
}

function leansOnWhatCameBefore({ text, candidate }: RankedSentence): boolean {
  return candidate.sentence.startsWithPronoun || definite.test(text);
}
