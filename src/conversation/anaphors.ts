import type { Referent } from "./antecedent.ts";
import { isBound } from "./bound-pronoun.ts";
import { nounPhraseEnd } from "./noun-phrase.ts";
import type { QuestionShape } from "./question-shape.ts";
import {
  isAdverb,
  isAuxiliary,
  isConjunction,
  isDeterminer,
  isDocumentWord,
  isPreposition,
  isVerb,
} from "./word-classes.ts";
import type { Word } from "./words.ts";

/** A word of a question that takes its meaning from what was said before. */
export interface Anaphor {
  /** Index of its first word. */
  readonly at: number;
  /** How many words it takes. */
  readonly length: number;
  readonly referent: Referent | "year" | "one" | "pair" | "named" | "topic";
  /** "its", "his": what follows belongs to it. */
  readonly possessive: boolean;
}

/** "it" that stands for nothing. */
const pleonastic =
  /\bit (?:\p{L}+ly |not |more |so |very )?(?:true|false|possible|impossible|likely|unlikely|necessary|legal|illegal|safe|correct|important|hard|harder|easy|easier|difficult|common|normal|usual|better|best|useful|allowed|permitted|forbidden|believed|thought|said|known|clear|raining|snowing)\b|\bit (?:become|becomes|became) \p{L}+ to\b|\b(?:is|was) it (?:that|about)\b|\b(?:does|did|will|would) it (?:take|cost|mean) (?:\p{L}+ )?to\b|\bwhat time (?:is|was) it\b|\bit (?:is|was) (?:said|true|known|possible|clear|likely|believed|thought)\b|\b(?:how|what) is it (?:like )?to\b/iu;
const year = /^(?:year|time|period|decade|century)$/u;
const now =
  /^(?:year|month|week|day|morning|afternoon|evening|quarter|century|decade|time|season|summer|winter|spring|autumn)s?$/u;
const chooser =
  /^(?:which|what|other|first|second|third|fourth|fifth|last|next|previous|this|that|same|new|old|\p{L}+est)$/u;

/** What in the question leans on the conversation, in reading order; what the question itself explains is left out. */
export function findAnaphors(shape: QuestionShape): readonly Anaphor[] {
  const found: Anaphor[] = [];
  const { words } = shape;
  const idle = pleonastic.test(shape.text);
  for (let at = 0; at < words.length; at++) {
    const anaphor = readAnaphor(shape, at, idle);
    if (anaphor === null) continue;
    found.push(anaphor);
    at += anaphor.length - 1;
  }
  return found;
}

function readAnaphor(shape: QuestionShape, at: number, idle: boolean): Anaphor | null {
  const { words } = shape;
  const word = words[at] as Word;
  const plain = { at, length: 1, possessive: false } as const;
  // "This Is Us", "It" inside a sentence: titles.
  if (word.kind !== "word" || (at > 0 && /^\p{Lu}/u.test(word.raw) && words[at - 1]?.kind !== "mark")) return null;
  if (word.text === "it" || word.text === "its") {
    if ((idle && word.text === "it") || isBound(shape, at)) return null;
    return { ...plain, referent: "thing", possessive: word.text === "its" };
  }
  if (/^(?:they|them|their|theirs)$/u.test(word.text)) {
    return isBound(shape, at) ? null : { ...plain, referent: "things", possessive: word.text === "their" };
  }
  if (/^(?:he|him|his|she|her|hers)$/u.test(word.text)) {
    if (isBound(shape, at)) return null;
    const owns = word.text === "his" || (word.text === "her" && nounPhraseEnd(words, at + 1) > at + 1);
    return { ...plain, referent: "person", possessive: owns };
  }
  if (word.text === "there") {
    if (!isExistential(words, at)) return { ...plain, referent: "place" };
    // "How many firms are there now?" counts them in a place that was named before.
    const bare = /^(?:now|today|nowadays|currently|altogether|overall)$/u.test(words[at + 1]?.text ?? "");
    return bare && !words.some(({ isName }) => isName) ? { ...plain, referent: "topic" } : null;
  }
  if (/^(?:this|that|these|those)$/u.test(word.text)) return readDemonstrative(words, at);
  return readChoice(words, at);
}

function readDemonstrative(words: readonly Word[], at: number): Anaphor | null {
  const { text } = words[at] as Word;
  const before = words[at - 1];
  const next = words[at + 1];
  const plain = { at, length: 1, possessive: false } as const;
  const opens = before === undefined || before.kind === "mark";
  const governed = opens || isAuxiliary(before.text) || isPreposition(before.text) || isConjunction(before.text);
  const isLast = next === undefined || next.kind === "mark";
  const compares =
    /^(?:more|less|enough|too|true|right|correct|(?:high|low|larg|small|great|bett|wors|long|short|fast|slow|cheap|old|new)er)$/u;
  const follows =
    isLast ||
    isAuxiliary(next.text) ||
    isPreposition(next.text) ||
    isAdverb(next.text) ||
    isConjunction(next.text) ||
    compares.test(next.text);
  // "What does that save?", but "Why was that change made?"
  const acts = !isLast && isVerb(next.text) && !isVerb(words[at + 2]?.text ?? "");
  if (isLast || follows || acts) {
    // "the ship that sank", "the team for that won", "is it true that ...": no pronoun.
    if (text === "that" && acts && isPreposition(before?.text ?? "")) return null;
    if (!(governed || isLast)) return null;
    return { ...plain, referent: whole(text, before?.text ?? "") };
  }
  if (next.text === "one" || next.text === "ones") return readChoice(words, at);
  if (isDeterminer(next.text) || next.isName) return null;
  if (text === "that" && !governed && !isVerb(before.text)) return null;
  const noun = words[at + 1] as Word;
  const same = noun.text === "same" ? 1 : 0;
  if (year.test(words[at + 1 + same]?.text ?? "") && text !== "this")
    return { ...plain, length: 2 + same, referent: "year" };
  if (text === "this" && (now.test(noun.text) || isDocumentWord(noun.text))) return null;
  const end = nounPhraseEnd(words, at);
  const behind = words[end];
  // "said that sugar was rare": what follows has a verb of its own.
  const clause = before !== undefined && isVerb(before.text) && behind !== undefined;
  if (text === "that" && clause && (isAuxiliary(behind.text) || isVerb(behind.text))) return null;
  return { ...plain, length: Math.max(2, end - at), referent: "named" };
}

/** "How far is that" may mean a place; "what does that save" means something that goes on. */
function whole(text: string, before: string): Referent {
  if (text !== "this" && text !== "that") return "things";
  return /^(?:is|was|of|from|to)$/u.test(before) ? "whole" : "event";
}

/** "the former", "the other one", "which ones", "the same year". */
function readChoice(words: readonly Word[], at: number): Anaphor | null {
  const { text } = words[at] as Word;
  const next = words[at + 1];
  const plain = { at, possessive: false } as const;
  if (text === "the" && /^(?:former|latter)$/u.test(next?.text ?? "")) {
    const noun = words[at + 2];
    const takesNoun = noun !== undefined && year.test(noun.text);
    return { ...plain, length: takesNoun ? 3 : 2, referent: "pair" };
  }
  if (text === "the" && next?.text === "same" && year.test(words[at + 2]?.text ?? ""))
    return { ...plain, length: 3, referent: "year" };
  const ends = next === undefined || next.kind === "mark";
  // "Where can I buy one?", "Who built that one?"
  if (text === "one" && ends && at > 1 && !chooser.test(words[at - 1]?.text ?? "")) {
    return { ...plain, length: 1, referent: "thing" };
  }
  if (/^(?:this|that)$/u.test(text) && next?.text === "one") return { ...plain, length: 2, referent: "thing" };
  const start = text === "the" ? at + 1 : at;
  const choice = words[start];
  const one = words[start + 1];
  if (choice === undefined || one === undefined || !chooser.test(choice.text)) return null;
  if (one.text !== "one" && one.text !== "ones") return null;
  const noun = words[start + 2];
  // "Which one thing is ...": a number.
  const counts = noun?.kind === "word" && isAuxiliary(words[start + 3]?.text ?? "") && !isVerb(noun.text);
  if (noun?.text === "of" || (counts && !isAuxiliary(noun.text))) return null;
  return { ...plain, length: start + 2 - at, referent: "one" };
}

function isExistential(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const next = words[at + 1];
  if (before === undefined || /^(?:if|whether|that)$/u.test(before.text)) return true;
  if (!/^(?:is|are|was|were|be|been|will|can|has|have|had)$/u.test(before.text)) return false;
  // "Which lake is there?" asks about a place, "How many planets are there?" about none.
  const chosen = words[0]?.text === "which" || words[0]?.text === "what";
  return !(chosen && (next === undefined || next.kind === "mark"));
}
