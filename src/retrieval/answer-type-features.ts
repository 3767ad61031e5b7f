import type { Mention, MentionKind } from "../text/mentions.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import { mentionsOf, numberKinds } from "./answer-type.ts";
import type { Candidate } from "./candidate.ts";
import type { SentenceWord } from "./prepare-sentence.ts";

/** Whether the sentence offers the kind of thing that is asked for, beside the question's own words. */
export const answerTypeFeatureNames = [
  "offersType",
  "offersCount",
  "offersBestKind",
  "typeDistance",
  "boundNumber",
  "afterBy",
  "inBrackets",
  "newNames",
  "newNumbers",
  "focus",
  "focusHeading",
  "focusOther",
  "focusChunk",
  "unmetFocus",
  "asksNumber",
  "asksTime",
  "asksPerson",
  "asksPlace",
  "asksName",
  "asksReason",
  "asksThing",
  "asksList",
  "asksYesNo",
  "reason",
] as const;

const nameKinds: readonly MentionKind[] = ["person", "organisation", "place", "name"];

interface Offer {
  readonly mention: Mention;
  /** Indices of the sentence's words inside the mention. */
  readonly inside: readonly number[];
}

export function answerTypeFeatures(question: AnalysedQuestion, candidate: Candidate): readonly number[] {
  const { sentence, alignment, heading, chunk } = candidate;
  const { focus, terms, answerType: asks } = question;
  const fresh = newMentions(question, candidate);
  const kinds = mentionsOf[asks];
  const offers = fresh.filter(({ mention }) => kinds.includes(mention.kind));
  const before = ({ mention }: Offer) => sentence.text.slice(Math.max(0, mention.start - 4), mention.start);
  return [
    offers.length > 0 ? 1 : 0,
    Math.min(3, offers.length) / 3,
    offers.some(({ mention }) => mention.kind === kinds[0]) ? 1 : 0,
    offers.reduce((max, offer) => Math.max(max, nearness(offer, candidate)), 0),
    boundNumber(question, fresh, candidate),
    offers.some((offer) => /\bby $/u.test(before(offer))) ? 1 : 0,
    offers.some((offer) => /\($/u.test(before(offer))) ? 1 : 0,
    Math.min(4, fresh.filter(({ mention }) => nameKinds.includes(mention.kind)).length) / 4,
    Math.min(4, fresh.filter(({ mention }) => numberKinds.includes(mention.kind)).length) / 4,
    focus < 0 ? 0 : (alignment.best[focus] as number),
    focus < 0 ? 0 : (heading.best[focus] as number),
    candidate.focusOther,
    focus < 0 ? 0 : (chunk.best[focus] as number),
    focus < 0 ? 0 : ((terms[focus]?.weight ?? 0) * (1 - (alignment.best[focus] as number))) / 8,
    ["count", "percentage", "money", "measure", "duration", "ordinal"].includes(asks) ? 1 : 0,
    asks === "date" || asks === "time" ? 1 : 0,
    asks === "person" ? 1 : 0,
    asks === "place" ? 1 : 0,
    asks === "person" || asks === "organisation" || asks === "place" ? 1 : 0,
    asks === "reason" || asks === "manner" ? 1 : 0,
    asks === "thing" ? 1 : 0,
    asks === "list" ? 1 : 0,
    asks === "yes-no" ? 1 : 0,
    asks === "reason" && sentence.givesReason ? 1 : 0,
  ];
}

/** Mentions that hold something beside words of the question. */
function newMentions({ terms }: AnalysedQuestion, { sentence: { mentions, words } }: Candidate): readonly Offer[] {
  const offers: Offer[] = [];
  for (const mention of mentions) {
    const inside: number[] = [];
    let isSaid = true;
    for (let w = 0; w < words.length; w++) {
      const { start, term } = words[w] as SentenceWord;
      if (start < mention.start || start >= mention.end) continue;
      inside.push(w);
      if (isSaid && !terms.some((each) => each.term === term)) isSaid = false;
    }
    if (inside.length === 0 || !isSaid) offers.push({ mention, inside });
  }
  return offers;
}

/** How near a mention stands to what was matched, 0 to 1. */
function nearness({ inside }: Offer, { alignment, sentence }: Candidate): number {
  const at = inside[0] ?? 0;
  let near = 0;
  for (let w = 0; w < sentence.words.length; w++) {
    const met = alignment.explained[w] as number;
    if (met < 0.5 || inside.includes(w)) continue;
    near = Math.max(near, met / (1 + Math.abs(w - at) / 4));
  }
  return near;
}

/** How well a number counts what is asked for: likeness of the focus to the three words behind a number. */
function boundNumber({ focus, terms }: AnalysedQuestion, fresh: readonly Offer[], candidate: Candidate): number {
  if (focus < 0 || terms[focus] === undefined) return 0;
  const { likenessToFocus } = candidate;
  let bound = 0;
  for (const { mention, inside } of fresh) {
    if (!numberKinds.includes(mention.kind)) continue;
    const from = inside[0] ?? 0;
    for (let w = from; w <= from + 3 && w < likenessToFocus.length; w++)
      bound = Math.max(bound, likenessToFocus[w] as number);
  }
  return bound;
}
