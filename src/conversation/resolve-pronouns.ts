import { type Anaphor, findAnaphors } from "./anaphors.ts";
import { antecedentOf } from "./antecedent.ts";
import { bareDescriptions, readDescription } from "./definite-description.ts";
import type { Exchange } from "./exchange.ts";
import { listItems, otherItem, pickItem, singular } from "./list-items.ts";
import { namesIn } from "./names.ts";
import { headOf, nounPhraseEnd, textOf } from "./noun-phrase.ts";
import { type QuestionShape, questionShape } from "./question-shape.ts";
import { contentWords } from "./topic.ts";
import { isAuxiliary, isMeasure, isPreposition, isRole } from "./word-classes.ts";
import { yearOf } from "./year-of.ts";

/** A question with its pronouns replaced as far as that is sure. */
export interface Resolved {
  readonly text: string;
  /** True where something in it leans on the turn before. */
  readonly leans: boolean;
  /** True where something that leans is still unexplained, so that the topic must be named beside it. */
  readonly open: boolean;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const motion =
  /^(?:go|goes|went|gone|come|comes|came|move|moves|moved|travel|travels|travelled|traveled|fly|flies|flew|sail|sails|sailed|drive|drives|drove|run|runs|ran|get|gets|got|relocate|relocated|return|returned|send|sent)$/u;

/** "How long is the bridge now?" leans on what was said of a bridge; a question of more content words says enough itself. */
const maxOpenWords = 3;

/** Exchanges that a pronoun may reach back over. */
const reach = 3;

/** Puts what he, it, there, that year, the former, the company ... mean in their place. */
export function resolvePronouns(question: string, exchanges: readonly Exchange[]): Resolved {
  const shape = questionShape(question);
  const recent = exchanges.slice(-reach);
  const edits: Edit[] = [];
  const done = new Set<string>();
  let open = false;
  const anaphors = findAnaphors(shape);
  for (const anaphor of anaphors) {
    if (done.has(anaphor.referent)) continue;
    done.add(anaphor.referent);
    const edit = editFor(anaphor, shape, recent);
    if (edit === null && isPeople(anaphor, shape, recent)) continue;
    if (edit === null) open = true;
    else edits.push(edit);
  }
  const described = describe(shape, recent, edits);
  return {
    text: apply(question, [...edits, ...described.edits]),
    leans: anaphors.length > 0 || described.leans,
    open: open || described.open,
  };
}

/** "Where do they keep goats?": people at large, where nothing said before is a "they" and nobody was asked for. */
function isPeople(
  { at, referent, possessive }: Anaphor,
  { text, words }: QuestionShape,
  exchanges: readonly Exchange[],
): boolean {
  if (/^(?:who|which)$/u.test(exchanges.at(-1)?.shape.lead ?? "")) return false;
  const acts = isAuxiliary(words[at - 1]?.text ?? "");
  return referent === "things" && !possessive && acts && contentWords(text).length > 1;
}

function editFor(anaphor: Anaphor, shape: QuestionShape, exchanges: readonly Exchange[]): Edit | null {
  const { words } = shape;
  const { at, length, referent } = anaphor;
  const start = words[at]?.start ?? 0;
  const end = words[at + length - 1]?.end ?? start;
  const replace = (text: string | null): Edit | null => (text === null ? null : { start, end, text });
  switch (referent) {
    case "year": {
      const year = yearOf(exchanges);
      if (year === null) return null;
      return replace(at > 0 && isPreposition(words[at - 1]?.text ?? "") ? year : `in ${year}`);
    }
    case "one":
      return replace(chosen(anaphor, shape, exchanges));
    case "pair":
      return replace(memberOf(words[at + 1]?.text ?? "", exchanges));
    case "named": {
      const last = exchanges.at(-1);
      return replace(last === undefined ? null : (readDescription(words, at, last)?.full ?? null));
    }
    case "topic":
      return null;
    default: {
      const said = words.map(({ text }) => text).join(" ");
      const asked = referent === "whole" && shape.lead === "who" ? "person" : referent;
      const found = nearest(exchanges, (each) => antecedentOf(asked, each));
      if (found === null || said.includes(found.toLowerCase())) return null;
      return place(anaphor, shape, found);
    }
  }
}

/** Puts an antecedent where the pronoun stands: as an owner, behind a preposition of place, or as it is. */
function place({ at, length, possessive, referent }: Anaphor, shape: QuestionShape, found: string): Edit {
  const { text, words } = shape;
  const word = words[at] as (typeof words)[number];
  if (!possessive) {
    const before = words[at - 1]?.text ?? "";
    const prefix = referent !== "place" || isPreposition(before) ? "" : motion.test(before) ? "to " : "in ";
    const suffix = /['’]s$/u.test(word.raw) ? " is" : "";
    const end = words[at + length - 1]?.end ?? word.end;
    return { start: word.start, end, text: `${prefix}${found}${suffix}` };
  }
  if (found.split(/\s+/u).length <= 4 && !/\bthat\b/u.test(found)) {
    return { start: word.start, end: word.end, text: `${found}${/s$/u.test(found) ? "’" : "’s"}` };
  }
  const ownedEnd = nounPhraseEnd(words, at);
  if (ownedEnd <= at + 1) return { start: word.start, end: word.end, text: `${found}’s` };
  const owned = textOf(text, words, { start: at + 1, end: ownedEnd });
  return { start: word.start, end: words[ownedEnd - 1]?.end ?? word.end, text: `the ${owned} of ${found}` };
}

/** "which ones" -> "which bridges", "the second one" -> the second of a list, "the other one" -> "the other bridge". */
function chosen({ at, length }: Anaphor, { words }: QuestionShape, exchanges: readonly Exchange[]): string | null {
  const choice = words[at + length - 2]?.text ?? "";
  const member = memberOf(choice, exchanges);
  if (member !== null) return member;
  const last = exchanges.at(-1);
  if (last === undefined) return null;
  const { shape } = last;
  const noun = shape.noun === "" ? headOf(shape.words, shape.subject) : shape.noun;
  if (noun === "") return null;
  const many = words[at + length - 1]?.text === "ones";
  const before = words.slice(at, at + length - 1).map(({ raw }) => raw);
  return [...before, many ? noun : singular(noun)].join(" ");
}

/** The member of the last list spoken of that "former", "second" or "other" means. */
export function memberOf(word: string, exchanges: readonly Exchange[]): string | null {
  const last = exchanges.at(-1);
  if (last === undefined) return null;
  const question = last.shape.text;
  for (const items of [listItems(question), listItems(last.answer)]) {
    const item = word === "other" ? otherItem(items, question) : pickItem(items, word);
    if (item !== null) return item;
  }
  return null;
}

/** Fills in bare descriptions: "the second phase", "the mayor". A question with names of its own keeps its words. */
function describe(
  shape: QuestionShape,
  exchanges: readonly Exchange[],
  taken: readonly Edit[],
): Resolved & { readonly edits: readonly Edit[] } {
  const { text, words } = shape;
  const last = exchanges.at(-1);
  const none = { text, leans: false, open: false, edits: [] } as const;
  if (last === undefined || namesIn(text).length > 0 || taken.length > 0) return none;
  for (const at of bareDescriptions(words)) {
    const description = nearest(exchanges, (each) => readDescription(words, at, each));
    if (description === null) continue;
    const end = nounPhraseEnd(words, at);
    const span = { start: words[at]?.start ?? 0, end: words[end - 1]?.end ?? 0 };
    if (description.full !== null) return { ...none, leans: true, edits: [{ ...span, text: description.full }] };
    const head = headOf(words, { start: at, end });
    const owner = isMeasure(head) || isRole(head) ? antecedentOf("thing", last) : null;
    const isSame = owner?.toLowerCase().includes(head) === true;
    if (contentWords(text).length > maxOpenWords) continue;
    if (owner === null || isSame) return { ...none, leans: true, open: true };
    return { ...none, leans: true, edits: [{ start: span.end, end: span.end, text: ` of ${owner}` }] };
  }
  return none;
}

function nearest<T>(exchanges: readonly Exchange[], read: (exchange: Exchange) => T | null): T | null {
  for (const exchange of exchanges.toReversed()) {
    const found = read(exchange);
    if (found !== null) return found;
  }
  return null;
}

function apply(text: string, edits: readonly Edit[]): string {
  let out = "";
  let from = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    out += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return out + text.slice(from);
}
