import { stemmer } from "stemmer";

/** The stem of a folded English word (Porter 1980); words with digits or other scripts come back as they are. */
export function stem(word: string): string {
  return /^[a-z]{3,}$/u.test(word) ? stemmer(word) : word;
}
