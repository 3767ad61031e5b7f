import { monthNumber } from "./calendar-date.ts";

/** A text without any of these and without a digit holds no time. "May" only with its capital: it is a verb. */
export const mayHoldTime =
  /[0-9]|\b(?:[Yy]ear|[Mm]onth|[Qq]uarter|[Ww]eek|[Dd]ecade|[Cc]entur|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Pp]eriod|[Ss]ince\s+then|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Jj]anuary|[Ff]ebruary|[Mm]arch|[Aa]pril|May\b|[Jj]une|[Jj]uly|[Aa]ugust|[Ss]eptember|[Oo]ctober|[Nn]ovember|[Dd]ecember|[Ll]ast\s+(?:night|[A-Z])|[Tt]his\s+(?:morning|afternoon|evening)|[Dd]ays?\b|[Nn]ext\s+[A-Z]|[Hh]alf)/u;

const cardinals =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const ordinals =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
const numberByWord: ReadonlyMap<string, number> = new Map([
  ...cardinals.map((word, value) => [word, value] as const),
  ["a", 1],
  ["an", 1],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["seventy", 70],
  ["eighty", 80],
  ["ninety", 90],
]);
const ordinalByWord: ReadonlyMap<string, number> = new Map(ordinals.map((word, value) => [word, value]));

const months =
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec";
const monthByWord: ReadonlyMap<string, number> = new Map(months.split(" ").map((word) => [word, monthNumber(word)]));

/** First month of each; northern hemisphere, winter from December on. */
const seasons: ReadonlyMap<string, number> = new Map([
  ["spring", 3],
  ["summer", 6],
  ["autumn", 9],
  ["fall", 9],
  ["winter", 12],
]);

const weekdays = "sunday monday tuesday wednesday thursday friday saturday".split(" ");

export type TimeUnit = "day" | "week" | "month" | "quarter" | "year" | "decade" | "century";

const units: ReadonlyMap<string, TimeUnit> = new Map(
  (["day", "week", "month", "quarter", "year", "decade"] as const).flatMap((unit) => [
    [unit, unit],
    [`${unit}s`, unit],
  ]),
);
const centuries: ReadonlyMap<string, TimeUnit> = new Map([
  ["century", "century"],
  ["centuries", "century"],
]);

/** Words are given in lower case; each gives null for a word that is none. */
export const cardinalOf = (word: string): number | null => numberByWord.get(word) ?? null;
export const ordinalOf = (word: string): number | null => ordinalByWord.get(word) ?? null;
export const monthOf = (word: string): number | null => monthByWord.get(word) ?? null;
export const seasonOf = (word: string): number | null => seasons.get(word) ?? null;
export const unitOf = (word: string): TimeUnit | null => units.get(word) ?? centuries.get(word) ?? null;
/** 0 for Sunday. */
export function weekdayOf(word: string): number | null {
  const at = weekdays.indexOf(word);
  return at < 0 ? null : at;
}

/** Months' names that are words of another meaning in lower case, or anywhere when shortened. */
export function isClearMonth(word: string, capital: boolean): boolean {
  if (word.length <= 4 && word !== "june" && word !== "july" && word !== "may") return false;
  return capital || !/^(?:may|march|august)$/u.test(word);
}

const openers = new Set(
  [
    ...cardinals,
    ...ordinals,
    ...months.split(" "),
    ..."thirty forty fifty sixty seventy eighty ninety a an spring summer autumn fall winter q h the this that same current last next past recent coming following previous preceding prior final early late mid middle start beginning end yesterday tomorrow tonight day since".split(
      " ",
    ),
  ].filter((word) => word !== "zero"),
);

/** False where no time begins with this word or mark, lower case. */
export function canOpenTime(text: string): boolean {
  return openers.has(text) || /^[0-9'’‘]/u.test(text);
}
