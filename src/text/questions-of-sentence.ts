import { askAmount, askCountedSubject } from "./amount-questions.ts";
import type { Casing } from "./casing.ts";
import { type Clause, plainWords, readClause } from "./clause.ts";
import { article, isAnchored, isPointing, preposition } from "./noun-phrase.ts";
import { askBesideName, askPerson } from "./person-questions.ts";
import type { QuestionDraft, QuestionKind } from "./question-draft.ts";
import { questionOfHeading } from "./question-of-heading.ts";
import { askThing } from "./thing-questions.ts";
import { timeInside } from "./time-phrase.ts";
import { askTimeAndPlace } from "./time-questions.ts";
import { tokenize } from "./tokenize.ts";
import { pastForm } from "./verb-forms.ts";
import { askAboutAll, askWhatToDo } from "./whole-sentence-questions.ts";

export interface SentenceQuestion {
  readonly kind: QuestionKind;
  /** With its capital and its question mark. */
  readonly question: string;
  /** Words of the sentence that answer it; empty where the whole sentence does. */
  readonly answer: string;
  /** It names what it asks about by one common word, "the film", which only its document makes clear. */
  readonly isVague: boolean;
}

export interface SentenceContext {
  readonly casing: Casing;
  /** What stands above the sentence: words of it need no explanation. */
  readonly title: string;
  /** Outermost first. */
  readonly heading: readonly string[];
  /** It is the first sentence below these headings. */
  readonly opensSection: boolean;
  /** Year of the document, null where it is not known. */
  readonly published: number | null;
}

const maxWords = 15;
const loneNoun = /\bthe (?<noun>\p{Ll}+)(?=\?| (?:of|at|in|on|for|to|from|with|by)\b)/gu;
const minContentWords = 2;

/**
 * One statement -> the questions that it answers: the heading that it stands first under, where that asks one, and those
 * that its clause can be turned round to; none where it is not plain enough.
 */
export function questionsOfSentence(
  sentence: string,
  { casing, title, heading, opensSection, published }: SentenceContext,
): readonly SentenceQuestion[] {
  const asked = opensSection ? questionOfHeading(heading.at(-1) ?? "") : null;
  const above: readonly SentenceQuestion[] =
    asked === null ? [] : [{ kind: "heading", question: asked, answer: "", isVague: false }];
  if (plainWords(sentence) === null) return above;
  const anchors = new Set(tokenize([title, ...heading].join("\n")).map(({ text }) => text));
  const turned = statementsOf(sentence).flatMap((statement) => {
    const clause = readClause(statement, casing);
    if (clause === null || !isAnchored(clause.subject, anchors)) return [];
    const told = published === null ? clause : asTold(clause, published);
    const drafts = [
      ...askTimeAndPlace(told),
      ...askAmount(told),
      ...askPerson(told),
      ...askThing(told, casing),
      ...askAboutAll(told),
    ];
    return drafts.map((draft) => ({ ...draft, subject: told.subject }));
  });
  const drafts = [...turned, ...askCountedSubject(sentence), ...askBesideName(sentence), ...askWhatToDo(sentence)];
  const below = drafts.flatMap((draft) => {
    const question = phrase(draft);
    if (question === null) return [];
    const { kind, answer, subject = "" } = draft;
    return [{ kind, question, answer, isVague: isVague({ kind, question, subject }, anchors) }];
  });
  return [...above, ...below];
}

/** No name and no number, and a thing that goes by one common word which nothing above has introduced. */
function isVague(
  { kind, question, subject }: Pick<SentenceQuestion, "kind" | "question"> & { readonly subject: string },
  anchors: ReadonlySet<string>,
): boolean {
  if (/[\p{Lu}\d]/u.test(question.slice(1))) return false;
  if (/^the \p{Ll}+$/u.test(subject)) return true;
  // "How many species are known?"
  if (kind === "amount" && contentWords(question.slice(0, -1).toLowerCase().split(" ")).length < 3) return true;
  return [...question.matchAll(loneNoun)].some(({ groups }) => !anchors.has(groups?.noun ?? ""));
}

/** The sentence, and what stands in it behind "; " or ", and" as a statement of its own. */
function statementsOf(sentence: string): readonly string[] {
  const line = sentence.replace(/\s+/gu, " ").trim();
  const parts = line.split(/; (?:and )?|, and (?=the )/u);
  return parts.length === 1
    ? [line]
    : [line, ...parts.slice(1).map((part) => part.charAt(0).toUpperCase() + part.slice(1))];
}

/** "In 2021 the output will exceed ...", told of a year that was over when the document came out, is a past. */
function asTold(clause: Clause, published: number): Clause {
  const time = timeInside.exec(clause.rest)?.groups?.time ?? clause.setting;
  const year = Number(/\b(?:1\d|20)\d{2}\b/u.exec(time)?.[0] ?? Number.NaN);
  const past = pastForm(clause.base);
  if (clause.auxiliary !== "will" || clause.main !== clause.base || past === null || !(year < published)) return clause;
  return { ...clause, auxiliary: "did", written: past };
}

/** The words as one question; null where it would be long, unfinished, or lean on words outside it. */
function phrase({ parts }: QuestionDraft): string | null {
  const text = parts.join(" ").replace(/\s+/gu, " ").replaceAll(" ,", ",").trim();
  const words = text.split(" ");
  const last = words.at(-1)?.toLowerCase() ?? "";
  const asked = parts[0]?.split(" ").length ?? 0;
  if (
    words.length > maxWords ||
    words.length < 3 ||
    /[;:()“”"?!|<>]/u.test(text) ||
    /,(?! (?:and )?\p{Lu})/u.test(text)
  )
    return null;
  const leans = words.some((word, at) => {
    if (at < asked && at < 5 && /^(?:what|which|who|when|where|why|how|many|much|you|if)$/u.test(word)) return false;
    if (word === "not" || (word === "there" && /^(?:are|were)$/u.test(words[at - 1] ?? ""))) return false;
    // "does it last", not "the last".
    if (word === "last" && words[at - 1] !== "the") return false;
    return isPointing(word.replace(/,$/u, ""));
  });
  if (leans || article.test(last) || /^(?:and|or|not)$/u.test(last)) return null;
  if (preposition.test(last) && !/^(?:what|how)$/u.test(words[0] ?? "")) return null;
  if (contentWords(words).length < (/^what (?:is|are) (?:an? |\p{Lu})/u.test(text) ? 1 : minContentWords)) return null;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}?`;
}

function contentWords(words: readonly string[]): readonly string[] {
  return words.filter((word) => /\p{L}{3}/u.test(word) && !isFunctionWord(word));
}

function isFunctionWord(word: string): boolean {
  return (
    preposition.test(word) ||
    article.test(word) ||
    /^(?:what|which|who|when|where|why|how|many|much|long|was|were|are|did|does|has|have|had|can|could|must|will|would|should|you|and)$/u.test(
      word,
    )
  );
}
