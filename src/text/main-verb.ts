import { article, preposition } from "./noun-phrase.ts";
import { type VerbForm, verbForm } from "./verb-forms.ts";

/** The verb of a clause, apart into what goes before the subject of a question and what stays behind it. */
export interface MainVerb {
  /** "was", "has", "can", or a form of do where the verb stands alone. */
  readonly auxiliary: string;
  readonly negated: boolean;
  /** What stays behind the subject: "opened", "been opened", "open" with did; empty for a bare "is". */
  readonly main: string;
  /** Base form of the main verb; "be" for a bare "is". */
  readonly base: string;
  readonly passive: boolean;
  /** Index of the first word behind the verb. */
  readonly next: number;
}

const be = /^(?:is|are|was|were)$/u;
const have = /^(?:has|have|had)$/u;
const modal = /^(?:can|could|must|will|would|should|may|might|shall)$/u;
const inSubject = /^(?:that|which|who|whose|when|where|while|if|because|than|as|whether|how|what|not|but|or)$/u;
const clauseOpener =
  /^(?:because|which|who|whom|whose|that|when|where|while|although|though|but|if|unless|so|as|than|whereas|until|since)$/u;
const keptAdverb = /^(?:first|last|once|originally|fully|partly|still)$/u;
const droppedAdverb = /^(?:\p{Ll}{3,}ly|also|now|soon|already|then|therefore)$/u;
const doFor: Readonly<Record<string, string>> = { has: "does", have: "do", had: "did" };

export function isAuxiliary(word: string): boolean {
  return be.test(word) || have.test(word) || modal.test(word);
}

/** True for a word that opens a clause of its own. */
export function opensClause(word: string): boolean {
  return clauseOpener.test(word);
}

/** Index of the first word of the verb; -1 where the words before it are no plain subject or nothing is surely a verb. */
export function findMainVerb(words: readonly string[]): number {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (word === "," ? !isNameList(words, i) : /^[;:()“”"]$/u.test(word)) return -1;
    if (i > 0 && inSubject.test(word)) return -1;
    if (i > 0 && (isAuxiliary(word) || isFullVerb(words, i))) return i;
  }
  return -1;
}

/** Takes the verb at `at` apart; null where it is of a form that can't be turned round. */
export function readMainVerb(words: readonly string[], at: number): MainVerb | null {
  const first = words[at] as string;
  if (!isAuxiliary(first)) {
    const form = verbForm(first);
    if (form === null) return null;
    const auxiliary = form.isPast ? "did" : form.isThird ? "does" : "do";
    return { auxiliary, negated: false, main: form.base, base: form.base, passive: false, next: at + 1 };
  }
  let i = at + 1;
  let negated = false;
  const before: string[] = [];
  for (; i < words.length; i++) {
    const word = words[i] as string;
    if (word === "not" && !negated) negated = true;
    else if (/^been?$/u.test(word) || isKept(words, i)) before.push(word);
    else if (!isDropped(word)) break;
  }
  const word = words[i] ?? "";
  const form = verbForm(word) ?? unlistedParticiple(word);
  const isBare = !before.some((each) => /^been?$/u.test(each));
  const group = (verb: string, base: string, passive: boolean): MainVerb => {
    const main = [...before, verb].filter((each) => each !== "").join(" ");
    return { auxiliary: first, negated, main, base, passive, next: verb === "" ? i : i + 1 };
  };
  if (modal.test(first) && isBare) return form !== null && form.base === word ? group(word, word, false) : null;
  if (have.test(first) && isBare) {
    if (form?.isParticiple === true) return group(word, form.base, false);
    if (negated || word === "") return null;
    return { ...group("have", "have", false), auxiliary: doFor[first] as string, next: i };
  }
  if (form?.isParticiple === true) return group(word, form.base, true);
  return /^\p{Ll}+ing$/u.test(word) && article.test(words[i + 1] ?? "") ? null : group("", "be", false);
}

/** True where "and" or "or" joins a second verb: "opened in 1850 *and closed* in 1901". */
export function joinsVerb(words: readonly string[], i: number): boolean {
  if (words[i] !== "and" && words[i] !== "or") return false;
  const next = words[i + 1] ?? "";
  return isAuxiliary(next) || verbForm(next) !== null || droppedAdverb.test(next) || hasAuxiliary(words, i + 1);
}

/** "was coined": behind an auxiliary, a word in -ed is a participle, listed or not. */
function unlistedParticiple(word: string): VerbForm | null {
  const isParticiple = /^\p{Ll}{2,}[^e\P{Ll}]ed$/u.test(word);
  return isParticiple ? { base: word, isThird: false, isPast: false, isParticiple } : null;
}

function isKept(words: readonly string[], i: number): boolean {
  return keptAdverb.test(words[i] ?? "") && verbForm(words[i + 1] ?? "")?.isParticiple === true;
}

function isDropped(word: string): boolean {
  return droppedAdverb.test(word) && verbForm(word) === null;
}

/** "Leeds, York and Hull": capitals on both sides of a comma. */
function isNameList(words: readonly string[], comma: number): boolean {
  const next = words[comma + 1] === "and" ? words[comma + 2] : words[comma + 1];
  return /^\p{Lu}/u.test(words[comma - 1] ?? "") && /^\p{Lu}/u.test(next ?? "");
}

/** A full verb that can only be read as the verb of the clause. */
function isFullVerb(words: readonly string[], i: number): boolean {
  const form = verbForm(words[i] as string);
  const before = words[i - 1] as string;
  const next = words[i + 1] ?? "";
  if (form === null || isAuxiliary(next)) return false;
  if (article.test(before) || preposition.test(before.toLowerCase()) || before === "and") return false;
  const following = verbForm(next);
  if (following?.isPast === true || (following?.isThird === true && !form.isPast)) return false;
  if (hasAuxiliary(words, i + 1)) return false;
  if (form.isPast) return !hasLaterPast(words, i + 1);
  if (form.isThird) {
    const later = words.slice(i + 1).some((word) => verbForm(word)?.isThird === true);
    return !later && next !== "of" && !isPlural(before) && /^(?:[\p{L}\d$€£]|$)/u.test(next);
  }
  return words[i] === form.base && isPlural(before) && !form.isParticiple && /^(?:the|an?|\d.*|)$/u.test(next);
}

function isPlural(noun: string): boolean {
  return /[^s]s$/u.test(noun) || /^(?:people|children|staff|men|women)$/iu.test(noun);
}

/** Whether an auxiliary follows before the clause ends: then a verb before it was a participle or a noun. */
function hasAuxiliary(words: readonly string[], from: number): boolean {
  for (let i = from; i < words.length; i++) {
    const word = words[i] as string;
    if (/^[,;:()]$/u.test(word) || word === "and" || clauseOpener.test(word) || inSubject.test(word)) return false;
    if (isAuxiliary(word)) return true;
  }
  return false;
}

/** "The first painted sign *hung*": the past form before it describes a noun. */
function hasLaterPast(words: readonly string[], from: number): boolean {
  for (let i = from; i < words.length; i++) {
    const word = words[i] as string;
    const before = words[i - 1] as string;
    if (/^[,;:()]$/u.test(word) || word === "and" || clauseOpener.test(word)) return false;
    if (verbForm(word)?.isPast === true && !article.test(before) && !before.endsWith("ly")) return true;
  }
  return false;
}
