import type { SpanCandidate } from "./span-candidates.ts";

/** Scores this far below the best have no share in what is expected. */
const reach = 8;

/**
 * The span whose tokens are expected to overlap most (F1) with the true answer, the scores taken for a softmax over the
 * spans: where "Lavoisier" and "Antoine Lavoisier" are both likely, each speaks for the other (minimum Bayes risk,
 * after Kumar and Byrne 2004). Those that `isAllowed` refuses are not chosen, yet keep their share. Null where none is
 * left; ties go to the earlier.
 */
export function bestSpan(
  spans: readonly SpanCandidate[],
  scores: readonly number[],
  isAllowed: (span: SpanCandidate) => boolean = () => true,
): { readonly span: SpanCandidate; readonly expected: number } | null {
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const likely = spans.flatMap((span, i) => {
    const below = top - (scores[i] as number);
    return below > reach ? [] : [{ span, share: fallingPower(below) }];
  });
  const total = likely.reduce((sum, { share }) => sum + share, 0);
  let best: SpanCandidate | null = null;
  let most = -1;
  for (const { span } of likely) {
    if (!isAllowed(span)) continue;
    let expected = 0;
    for (const { span: other, share } of likely) {
      const common = Math.min(span.to, other.to) - Math.max(span.from, other.from);
      if (common > 0) expected += (share * 2 * common) / (span.to - span.from + other.to - other.from);
    }
    expected = Math.round((expected / total) * 1e6) / 1e6;
    if (expected > most) {
      best = span;
      most = expected;
    }
  }
  return best === null ? null : { span: best, expected: most };
}

/** (1 - x / 1024) ^ 1024, which is close to e ^ -x: `Math.exp` differs between engines, products do not. */
function fallingPower(x: number): number {
  let power = 1 - x / 1024;
  for (let i = 0; i < 10; i++) power *= power;
  return power;
}
