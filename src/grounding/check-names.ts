import { monthNumber } from "../text/calendar-date.ts";
import { isStopWord } from "../text/stop-words.ts";
import { isNumeric } from "../text/term.ts";
import { type Finding, met, unmet } from "./finding.ts";
import { mentionName } from "./mention-name.ts";
import { type Statement, type StatementWord, startsSentence } from "./statement.ts";

/** Words after which a first word is the subject, so that "Shanghai has" is a name and "Traffic jams" need not be. */
const verbAfterSubject = /^(?:is|was|are|were|has|had|have|will|would|can|could|said|says|may|must|did|does)$/u;
const possessive = /['’]s$/u;

/**
 * Every name of the claim has to stand in the evidence. One that only stands in the surroundings (the words that come
 * before the evidence in its passage) completes a sentence such as "The city ..."; it may not replace a name.
 */
export function checkNames(claim: Statement, evidence: Statement, surroundings: Statement): readonly Finding[] {
  const replaced = namesOf(evidence).find((name) => mentionName(claim.words, name.raw) === null) ?? null;
  return namesOf(claim).map((name) => {
    const place = mentionName(evidence.words, name.raw);
    if (place !== null) return met("name", name, place);
    const { raw } = name;
    const isNear = replaced === null && mentionName(surroundings.words, raw) !== null;
    if (isNear) {
      const message = `"${raw}" is named near the evidence only`;
      return unmet("name", { claim: name, evidence: null, severity: "partial", message });
    }
    const instead = replaced === null ? "" : `, which names "${replaced.raw}"`;
    const message = `"${raw}" is not in the evidence${instead}`;
    return unmet("name", { claim: name, evidence: replaced, severity: "unsupported", message });
  });
}

function namesOf(statement: Statement): readonly StatementWord[] {
  return statement.words.filter((word, i) => {
    if (word.kind === "number" || isStopWord(word.text) || isNumeric(word) || monthNumber(word.text) > 0) return false;
    if (!/^\p{L}/u.test(word.raw) || !/\p{Lu}/u.test(word.raw)) return false;
    return !startsSentence(statement, i) || firstWordIsName(word, statement.words[i + 1]);
  });
}

/** The first word of a sentence has its capital from grammar; what follows tells whether it is a name all the same. */
function firstWordIsName(word: StatementWord, next: StatementWord | undefined): boolean {
  if (/\p{Lu}/u.test(word.raw.slice(1)) || possessive.test(word.raw)) return true;
  if (next === undefined || !/^\s*$/u.test(next.gap)) return false;
  const isPlural = /[^s]s$/u.test(word.text);
  return /^\p{Lu}/u.test(next.raw) || (!isPlural && verbAfterSubject.test(next.text));
}
