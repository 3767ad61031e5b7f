/** Ways to make a sentence say something else; each gives null where it has nothing to change. */
export const mutations: Readonly<
  Record<"number" | "year" | "negation" | "affirmation" | "direction", (text: string) => string | null>
> = {
  number: (text) =>
    replaceFirst(
      text,
      /(?<![\p{L}\p{Nd}.,:/-])(?!(?:1\d|20)\d\d(?!\p{Nd}))\p{Nd}+(?![\p{L}\p{Nd}]|[.,:/-]\p{Nd})/u,
      shiftDigits,
    ),
  year: (text) =>
    replaceFirst(text, /(?<![\p{L}\p{Nd}.,:/-])(?:1[5-9]|20)\d\d(?![\p{L}\p{Nd}]|[.,:/-]\p{Nd})/u, (year) =>
      String(Number(year) + 7),
    ),
  negation: (text) =>
    /\b(?:not|no|never|none|nor|neither|nobody|nothing|without|cannot)\b|n['’]t\b/iu.test(text)
      ? null
      : replaceFirst(
          text,
          /\b(?:is|are|was|were|will|would|can|could|has|have|had|should|must)(?= (?!only\b))/u,
          (verb) => `${verb} not`,
        ),
  affirmation: (text) =>
    replaceFirst(
      text,
      /(?<=\b(?:is|are|was|were|will|would|can|could|has|have|had|should|must|did|does|do)) (?:not|never)\b(?! (?:only|just|more|less))/u,
      () => "",
    ),
  direction: (text) => replaceFirst(text, direction, (word) => opposites.get(word) ?? word),
};

const pairs = [
  ["rose", "fell"],
  ["risen", "fallen"],
  ["rises", "falls"],
  ["rise", "fall"],
  ["rising", "falling"],
  ["grew", "shrank"],
  ["grow", "shrink"],
  ["increase", "decrease"],
  ["increased", "decreased"],
  ["increases", "decreases"],
  ["increasing", "decreasing"],
  ["higher", "lower"],
  ["gained", "dropped"],
  ["expanded", "reduced"],
] as const;
const opposites = new Map<string, string>(
  pairs.flatMap(([up, down]) => [
    [up, down],
    [down, up],
  ]),
);
const direction = new RegExp(`\\b(?:${[...opposites.keys()].join("|")})\\b`, "u");

/** Another number of as many digits, so that it still looks like one of its kind. */
function shiftDigits(digits: string): string {
  return [...digits].map((digit, i) => (i === 0 ? String((Number(digit) % 9) + 1) : digit)).join("");
}

function replaceFirst(text: string, pattern: RegExp, change: (found: string) => string): string | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  return text.slice(0, match.index) + change(match[0]) + text.slice(match.index + match[0].length);
}
