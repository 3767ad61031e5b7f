import { stem } from "./stem.ts";
import type { Token } from "./tokenize.ts";

/** "one" is left out: it is a pronoun more often than a number. */
const numberWords: Readonly<Record<string, string>> = {
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  eleven: "11",
  twelve: "12",
  thirteen: "13",
  fourteen: "14",
  fifteen: "15",
  sixteen: "16",
  seventeen: "17",
  eighteen: "18",
  nineteen: "19",
  twenty: "20",
  thirty: "30",
  forty: "40",
  fifty: "50",
  sixty: "60",
  seventy: "70",
  eighty: "80",
  ninety: "90",
};

/** The form in which a token is indexed and compared: a stem, or digits for a number, spelled out or not. */
export function termOf({ text, kind }: Pick<Token, "text" | "kind">): string {
  if (kind === "number") return text;
  return Object.hasOwn(numberWords, text) ? (numberWords[text] as string) : stem(text);
}

/** True for digits and number words. */
export function isNumeric({ text, kind }: Pick<Token, "text" | "kind">): boolean {
  return kind === "number" || Object.hasOwn(numberWords, text);
}
