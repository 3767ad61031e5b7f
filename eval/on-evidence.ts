/** NFC with every run of white space as one space, none at the ends. */
export function squeezeWhiteSpace(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** True if the sentence contains one of the evidence sentences, or one of them contains it, white space squeezed. */
export function isOnEvidence(sentence: string, evidence: readonly string[]): boolean {
  const squeezed = squeezeWhiteSpace(sentence);
  if (squeezed === "") return false;
  return evidence.some((each) => {
    const expected = squeezeWhiteSpace(each);
    return expected !== "" && (expected.includes(squeezed) || squeezed.includes(expected));
  });
}
