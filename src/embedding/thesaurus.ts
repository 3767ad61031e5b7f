import { IndexError } from "../domain/errors.ts";
import { type ThesaurusHeader, thesaurusFile, thesaurusLayout, thesaurusMagic } from "./thesaurus-layout.ts";

/** Which words mean something like another, by their stems; symmetric. */
export interface Thesaurus {
  /** 1 for synonyms and derived words, less for hypernyms, 0 for words that are not related. */
  relation(stem: string, other: string): number;
  /** True for antonyms. */
  opposite(stem: string, other: string): boolean;
}

/** Opens what `encodeThesaurus` wrote. Throws an `IndexError` where the bytes are something else, cut off or damaged so that they contradict each other. */
export function decodeThesaurus(bytes: Uint8Array): Thesaurus {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const header = readHeader(aligned);
  const { stems, relations, opposites, textBytes } = header;
  const layout = thesaurusLayout(header);
  if (layout.end !== aligned.length) throw damaged(`it has ${aligned.length} bytes, its header says ${layout.end}`);
  const { buffer, byteOffset } = aligned;
  const at = (offset: number) => byteOffset + offset;
  const starts = new Uint32Array(buffer, at(layout.relationStart), stems + 1);
  const oppositeStarts = new Uint32Array(buffer, at(layout.oppositeStart), stems + 1);
  const related = new Uint16Array(buffer, at(layout.related), relations);
  const opposed = new Uint16Array(buffer, at(layout.opposed), opposites);
  const strength = new Uint8Array(buffer, at(layout.strength), relations);
  if (!risesTo(starts, relations) || !risesTo(oppositeStarts, opposites)) throw damaged("its offsets are out of order");
  if (strength.some((hundredths) => hundredths > 100)) throw damaged("it holds a strength above 1");
  const text = new TextDecoder().decode(new Uint8Array(buffer, at(layout.text), textBytes));
  const words = text === "" ? [] : text.split("\n");
  if (words.length !== stems) throw damaged(`it holds ${words.length} stems, its header says ${stems}`);
  const ids = new Map(words.map((word, id) => [word, id]));

  return {
    relation: (stem, other) => {
      const from = ids.get(stem);
      const to = ids.get(other);
      if (from === undefined || to === undefined) return 0;
      const found = search(related, to, starts[from] as number, starts[from + 1] as number);
      return found < 0 ? 0 : (strength[found] as number) / 100;
    },
    opposite: (stem, other) => {
      const from = ids.get(stem);
      const to = ids.get(other);
      if (from === undefined || to === undefined) return false;
      return search(opposed, to, oppositeStarts[from] as number, oppositeStarts[from + 1] as number) >= 0;
    },
  };
}

/** True for offsets that begin at 0, never fall and end at `end`. */
function risesTo(offsets: Uint32Array, end: number): boolean {
  return offsets.every((offset, i) => offset >= (offsets[i - 1] ?? 0)) && offsets[0] === 0 && offsets.at(-1) === end;
}

/** Place of `wanted` in a rising stretch of an array, or -1. */
function search(sorted: Uint16Array, wanted: number, from: number, to: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] as number;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function readHeader(bytes: Uint8Array): ThesaurusHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24 || new TextDecoder().decode(bytes.subarray(0, 8)) !== thesaurusMagic)
    throw damaged(`it does not begin with ${thesaurusMagic}`);
  const field = (index: number) => view.getUint32(8 + 4 * index, true);
  return { stems: field(0), relations: field(1), opposites: field(2), textBytes: field(3) };
}

function damaged(reason: string): IndexError {
  const remedy = "Restore it from the repository, or build it with `npm run build:thesaurus`.";
  return new IndexError(`The thesaurus ${thesaurusFile} is damaged: ${reason}. ${remedy}`, thesaurusFile);
}
