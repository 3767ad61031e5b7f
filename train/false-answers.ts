/**
 * Share of `unanswerable` confidences that reach the bar under which at most `refusals`, a share, of the `answerable`
 * ones lie. A tie with the bar counts as answered on both sides. Null where either is empty.
 */
export function falseAnswersAt(
  refusals: number,
  answerable: readonly number[],
  unanswerable: readonly number[],
): number | null {
  const sorted = [...answerable].sort((a, b) => a - b);
  const bar = sorted[Math.min(Math.floor(refusals * sorted.length), sorted.length - 1)];
  if (bar === undefined || unanswerable.length === 0) return null;
  return unanswerable.filter((confidence) => confidence >= bar).length / unanswerable.length;
}
