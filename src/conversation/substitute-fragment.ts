import { antecedentOf } from "./antecedent.ts";
import type { Exchange } from "./exchange.ts";
import { namesIn } from "./names.ts";
import { headOf, nounPhraseEnd, nounPhrases, textOf } from "./noun-phrase.ts";
import type { QuestionShape } from "./question-shape.ts";
import { asQuestion, withoutEnd } from "./topic.ts";
import { isAdverb, isDeterminer, isLocative, isMeasure, isPlural, isPreposition, isRole } from "./word-classes.ts";
import { type Word, wordsOf } from "./words.ts";
import { yearsAway, yearsIn } from "./year-of.ts";

const timeWord =
  /\b(?:year|month|week|day|quarter|century|decade|hour|minute|morning|afternoon|evening|night|spring|summer|autumn|winter|time|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|weekends?|holidays?)s?\b/iu;

const quality =
  /^(?:\p{L}{3,}est|most|least|maximum|minimum|average|total|first|second|third|fourth|fifth|last|previous|next)$/u;

/** Puts what a fragment names in the place of its like in the question before: a year for a year, a name for a name. */
export function substituteFragment(last: Exchange, fragment: string): string {
  const said = uncapitalised(withoutEnd(fragment.replace(/^[\s,]+/u, "")));
  const { shape } = last;
  return (
    replaceYear(shape, said) ??
    replaceQuality(shape, said) ??
    replaceOwned(last, said) ??
    replacePhrase(shape, said) ??
    replaceName(shape, said) ??
    replaceNoun(last, said) ??
    append(shape, said)
  );
}

/** Puts `given` in the place of `replaced`; null where the question before does not hold it. */
export function replaceText(question: string, replaced: string, given: string): string | null {
  const bare = replaced.replace(/^(?:the|an?)\s+/iu, "");
  const noun = /^(?:the|an?)\s/iu.test(replaced) ? given.replace(/^(?:the|an?)\s+/iu, "") : given;
  const at = question.toLowerCase().indexOf(bare.toLowerCase());
  return at < 0 || bare === "" ? null : question.slice(0, at) + noun + question.slice(at + bare.length);
}

function replaceYear({ text }: QuestionShape, said: string): string | null {
  const [given, more] = yearsIn(said);
  const old = yearsIn(text).at(-1);
  const away = yearsAway(said);
  if (old === undefined) return null;
  if (away !== 0) return text.replace(old, () => String(Number(old) + away));
  const extra = wordsOf(said).filter(
    (word) => word.text !== given && !isPreposition(word.text) && !isAdverb(word.text),
  );
  return given === undefined || more !== undefined || extra.length > 0 ? null : text.replace(old, () => given);
}

/** "the oldest", "the minimum": for the word of its kind in the question before. */
function replaceQuality({ text, words, subject }: QuestionShape, said: string): string | null {
  const given = /^(?:the\s+)?(\p{L}+)$/iu.exec(said)?.[1] ?? "";
  const old = words.slice(subject.start, subject.end).find((word) => quality.test(word.text));
  if (old === undefined || !quality.test(given)) return null;
  return asQuestion(text.slice(0, old.start) + given + text.slice(old.end));
}

/** A fragment goes into the middle of a question. */
function uncapitalised(said: string): string {
  const word = wordsOf(said)[0]?.text ?? "";
  return isPreposition(word) || word === "the" ? said.charAt(0).toLowerCase() + said.slice(1) : said;
}

/** "its area", "the population": a property of what the question before is about. */
function replaceOwned(last: Exchange, said: string): string | null {
  const words = wordsOf(said);
  const first = words[0];
  if (first === undefined || nounPhraseEnd(words, 0) !== words.length) return null;
  const head = headOf(words, { start: 0, end: words.length });
  if (first.text === "the" && (isMeasure(head) || isRole(head)) && /\bof\b/u.test(said)) {
    return `${isRole(head) ? "Who" : "What"} is ${said}?`;
  }
  const owned = /^(?:its|their|his|her)$/u.test(first.text);
  const bare = first.text === "the" && (isMeasure(head) || isRole(head)) && !/\bof\b/u.test(said);
  if (!owned && !bare) return null;
  const owner = ownerFor(last, first.text);
  if (owner === null) return null;
  const verb = isRole(head) ? "Who is" : isPlural(head) ? "What are" : "What is";
  return `${verb} the ${textOf(said, words, { start: 1, end: words.length })} of ${owner}?`;
}

function ownerFor(last: Exchange, owner: string): string | null {
  if (owner === "his" || owner === "her") return antecedentOf("person", last);
  return antecedentOf("thing", last) ?? antecedentOf("things", last);
}

/** "in Orme", "on Sundays", "between the cities": for a phrase that begins with the same preposition, else at the end. */
function replacePhrase(shape: QuestionShape, said: string): string | null {
  const given = wordsOf(said);
  const [preposition, noun] = given;
  if (preposition === undefined || noun === undefined || !isPreposition(preposition.text)) return null;
  const { words, text } = shape;
  const isTime = speaksOfTime(said);
  for (let at = words.length - 2; at >= 0; at--) {
    const word = words[at] as Word;
    const bothPlaces = isLocative(word.text) && isLocative(preposition.text) && !/^(?:from|to)$/u.test(word.text);
    const isLike = word.text === preposition.text || bothPlaces;
    const end = nounPhraseEnd(words, at + 1);
    if (!isLike || end === at + 1) continue;
    const old = textOf(text, words, { start: at + 1, end });
    const sameKind = (words[at + 1] as Word).isName === noun.isName || namesIn(old).length > 0 === noun.isName;
    if (yearsIn(old).length > 0 !== isTime || !sameKind) continue;
    return asQuestion(text.slice(0, word.start) + said + text.slice((words[end - 1] as Word).end));
  }
  return asQuestion(`${withoutEnd(text)} ${said}`);
}

function speaksOfTime(phrase: string): boolean {
  return yearsIn(phrase).length > 0 || timeWord.test(phrase);
}

/** A name for a name: the one it shares a word with, else the last one. What stands behind the name replaces its like too. */
function replaceName(shape: QuestionShape, said: string, kept = ""): string | null {
  const given = wordsOf(said);
  const end = nounPhraseEnd(given, 0);
  const phrase = textOf(said, given, { start: 0, end });
  if (end === 0 || !(given[0]?.isName || given[1]?.isName)) return null;
  const rest = end < given.length ? said.slice((given[end] as Word).start) : "";
  const preposition = given[end]?.text ?? "";
  const moved =
    rest !== "" && isPreposition(preposition) && wordsOf(shape.text).some(({ text }) => text === preposition);
  // "Oban from Ness": both the name and what stands behind "from" are new.
  if (moved) {
    const phrased = replacePhrase(shape, rest);
    if (phrased !== null) return replaceName({ ...shape, text: phrased, words: wordsOf(phrased) }, phrase, rest);
  }
  const names = namesIn(shape.text).filter((name) => !kept.includes(name));
  const shared = names.find((name) => given.some(({ raw, isName }) => isName && name.split(" ").includes(raw)));
  const old = shared ?? names.at(-1);
  if (old === undefined) return null;
  const at = shape.text.indexOf(old);
  const article = /\bthe\s+$/iu.exec(shape.text.slice(0, at));
  const from = article !== null && !/^\p{Ll}/u.test(old) ? at - article[0].length : at;
  const result = shape.text.slice(0, from) + phrase + shape.text.slice(at + old.length);
  return rest === "" ? asQuestion(result) : `${withoutEnd(result)} ${rest}?`;
}

/** A noun for a noun: what was counted, what is owned, what acts, or what something is done to. */
function replaceNoun(last: Exchange, said: string): string | null {
  const given = wordsOf(said);
  const { shape } = last;
  const { words, text, noun } = shape;
  const end = nounPhraseEnd(given, 0, { complements: isDeterminer(given[0]?.text ?? "") });
  if (end === 0) return null;
  const phrase = textOf(said, given, { start: 0, end });
  const rest = end < given.length ? said.slice((given[end] as Word).start) : "";
  const spans = targets(shape, given);
  if (isDeterminer(given[0]?.text ?? "") && timeWord.test(headOf(given, { start: 0, end }))) return null;
  const target = spans.find(({ start, end: to }) => to > start);
  if (target === undefined) return null;
  const from = words[target.start] as Word;
  const to = words[target.end - 1] as Word;
  const old = text.slice(from.start, to.end);
  const article = /^(?:the|a|an)\s/iu.test(old) && !isDeterminer(given[0]?.text ?? "") && old !== noun ? "the " : "";
  const result = asQuestion(`${text.slice(0, from.start)}${article}${phrase}${text.slice(to.end)}`);
  if (rest === "") return result;
  const replaced = replacePhrase({ ...shape, text: result, words: wordsOf(result) }, rest);
  return replaced ?? result;
}

/** Where a noun may go, best first, in words of the question before. */
function targets(
  shape: QuestionShape,
  given: readonly Word[],
): readonly { readonly start: number; readonly end: number }[] {
  const { words, subject, asked, noun, form, predicate } = shape;
  const determined = isDeterminer(given[0]?.text ?? "");
  const plural = isPlural(headOf(given, { start: 0, end: nounPhraseEnd(given, 0) }));
  const counted = noun === "" || determined ? [] : [{ start: asked.end - noun.split(/\s+/u).length, end: asked.end }];
  const ownerAt = words.findIndex(({ text }, at) => text === "of" && at >= subject.start && at < subject.end);
  const isOwner =
    ownerAt >= 0 && form === "identity" && (!determined || (given.length <= 3 && words[ownerAt + 1]?.text === "the"));
  const owner = isOwner ? [{ start: ownerAt + 1, end: subject.end }] : [];
  const acted = nounPhrases(words, predicate);
  const whole = subject.end > subject.start ? [subject] : [];
  const indefinite = nounPhrases(words).filter(({ start }) => /^an?$/u.test(words[start]?.text ?? ""));
  if (/^an?$/u.test(given[0]?.text ?? "") && indefinite.length > 0) return indefinite;
  if (plural || shape.lead === "how much") return [...counted, ...owner, ...whole, ...acted];
  return [...owner, ...whole, ...acted, ...counted];
}

function append({ text }: QuestionShape, said: string): string {
  return wordsOf(said).every(({ text: each }) => isAdverb(each)) || (speaksOfTime(said) && wordsOf(said).length < 4)
    ? `${withoutEnd(text)} ${said}?`
    : `${withoutEnd(text)}, ${said}?`;
}
