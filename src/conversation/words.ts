import {
  isAdverb,
  isAuxiliary,
  isConjunction,
  isDeterminer,
  isPreposition,
  isPronoun,
  isQuestionWord,
} from "./word-classes.ts";

/** A word, a quoted name or a mark of punctuation of a question, with its place in it. */
export interface Word {
  readonly raw: string;
  /** Lower case, possessive 's cut. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "word" | "quote" | "mark";
  /** Capitalised inside the sentence, quoted, or capitalised and unknown as an opener of sentences. */
  readonly isName: boolean;
}

const pattern = /[“"][^“”"]{1,80}[”"]|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[-'’.&–/+,%](?=[\p{L}\p{N}]))*%?|[,;:()?!.]/gu;
const opener =
  /^(?:yes|no|tell|give|list|name|describe|explain|show|please|ok|okay|thanks|sorry|since|after|before|while|as|if|however|nowadays|many|more|most|let|good|great)$/u;

/** The words of a text in reading order. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(pattern)) {
    const raw = match[0];
    const start = match.index;
    const kind = /^[“"]/u.test(raw) ? "quote" : /^[,;:()?!.]$/u.test(raw) ? "mark" : "word";
    const lower = raw.toLowerCase().replace(/['’]s$/u, "");
    const isName = kind === "quote" || (kind === "word" && /^\p{Lu}/u.test(raw) && !opensSentence(lower));
    words.push({ raw, text: lower, start, end: start + raw.length, kind, isName });
  }
  return words;
}

/** Words that are capitalised only because a sentence begins with them. */
function opensSentence(word: string): boolean {
  const closed = isPreposition(word) || isPronoun(word) || isDeterminer(word) || isConjunction(word) || isAdverb(word);
  return closed || isAuxiliary(word) || isQuestionWord(word) || opener.test(word);
}
