const rising =
  /^(?:rise[ns]?|rising|rose|increas(?:e[ds]?|ing|ingly)|gr[eo]w(?:s|n|ing|th)?|climb(?:s|ed|ing)?|expand(?:s|ed|ing)?|expansion|gain(?:s|ed|ing)?|surg(?:e[ds]?|ing)|soar(?:s|ed|ing)?|jump(?:s|ed|ing)?|higher)$/u;
const falling =
  /^(?:fall(?:s|en|ing)?|fell|decreas(?:e[ds]?|ing)|declin(?:e[ds]?|ing)|drop(?:s|ped|ping)?|reduc(?:e[ds]?|ing|tions?)|shr[aiu]nk(?:s|en|ing)?|lower(?:s|ed|ing)?|plung(?:e[ds]?|ing)|plummet(?:s|ed|ing)?|diminish(?:es|ed|ing)?)$/u;

/** The terms that stand for all words of rising and all words of falling. */
export type Direction = "rise" | "fall";

/** The direction of change that a folded word names; null for any other word. */
export function directionOf(word: string): Direction | null {
  if (rising.test(word)) return "rise";
  return falling.test(word) ? "fall" : null;
}
