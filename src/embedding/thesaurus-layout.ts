/** Name of the thesaurus in `models/`; errors name it too. */
export const thesaurusFile = "thesaurus.bin";

export const thesaurusMagic = "ANNTHES1";

/** What follows the magic: four 32-bit numbers, little-endian like all others. */
export interface ThesaurusHeader {
  readonly stems: number;
  readonly relations: number;
  readonly opposites: number;
  readonly textBytes: number;
}

/** Byte offsets of the sections; wider elements come first, which keeps each section aligned. */
export function thesaurusLayout({ stems, relations, opposites, textBytes }: ThesaurusHeader) {
  const relationStart = 24;
  const oppositeStart = relationStart + 4 * (stems + 1);
  const related = oppositeStart + 4 * (stems + 1);
  const opposed = related + 2 * relations;
  const strength = opposed + 2 * opposites;
  const text = strength + relations;
  return {
    /** Uint32, stems + 1: where the relations of each stem begin. */
    relationStart,
    /** Uint32, stems + 1. */
    oppositeStart,
    /** Uint16, relations: ids of related stems, rising for each stem. */
    related,
    /** Uint16, opposites: ids of antonyms, rising for each stem. */
    opposed,
    /** Uint8, relations: strength in hundredths. */
    strength,
    /** UTF-8: the stems, sorted, one a line. */
    text,
    end: text + textBytes,
  } as const;
}
