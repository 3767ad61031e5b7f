import { textOf } from "./noun-phrase.ts";
import { type QuestionShape, questionShape } from "./question-shape.ts";
import { asQuestion, withoutEnd } from "./topic.ts";
import { isAuxiliary, isPreposition } from "./word-classes.ts";

const adverbial = /^(?:when|where|why|how)$/u;
const circumstance =
  /\b(?:year|years|day|date|month|time|century|country|countries|city|cities|town|province|provinces|place|places|reason|way|purpose|occasion)$/iu;
const doForms = /^(?:do|does|did|don't|doesn't|didn't)$/u;

/**
 * A question that is little more than its question word ("And since when?", "How many of them?", "Which ones?") -> the
 * question before with the new question word in the place of the old. Null where English has no place for it.
 */
export function replaceAsked(last: QuestionShape, fragment: string): string | null {
  const said = withoutEnd(fragment);
  const given = questionShape(said);
  const { lead, noun } = given;
  if (lead === null || lead === "yes-no" || lead === "tell") return null;
  if (/^how (?:many|much)$/u.test(lead) || lead === "which" || lead === "what" || lead === "whose") {
    const governed = isPreposition(given.words[0]?.text ?? "");
    if (!governed && !circumstance.test(noun)) return replaceCounted(last, { lead, noun: withoutOnes(noun), said });
  } else if (!adverbial.test(lead) && !isPreposition(given.words[0]?.text ?? "")) return null;
  return askForCircumstance(last, said);
}

function withoutOnes(noun: string): string {
  return /^(?:of (?:them|those|these|that)|ones?|of which)?$/iu.test(noun) ? "" : noun;
}

interface Counted {
  readonly lead: string;
  readonly noun: string;
  readonly said: string;
}

/** "How many?", "Which ones?", "And how many hospitals?" in the place of what was counted or chosen before. */
function replaceCounted(last: QuestionShape, { lead, noun, said }: Counted): string | null {
  const rest = restOf(last, last.asked.end);
  if (last.noun !== "" && /^(?:how many|how much|which|what|whose)$/u.test(last.lead ?? "")) {
    const asked = noun === "" ? `${lead} ${last.noun}` : said;
    return asQuestion(`${asked} ${rest}`);
  }
  // "Since when have officials been moved?" - "How many?"
  const auxiliary = last.words[last.asked.end]?.text ?? "";
  if (noun !== "" || last.form !== "object" || !isAuxiliary(auxiliary) || doForms.test(auxiliary)) return null;
  const subject = textOf(last.text, last.words, last.subject).replace(/^(?:the|a|an)\s+/iu, "");
  return subject === "" ? null : asQuestion(`${lead} ${subject} ${auxiliary} ${restOf(last, last.predicate)}`);
}

/** "When?", "Since when?", "In which year?", "From where?" asked of what the question before speaks of. */
function askForCircumstance(last: QuestionShape, said: string): string | null {
  const { form, lead, noun, words, text } = last;
  if (lead === "yes-no") return asQuestion(`${said} ${text.charAt(0).toLowerCase()}${withoutEnd(text.slice(1))}`);
  if (lead === "tell" || lead === null || form === "identity" || form === "other") return null;
  const rest = restOf(last, last.asked.end);
  const auxiliary = words[last.asked.end];
  if (form === "object") {
    const whole = asQuestion(`${said} ${rest}`);
    return noun === "" || adverbial.test(lead) || circumstance.test(noun) ? whole : `${withoutEnd(whole)} (${noun})?`;
  }
  const actor = noun === "" ? (lead === "who" ? "someone" : "something") : `the ${noun}`;
  if (auxiliary !== undefined && isAuxiliary(auxiliary.text) && noun !== "") {
    return asQuestion(`${said} ${auxiliary.text} ${actor} ${restOf(last, last.asked.end + 1)}`);
  }
  return asQuestion(`${said} ${/^(?:since|until)\b/iu.test(said) ? "is" : "was"} it that ${actor} ${rest}`);
}

function restOf({ text, words }: QuestionShape, from: number): string {
  return withoutEnd(textOf(text, words, { start: from, end: words.length }));
}
