/** How much the load tests do: a short tier with every test run, and the full one with `npm run test:load`. */
export const isFullTier = process.env.ANNALIST_LOAD === "full";

export function byTier<T>(short: T, full: T): T {
  return isFullTier ? full : short;
}

/** A line of figures, for a person to read: times and memory are told, never asserted. */
export function report(what: string, figures: Readonly<Record<string, number | string>>): void {
  const told = Object.entries(figures).map(
    ([name, value]) => `${name} ${typeof value === "number" ? Math.round(value * 1000) / 1000 : value}`,
  );
  console.log(`load: ${what}: ${told.join(", ")}`);
}
