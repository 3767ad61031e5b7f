import type { StatementWord } from "../grounding/statement.ts";
import type { QuestionTerm } from "../retrieval/analyse-question.ts";
import { isStopWord } from "../text/stop-words.ts";
import { termOf } from "../text/term.ts";
import type { Contradiction } from "./contradiction.ts";
import type { Premise, Rival } from "./premise.ts";

const auxiliary = /^(?:did|does|do)$/u;

/**
 * "Why did Ada Stone sink the barge?" where Tom Hale sank it: the verb of the question, in the sentence, stands
 * directly behind another name, and the name of the question is nowhere in the sentence. Asked of "why" and "how"
 * alone: the answer to "what did she sink?" may well be told elsewhere.
 */
export function contradictedName({ question, statement }: Premise, rival: Rival): Contradiction | null {
  const subject = /^(?:reason|manner)$/u.test(question.answerType) ? readSubject(statement.words) : null;
  if (subject === null) return null;
  const { alignment, heading } = rival.sentence.candidate;
  const own = new Set(subject.names.map(termOf));
  const terms = question.terms.flatMap(({ term }: QuestionTerm, t) => (own.has(term) ? [t] : []));
  if (terms.length === 0 || terms.some((t) => alignment.exact[t] === 1 || heading.exact[t] === 1)) return null;
  const verb = termOf(subject.verb);
  const { words } = rival.statement;
  const at = words.findIndex((word) => termOf(word) === verb);
  return isName(words[at - 1]) && /^\s*$/u.test(words[at]?.gap ?? "") ? { kind: "name", terms } : null;
}

/** The capitalised words between "did" and its verb, with that verb. */
function readSubject(words: readonly StatementWord[]) {
  const at = words.findIndex(({ text }, w) => w > 0 && auxiliary.test(text));
  if (at < 0) return null;
  let i = at + 1;
  if (words[i]?.text === "the") i++;
  const from = i;
  while (/^\p{Lu}/u.test(words[i]?.raw ?? "")) i++;
  const verb = words[i];
  return i === from || verb === undefined || isStopWord(verb.text) ? null : { names: words.slice(from, i), verb };
}

function isName(word: StatementWord | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.raw) && !isStopWord(word.text);
}
