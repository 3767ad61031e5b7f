import { findCalendarDate, monthNumber } from "../text/calendar-date.ts";
import { continuesPhrase, type Problem, type Statement, type StatementWord } from "./statement.ts";

/** Months, and days of a month such as `5-15`, that a statement names. */
interface Dates {
  readonly months: ReadonlySet<number>;
  readonly days: ReadonlySet<string>;
}

/** Every month and every day of a month of the claim has to stand in the evidence. Years are checked as numbers. */
export function checkDates(claim: Statement, evidence: Statement): readonly Problem[] {
  const [claimed, known] = [readDates(claim), readDates(evidence)];
  const problems: Problem[] = [];
  for (const day of claimed.days) {
    if (known.days.has(day)) continue;
    const severity = known.days.size > 0 ? "contradicted" : "unsupported";
    problems.push({ severity, message: `the date ${day} (month and day) is not in the evidence` });
  }
  for (const month of claimed.months) {
    if (known.months.has(month)) continue;
    const severity = known.months.size > 0 ? "contradicted" : "unsupported";
    problems.push({ severity, message: `month ${month} is not in the evidence` });
  }
  return problems;
}

function readDates({ text, words }: Statement): Dates {
  const months = new Set<number>();
  const days = new Set<string>();
  words.forEach((word, i) => {
    const month = /^\p{Lu}/u.test(word.raw) ? monthNumber(word.text) : 0;
    if (month === 0 || (word.text === "may" && !isMonthOfMay(words, i))) return;
    months.add(month);
    const before = words[i - 1]?.text === "of" ? words[i - 2] : words[i - 1];
    const day = dayOf(words[i + 1], words[i + 1]) ?? dayOf(before, word);
    if (day !== null) days.add(`${month}-${day}`);
  });
  const calendar = findCalendarDate(text);
  if (calendar !== null) {
    months.add(Number(calendar.slice(5, 7)));
    days.add(`${Number(calendar.slice(5, 7))}-${Number(calendar.slice(8))}`);
  }
  return { months, days };
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
