import type { RankedSentence, Retrieval } from "../retrieval/retrieve.ts";
import { contradictedByDenial, contradictedByStatement } from "./contradicted-claim.ts";
import { contradictedName } from "./contradicted-name.ts";
import { contradictedNumber, contradictedTime } from "./contradicted-value.ts";
import { contradictedDirection, contradictedMeaning } from "./contradicted-word.ts";
import type { Contradiction, ContradictionKind } from "./contradiction.ts";
import { isAboutAnother, type Premise, premiseCover, readPremise, readRival } from "./premise.ts";

export interface FalsePremise {
  readonly sentence: RankedSentence;
  readonly contradiction: Contradiction;
  /** Share of the question that the sentence meets, what it speaks against included, 0 to 1. */
  readonly cover: number;
}

/** How sure a contradiction of a kind has to be. */
interface Demand {
  /** The cover, at least. */
  readonly cover: number;
  /** Places below the best sentence, at most. */
  readonly depth: number;
}

/** Where nothing would be answered: a wrong correction takes the place of another abstention. */
const whenWithheld: Readonly<Record<ContradictionKind, Demand>> = {
  direction: { cover: 0.6, depth: 1 },
  opposite: { cover: 0.7, depth: 1 },
  denial: { cover: 0.6, depth: 1 },
  statement: { cover: 0.8, depth: 0 },
  time: { cover: 0.9, depth: 1 },
  number: { cover: 0.85, depth: 1 },
  name: { cover: 0.9, depth: 1 },
};

/** Where an answer would be given: a wrong correction costs it. Kinds without an entry never overrule one. */
const whenAnswered: Readonly<Partial<Record<ContradictionKind, Demand>>> = {
  direction: { cover: 0.6, depth: 1 },
  opposite: { cover: 0.7, depth: 0 },
  denial: { cover: 0.85, depth: 0 },
  time: { cover: 0.95, depth: 0 },
};
/** "Why" and "how" take a whole clause for granted, so that a denial or a reversal of any part of it counts. */
const ofClause: Demand = { cover: 0.7, depth: 1 };

/** A sentence that has the contradicted words, and this share of what the contradicting one meets, bears the premise out. */
const supportShare = 0.9;

const readers = [
  contradictedDirection,
  contradictedMeaning,
  contradictedByDenial,
  contradictedByStatement,
  contradictedTime,
  contradictedNumber,
  contradictedName,
];

/**
 * A sentence that contradicts what the question takes for granted, and that no other sentence outweighs; null where
 * there is none. `withheld` says that the draft would abstain anyway; otherwise more is demanded. A question that is
 * answered by yes or no takes nothing for granted.
 */
export function findFalsePremise(
  { question, sentences }: Pick<Retrieval, "question" | "sentences">,
  { withheld }: { readonly withheld: boolean },
): FalsePremise | null {
  if (question.answerType === "yes-no") return null;
  const premise = readPremise(question);
  let found: FalsePremise | null = null;
  for (const [place, sentence] of sentences.slice(0, 2).entries()) {
    const rival = readRival(sentence);
    for (const read of readers) {
      const contradiction = read(premise, rival);
      if (contradiction === null || isAboutAnother(premise, sentence, contradiction)) continue;
      const demand = demandOf(contradiction, { premise, withheld });
      const cover = premiseCover(premise, sentence, contradiction.terms);
      const better = cover > (found?.cover ?? 0);
      if (demand === null || place > demand.depth || cover < demand.cover || !better) continue;
      const claim = { sentence, contradiction, cover };
      if (!isSupported(premise, claim, sentences)) found = claim;
    }
  }
  return found;
}

function demandOf(
  { kind }: Contradiction,
  { premise, withheld }: { readonly premise: Premise; readonly withheld: boolean },
): Demand | null {
  if (withheld) return whenWithheld[kind];
  const { answerType } = premise.question;
  const isOfClause = answerType === "reason" || answerType === "manner";
  if (isOfClause && (kind === "denial" || kind === "opposite")) return ofClause;
  return whenAnswered[kind] ?? null;
}

/** Whether another sentence says of the same thing just what this one speaks against. */
function isSupported(
  premise: Premise,
  { sentence, contradiction, cover }: FalsePremise,
  all: readonly RankedSentence[],
) {
  return all.some(
    (other) =>
      other !== sentence &&
      contradiction.terms.every((t) => other.candidate.alignment.exact[t] === 1) &&
      premiseCover(premise, other, []) >= supportShare * cover,
  );
}
