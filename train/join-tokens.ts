/** Text tokenised as in the Penn Treebank -> as people write it: quotation marks, brackets, and no space before a mark. */
export function joinTokens(text: string): string {
  return text
    .replace(/-L[RCS]B-\s*/gu, "(")
    .replace(/\s*-R[RCS]B-/gu, ")")
    .replace(/``\s*/gu, "“")
    .replace(/\s*''/gu, "”")
    .replace(/(^|\s)`\s+/gu, "$1‘")
    .replace(/\s+(n't|'(?:s|re|ve|ll|d|m)?)(?=[\s.,;:?!]|$)/giu, "$1")
    .replace(/\s+([.,;:?!%])(?=\s|$|[”)'])/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim();
}
