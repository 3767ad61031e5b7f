import type { PreparedSentence } from "../retrieval/prepare-sentence.ts";
import { isStopWord } from "../text/stop-words.ts";
import { tokenize } from "../text/tokenize.ts";
import { isLikelyVerb } from "./likely-verb.ts";

/** A token of a sentence with what its surroundings say about where an answer may begin and end. */
export interface OutlineToken {
  /** Folded. */
  readonly text: string;
  /** UTF-16 offsets into the sentence, symbols that belong to a number ("$", "%", "°C") taken in. */
  readonly start: number;
  readonly end: number;
  /** Index into the sentence's words; -1 for a function word. */
  readonly word: number;
  readonly isCapital: boolean;
  readonly isNumeric: boolean;
  /** It looks like a verb or a participle. */
  readonly isVerb: boolean;
  /** What stands between the token before and this one; "start" for the first. */
  readonly gap: Gap;
}

export type Gap = "none" | "comma" | "bracket" | "quote" | "stop" | "start";

/** The tokens of a prepared sentence, in order; their indices are the `position` of its words. */
export function outlineSentence({ text, words }: PreparedSentence): readonly OutlineToken[] {
  const wordAt = new Map(words.map(({ position }, w) => [position, w]));
  const tokens = tokenize(text);
  return tokens.map((token, i) => {
    const word = isStopWord(token.text) ? -1 : (wordAt.get(i) ?? -1);
    const isNumeric = words[word]?.numeric ?? false;
    return {
      text: token.text,
      start: isNumeric ? token.start - (/[$€£¥₹]\s?$/u.exec(text.slice(0, token.start))?.[0].length ?? 0) : token.start,
      end: isNumeric
        ? token.end + (/^\s?(?:%|°[CF]?\b|°)/u.exec(text.slice(token.end, token.end + 4))?.[0].length ?? 0)
        : token.end,
      word,
      isCapital: /^\p{Lu}/u.test(token.raw) && (i > 0 || (words[word]?.isName ?? false)),
      isNumeric,
      isVerb: word >= 0 && !isNumeric && !/^\p{Lu}/u.test(token.raw) && isLikelyVerb(token.text),
      gap: i === 0 ? "start" : gapOf(text.slice((tokens[i - 1] as typeof token).end, token.start), tokens[i - 1]?.raw),
    };
  });
}

function gapOf(between: string, before = ""): Gap {
  if (/["“”«»]/u.test(between)) return "quote";
  if (/[()[\]{}]/u.test(between)) return "bracket";
  if (/[;:!?—]|\s[–-]\s/u.test(between)) return "stop";
  // "A. B. Mill", "St. Brice": a dot after a short capitalised word ends nothing.
  if (/\.\s/u.test(between) && !/^\p{Lu}\p{L}{0,2}$/u.test(before)) return "stop";
  return between.includes(",") ? "comma" : "none";
}
