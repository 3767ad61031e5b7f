import fc from "fast-check";

const opener = fc.constantFrom(
  "Who",
  "What",
  "Which",
  "How many",
  "How long",
  "When did",
  "Why",
  "Is",
  "Where",
  "",
  "List",
);
const tail = fc.constantFrom("?", "", ".", " (the lamp)?", " in 2005?", " last year?", " not?");

/** Questions of any wording, made of words of a text, of words that it lacks, numbers, and what nobody types. */
export function questions(text: string): fc.Arbitrary<string> {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = fc.constantFrom(...words);
  const other = fc.constantFrom("zeppelin", "Ottokar", "oldest", "40", "1850", "of", "to", "never", "bought");
  const odd = fc.string({ unit: "grapheme", maxLength: 8 }).map((piece) => piece.toWellFormed());
  const word = fc.oneof({ weight: 6, arbitrary: own }, { weight: 3, arbitrary: other }, { weight: 1, arbitrary: odd });
  return fc
    .tuple(opener, fc.array(word, { maxLength: 14 }), tail)
    .map(([first, middle, last]) => `${[first, ...middle].join(" ")}${last}`);
}
