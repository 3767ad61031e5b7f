import type { PassageView } from "../src/domain/passage.ts";
import type { Paragraph, PreparedDocument } from "./evaluation-document.ts";
import { squeezeWhiteSpace } from "./on-evidence.ts";

/**
 * Rank, from 1, of the first paragraph that contains an evidence sentence; null where none was retrieved.
 * Paragraphs rank as their first passage does; several passages of one paragraph take one rank.
 */
export function evidenceRank(
  passages: readonly Pick<PassageView, "documentId" | "start" | "end">[],
  evidence: readonly string[],
  documents: ReadonlyMap<string, PreparedDocument>,
): number | null {
  const wanted = evidence.map(squeezeWhiteSpace);
  const ranked = new Set<Paragraph>();
  for (const { documentId, start, end } of passages) {
    const paragraphs = documents.get(documentId)?.paragraphs ?? [];
    for (const paragraph of paragraphs.filter((each) => each.start < end && start < each.end)) {
      ranked.add(paragraph);
      if (wanted.some((sentence) => paragraph.squeezed.includes(sentence))) return ranked.size;
    }
  }
  return null;
}

/** True if a rank is among the first `k`. */
export function isRecalled(rank: number | null, k: number): boolean {
  return rank !== null && rank <= k;
}

/** One over the rank; 0 where nothing was found. Its mean over cases is the MRR. */
export function reciprocalRank(rank: number | null): number {
  return rank === null ? 0 : 1 / rank;
}
