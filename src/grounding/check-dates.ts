import type { Span } from "../domain/span.ts";
import { findCalendarDate, monthNumber } from "../text/calendar-date.ts";
import { type Finding, met, unmet } from "./finding.ts";
import { continuesPhrase, type Statement, type StatementWord } from "./statement.ts";

/** A month, or a day of a month such as `5-15`, that a statement names. */
interface NamedTime extends Span {
  readonly key: string;
}

interface NamedTimes {
  readonly months: readonly NamedTime[];
  readonly days: readonly NamedTime[];
}

/** Every month and every day of a month of the claim has to stand in the evidence. Years are checked as numbers. */
export function checkDates(claim: Statement, evidence: Statement): readonly Finding[] {
  const [claimed, known] = [readDates(claim), readDates(evidence)];
  return [
    ...claimed.days.map((day) => hold(day, known.days, `the date ${day.key} (month and day) is not in the evidence`)),
    ...claimed.months.map((month) => hold(month, known.months, `month ${month.key} is not in the evidence`)),
  ];
}

function hold(time: NamedTime, known: readonly NamedTime[], message: string): Finding {
  const same = known.find(({ key }) => key === time.key);
  if (same !== undefined) return met("date", time, same);
  const [other = null] = known;
  return unmet("date", {
    claim: time,
    evidence: other,
    severity: other === null ? "unsupported" : "contradicted",
    message,
  });
}

function readDates({ text, words }: Statement): NamedTimes {
  const months: NamedTime[] = [];
  const days: NamedTime[] = [];
  words.forEach((word, i) => {
    const month = /^\p{Lu}/u.test(word.raw) ? monthNumber(word.text) : 0;
    if (month === 0 || (word.text === "may" && !isMonthOfMay(words, i))) return;
    const { start, end } = word;
    months.push({ key: String(month), start, end });
    const [after, before] = [words[i + 1], words[i - 1]?.text === "of" ? words[i - 2] : words[i - 1]];
    const [dayAfter, dayBefore] = [dayOf(after, after), dayOf(before, word)];
    if (dayAfter !== null) days.push({ key: `${month}-${dayAfter}`, start, end: after?.end ?? end });
    else if (dayBefore !== null) days.push({ key: `${month}-${dayBefore}`, start: before?.start ?? start, end });
  });
  const calendar = findCalendarDate(text);
  if (calendar !== null) {
    const [month, day] = [Number(calendar.slice(5, 7)), Number(calendar.slice(8))];
    const place = placeOf(calendar, text);
    if (!months.some(({ key }) => key === String(month))) months.push({ key: String(month), ...place });
    if (!days.some(({ key }) => key === `${month}-${day}`)) days.push({ key: `${month}-${day}`, ...place });
  }
  return { months, days };
}

/** Where the digits of a calendar date stand; the whole text where it is written in another way. */
function placeOf(calendar: string, text: string): Span {
  const digits = calendar.split("-").map((part) => `0*${Number(part)}`);
  const found = new RegExp(digits.join(String.raw`\P{L}{1,3}`), "u").exec(text);
  return found === null ? { start: 0, end: text.length } : { start: found.index, end: found.index + found[0].length };
}

/** "May" opens a question or a wish as well: as a month it follows a preposition or stands beside a number. */
function isMonthOfMay(words: readonly StatementWord[], i: number): boolean {
  const before = words[i - 1];
  const isDated = words[i + 1]?.kind === "number" || before?.kind === "number";
  return (
    isDated ||
    (before !== undefined && /^(?:in|of|since|until|by|last|this|next|early|late|from|to)$/u.test(before.text))
  );
}

/** The day that `word` writes, when nothing but a space stands before `second`, the later of month and day. */
function dayOf(word: StatementWord | undefined, second: StatementWord | undefined): number | null {
  if (word?.kind !== "number" || second === undefined || !continuesPhrase(second)) return null;
  const day = Number(word.text);
  return Number.isInteger(day) && day >= 1 && day <= 31 ? day : null;
}
