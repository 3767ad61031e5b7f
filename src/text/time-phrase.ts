const month =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
const dayName = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const year = "(?:1\\d|20)\\d{2}";
const calendar = `(?:${dayName},? )?(?:\\d{1,2}(?:st|nd|rd|th)? )?${month}(?: \\d{1,2}(?!\\d))?(?:,? ${year})?`;
const clock = "\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?|\\d{1,2} ?[ap]\\.?m\\.?|noon|midnight";
const season = `(?:the )?(?:spring|summer|autumn|winter)(?: of)? ${year}`;
const recurring = `(?:the )?(?:first|second|third|fourth|last|\\d{1,2}(?:st|nd|rd|th)) (?:${dayName}|day|week) of (?:each|every) (?:month|year|quarter)`;
const days = `${dayName}s?(?: (?:morning|afternoon|evening)s?)?|weekdays|weekends|(?:public |bank )?holidays`;
const point = `(?:${recurring}|${calendar}|(?:the )?(?:(?:early|late|mid)[- ])?${year}s?|${clock}|${season}|${days})`;

const range = `${point}(?: (?:and|to|until|through) ${point})?`;

/** "In 2022, the harbour ...": the time that a sentence starts with; a capital or an article follows it. */
export const leadingTime: RegExp = new RegExp(
  `^(?<setting>(?:In|On|At|Since|Between|From|During) ${range}),? (?=\\p{Lu}|\\d|(?:the|an?|each|every|there|about|nearly|over)\\b)`,
  "u",
);

/** "... in 1850", with what stands before and behind it. Not "since" or "until", which ask another question. */
export const timeInside: RegExp = new RegExp(
  `^(?<before>.*?)(?:^| )(?<time>(?:in|on|at|between|from) ${range})(?![\\p{L}\\p{N}])(?<behind>.*)$`,
  "u",
);

/**
 * What stands before a time, where the time is surely that of the verb. "The plan for a festival in 2027" is not: there
 * the time may be the festival's.
 */
export function isOwnTime(before: string): boolean {
  return !/\b(?:for|about|with|by|from)\b/u.test(before);
}

export const duration: RegExp =
  /^(?:(?:about|around|over|more than|nearly|almost|at least|at most|up to|roughly) )?(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty)(?: to \d+| and a half)?[- ](?:second|minute|hour|day|week|month|year|decade)s?(?![\p{L}-])/u;
