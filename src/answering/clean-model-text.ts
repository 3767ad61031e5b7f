/** Control characters and the invisible ones that reorder or hide text; joiners that scripts need are kept. */
const invisible = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/gu;

/** Citation markers as models type them: `[3]`, `[1-2]`, `[p1, p2]`, `(p4)`, `【2†source】`. */
const marker =
  / ?(?:\[ ?p?\d{1,3}(?: ?[,;–-] ?p?\d{1,3})* ?\]|\( ?p\d{1,3}(?: ?[,;] ?p\d{1,3})* ?\)|【[^】]{0,40}】)/giu;

/** A model's words as one line of visible text without markers, which the server alone sets. */
export function cleanModelText(text: string): string {
  return text.toWellFormed().replace(invisible, " ").replace(/\s+/gu, " ").replace(marker, "").trim();
}
