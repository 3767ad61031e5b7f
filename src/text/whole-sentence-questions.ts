import type { Clause } from "./clause.ts";
import { article } from "./noun-phrase.ts";
import { invert, isShort, type QuestionDraft } from "./question-draft.ts";
import { verbForm } from "./verb-forms.ts";

/** Questions that no part of a sentence answers by itself: why, and whether something is allowed. */
export function askAboutAll(clause: Clause): readonly QuestionDraft[] {
  return [...askWhy(clause), ...askWhether(clause)];
}

function askWhy(clause: Clause): QuestionDraft[] {
  const { boundary, rest, setting } = clause;
  if (!/^(?:because|so that)$/u.test(boundary) || !isShort(rest)) return [];
  return [{ kind: "why", parts: invert("why", clause, rest, setting), answer: "" }];
}

function askWhether({ base, passive, auxiliary, subject, main, rest, whole }: Clause): QuestionDraft[] {
  const permits = passive && /^(?:allow|permit|require|include|admit|accept)$/u.test(base);
  if (!permits || !whole || !isShort(rest) || article.test(rest)) return [];
  return [{ kind: "whether", parts: [auxiliary, subject, main, rest], answer: "" }];
}

/** "To reset the oven, hold the knob." and "If the dough sticks, add flour.": instructions, which have no subject. */
export function askWhatToDo(sentence: string): readonly QuestionDraft[] {
  const line = sentence.replace(/\s+/gu, " ");
  const aim = /^To (?<verb>\p{Ll}+) (?<rest>[^,;:()]{3,60}), (?<then>\p{Ll}+)/u.exec(line)?.groups;
  if (aim !== undefined && isBase(aim.verb) && isInstruction(aim.then)) {
    return [{ kind: "how", parts: ["how do you", aim.verb ?? "", aim.rest ?? ""], answer: "" }];
  }
  const event = /^(?:If|When) (?<what>(?:the|an?) [^,;:()]{5,60}), (?:do not )?(?<then>\p{Ll}+)/u.exec(line)?.groups;
  if (event !== undefined && isBase(event.then)) {
    const link = line.startsWith("If") ? "if" : "when";
    return [{ kind: "how", parts: [`what should you do ${link}`, event.what ?? ""], answer: "" }];
  }
  return [];
}

function isBase(word: string | undefined): boolean {
  return word !== undefined && verbForm(word)?.base === word;
}

function isInstruction(word: string | undefined): boolean {
  return isBase(word) || word === "you";
}
