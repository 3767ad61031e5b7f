import type { LexicalIndex } from "../search-index/lexical-index.ts";
import type { RowFilter } from "../search-index/row-filter.ts";
import { termOf } from "../text/term.ts";

/** One way of writing a number of the question in English: all of these terms stand in the sentence. */
type Spelling = readonly string[];

interface AskedNumber {
  readonly spellings: readonly Spelling[];
  /** It is seldom the same by chance: a decimal, a time of day, a day of a month, or three digits that are no year. */
  readonly telling: boolean;
}

const monthNames = `january february march april may june july august september october november december`.split(" ");
const month = "(?:月|월)";
const day = "(?:日|号|일)";
const calendarDay = new RegExp(`(\\d{1,2})\\s*${month}\\s*(\\d{1,2})\\s*${day}`, "gu");
const number = /(?<![\p{Script=Latin}\d.,:])(\d+(?:[.,:：]\d+)*)\s*(万亿|千万|百万|亿|億|万|萬|만|억|조)?/gu;
const scaleOf: Readonly<Record<string, number>> = {
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  億: 1e8,
  억: 1e8,
  万亿: 1e12,
  조: 1e12,
};
const englishScales: readonly (readonly [string, number])[] = [
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
];
const maxNumbers = 12;

/**
 * The one sentence of the corpus, or of the rows of `within`, that holds every number and day of the question, whatever language that is in; -1 where
 * none does or several do, or where the numbers say too little, such as a lone year. Chinese scales are converted:
 * 2184.3万 is 21.843 million.
 */
export function findByNumbers(question: string, lexical: LexicalIndex, within?: RowFilter): number {
  const asked = numbersOf(question.normalize("NFKC"));
  if (!asked.some(({ telling }) => telling) || asked.length > maxNumbers) return -1;
  let found: ReadonlySet<number> | null = null;
  for (const { spellings } of asked) {
    const holding = new Set(spellings.flatMap((terms) => [...sentencesWith(terms, lexical, within)]));
    found = inBoth(found, holding);
    if (found.size === 0) return -1;
  }
  const [only = -1] = found ?? [];
  return found?.size === 1 ? only : -1;
}

function numbersOf(question: string): readonly AskedNumber[] {
  const asked: AskedNumber[] = [];
  const rest = question.replace(calendarDay, (_, monthNumber: string, dayNumber: string) => {
    const name = monthNames[Number(monthNumber) - 1];
    if (name !== undefined) asked.push({ spellings: [[name, String(Number(dayNumber))]], telling: true });
    return " ";
  });
  for (const [, digits = "", scale] of rest.matchAll(number)) {
    const plain = digits.replace(/：/gu, ":").replace(/,(?=\d{3}(?!\d))/gu, "");
    const factor = scale === undefined ? 1 : (scaleOf[scale] as number);
    const isYear = factor === 1 && /^(?:1\d|20)\d\d$/u.test(plain);
    asked.push({
      spellings: spellingsOf(plain, factor),
      telling: !isYear && (factor > 1 || /[.:]|\d{3}/u.test(plain)),
    });
  }
  return asked;
}

function spellingsOf(plain: string, factor: number): readonly Spelling[] {
  if (factor === 1 || !/^\d+(?:\.\d+)?$/u.test(plain)) return [[plain]];
  const value = Number(plain) * factor;
  const scaled = englishScales.map(([name, size]) => [short(value / size), name]);
  return [[short(value)], ...scaled];
}

/** Without the digits that binary fractions leave behind: 21.843 for 2184.3 x 10,000 / 1,000,000. */
function short(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function sentencesWith(terms: Spelling, lexical: LexicalIndex, within?: RowFilter): ReadonlySet<number> {
  let found: ReadonlySet<number> | null = null;
  for (const text of terms) {
    // Function words, "may" among them, are not in the index.
    if (text === "may") continue;
    const termId = lexical.termId(/^\d/u.test(text) ? text : termOf({ text, kind: "word" }));
    if (termId < 0) return new Set();
    const holding = new Set(lexical.score([{ termId, weight: 1 }], within).sentences.keys());
    found = inBoth(found, holding);
  }
  return found ?? new Set();
}

/** `null` stands for all sentences. */
function inBoth(found: ReadonlySet<number> | null, holding: ReadonlySet<number>): ReadonlySet<number> {
  return found === null ? holding : new Set([...found].filter((sentence) => holding.has(sentence)));
}
