import { continuesPhrase, type Statement, type StatementWord } from "../grounding/statement.ts";

/** What a negation of a statement denies, as indices into the statement's words. */
export interface Denial {
  /** The content words behind the negation, in reading order; never empty. */
  readonly scope: readonly number[];
  /** Those of them that it denies first of all: the verb of "did not open the door", the noun of "no red door". */
  readonly heads: readonly number[];
}

const negator =
  /^(?:not|no|never|none|neither|nor|without|cannot|nobody|nothing|(?:is|are|was|were|do|does|did|have|has|had|ca|could|wo|would|should|must|need)nt)$/u;
/** Of a thing: the noun behind it is denied as a whole. */
const ofThing = /^(?:no|without|except|instead|rather|neither|nor)$/u;
const article = /^(?:an?|the|any)$/u;
const refuser =
  /^(?:refus(?:es|ed)|declin(?:es|ed)|rejected|fail(?:s|ed)|unable|lack(?:s|ed)|avoid(?:s|ed)|forbids|forbade|forbidden|prohibited|banned)$/u;
/** As in "did they refuse". */
const bareRefuser = /^(?:refuse|decline|reject|fail|lack|avoid|forbid|prohibit|ban)$/u;
const auxiliary = /^(?:did|do|does)$/u;
/** "declined to lend" denies the loan, "the price declined" nothing. */
const onlyWithTo = /^(?:declin|fail|unable)/u;
/** "not open until May" says that it opens, "not faster than 4 miles" that it moves. */
const lifting =
  /^(?:until|till|before|unless|because|merely|solely|necessarily|yet|just|only|without|but|than|other)$/u;
const clauseEnd = /^(?:and|or|while|whereas|although|though|which|who|where|when|since|so|if|as)$/u;
const preposition = /^(?:of|in|on|at|to|from|for|with|by|into|over|under|between|about|during|after|against)$/u;
/** Tokens behind the negator that it may reach. */
const reach = 9;
const maxScope = 4;

/** What a statement denies. A denial that is lifted again ("not until", "not only", "no more than") is none. */
export function readDenials({ words }: Statement): readonly Denial[] {
  return words.flatMap(({ text }, at) => {
    const from = startOfScope(words, at);
    const scope = from === null ? null : readScope(words, from);
    const first = scope?.[0];
    if (from === null || scope === null || first === undefined) return [];
    const end = ofThing.test(text) ? phraseEnd(words, first, text === "without") : first + 1;
    return [{ scope, heads: scope.filter((w) => w < end) }];
  });
}

function startOfScope(words: readonly StatementWord[], at: number): number | null {
  const word = words[at] as StatementWord;
  const next = words[at + 1]?.text ?? "";
  if (/^(?:instead|rather)$/u.test(word.text)) return /^(?:of|than)$/u.test(next) ? at + 2 : null;
  if (word.text === "except") return next === "for" ? at + 2 : at + 1;
  const isBare = bareRefuser.test(word.text) && words.slice(0, at).some(({ text }) => auxiliary.test(text));
  if (isBare || refuser.test(word.text)) {
    const isDouble = negator.test(words[at - 1]?.text ?? "");
    return isDouble || (onlyWithTo.test(word.text) && next !== "to") ? null : at + 1;
  }
  if (word.text === "against" && /^vot(?:ed?|es|ing)$/u.test(words[at - 1]?.text ?? "")) return at + 1;
  // "No. 16" counts.
  if (word.text === "no" && words[at + 1]?.kind === "number") return null;
  if (!negator.test(word.text) || /^(?:more|less|fewer|later|earlier|doubt|matter|one|idea)$/u.test(next)) return null;
  return word.text === "no" && next === "longer" ? at + 2 : at + 1;
}

/** Null where a word within reach lifts the denial. */
function readScope(words: readonly StatementWord[], from: number): readonly number[] | null {
  const scope: number[] = [];
  for (let i = from; i < words.length && i < from + reach; i++) {
    const word = words[i] as StatementWord;
    if (lifting.test(word.text) || word.text === "provided") return null;
    if ((i > from && !continuesPhrase(word)) || clauseEnd.test(word.text) || negator.test(word.text)) return scope;
    if (word.isContent && !/\p{Ll}{2}ly$/u.test(word.text) && scope.length < maxScope) scope.push(i);
  }
  return scope;
}

/** Index of the first word behind the phrase that holds word `from`; `through` articles, in "without *spilling a drop*". */
function phraseEnd(words: readonly StatementWord[], from: number, through: boolean): number {
  const found = words.findIndex(
    ({ text, isContent }, w) =>
      w > from && (preposition.test(text) || (!isContent && !(through && article.test(text)))),
  );
  return found < 0 ? words.length : found;
}
