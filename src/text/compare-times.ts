import type { TimeInterval } from "./time-interval.ts";

/**
 * How the time asked for lies to the times that are stated: `inside` where a stated one holds it, `contains` where
 * it holds a stated one, `none` where nothing is stated.
 */
export type TimeRelation = "equal" | "inside" | "contains" | "overlaps" | "differs" | "none";

const byNearness: readonly TimeRelation[] = ["equal", "inside", "contains", "overlaps", "differs"];

/** The nearest of the relations to any stated time, in the order of `TimeRelation`. */
export function compareTimes(
  asked: Pick<TimeInterval, "from" | "to">,
  stated: readonly Pick<TimeInterval, "from" | "to">[],
): TimeRelation {
  const relations = new Set(stated.map((each) => relationOf(asked, each)));
  return byNearness.find((relation) => relations.has(relation)) ?? "none";
}

function relationOf(asked: Pick<TimeInterval, "from" | "to">, stated: Pick<TimeInterval, "from" | "to">): TimeRelation {
  if (asked.to < stated.from || stated.to < asked.from) return "differs";
  const isInside = asked.from >= stated.from && asked.to <= stated.to;
  const isAround = asked.from <= stated.from && asked.to >= stated.to;
  if (isInside && isAround) return "equal";
  return isInside ? "inside" : isAround ? "contains" : "overlaps";
}
