import type { LexicalSections } from "./lexical-sections.ts";
import type { Steps } from "./steps.ts";

type Counted = Pick<LexicalSections, "postings" | "firstSentence" | "sentenceLength" | "chunkLength">;

const numbersAtOnce = 131_072;
/** What relative times mean is counted as a word of a sentence and has no length there. */
const mostTimeTerms = 256;

/**
 * Whether the lengths of sentences and chunks are what their words add up to: a count or a length that is wrong would
 * give wrong scores without a sign. All ranges have to be checked before.
 */
export function* totalsAgree({ postings, firstSentence, sentenceLength, chunkLength }: Counted): Steps<boolean> {
  const totals = new Float64Array(sentenceLength.length);
  for (let from = 0; from < postings.count.length; from += numbersAtOnce) {
    addCounts(totals, postings, { from, to: Math.min(postings.count.length, from + numbersAtOnce) });
    yield;
  }
  for (const [sentence, length] of sentenceLength.entries()) {
    const more = (totals[sentence] as number) - length;
    if (more < 0 || more > mostTimeTerms) return false;
    if (sentence % numbersAtOnce === 0) yield;
  }
  for (const [chunk, length] of chunkLength.entries()) {
    let total = 0;
    for (let s = firstSentence[chunk] as number; s < (firstSentence[chunk + 1] as number); s++) {
      total += sentenceLength[s] as number;
    }
    if (total !== length) return false;
    if (chunk % numbersAtOnce === 0) yield;
  }
  return true;
}

function addCounts(
  totals: Float64Array,
  { sentence, count }: LexicalSections["postings"],
  { from, to }: { readonly from: number; readonly to: number },
): void {
  for (let p = from; p < to; p++) (totals[sentence[p] as number] as number) += count[p] as number;
}
