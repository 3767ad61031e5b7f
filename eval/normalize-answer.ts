/**
 * Text as the verdict compares it: words and numbers in lower case, one space between them. Both an answer and the
 * variants of a case go through this. Numbers keep `.`, `:` and `+` between their digits: `77.5`, `6:56`, `2+26`.
 */
export function normalizeAnswer(text: string): string {
  return (
    text
      // Compatibility forms would glue "5½" to "51⁄2" and "10²" to "102".
      .replace(/(?<=\p{N})(?=\p{No})/gu, " ")
      // NFKC without the accents: decomposed, combining marks dropped, composed again.
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/gu, "")
      .normalize("NFC")
      .toLowerCase()
      // Possessive 's.
      .replace(/(?<=[\p{L}\p{N}])['\u2019]s(?![\p{L}\p{N}])/gu, "")
      // Thousands commas.
      .replace(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)/gu, (number) => number.replaceAll(",", ""))
      // Ordinals: "6th" is "6".
      .replace(/(?<![\p{L}\p{N}])(\d+)(?:st|nd|rd|th)(?![\p{L}\p{N}])/gu, "$1")
      .replace(/[^\p{L}\p{M}\p{N}%.:+]+/gu, " ")
      .replace(/(?<!\p{Nd})[.:+]|[.:+](?!\p{Nd})/gu, " ")
      // A number and its unit; a decade such as "1990s" stays a word of its own.
      .replace(/(?<=\p{Nd})(?=[\p{L}%])(?!(?<=(?<!\p{Nd})\d{3}0)s(?![\p{L}\p{N}]))/gu, " ")
      .replace(/%/gu, " % ")
      // Chinese has no spaces between words: every character counts as one.
      .replace(/\p{Script=Han}/gu, " $& ")
      .replace(/(?<!\S)per\s*cent(?!\S)/gu, "%")
      .replace(/\s+/gu, " ")
      .trim()
  );
}

/**
 * True if the variant occurs in the text as whole words and whole numbers, both normalised. A variant without a letter
 * or a digit, such as `*`, is looked for as it stands.
 */
export function containsVariant(text: string, variant: string): boolean {
  const wanted = normalizeAnswer(variant);
  return wanted === "" ? text.includes(variant.trim()) : ` ${normalizeAnswer(text)} `.includes(` ${wanted} `);
}
