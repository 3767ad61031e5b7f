/** How much the fault tests do: a short tier with every test run, and the full one with `npm run test:faults`. */
export const isFullTier = process.env.ANNALIST_FAULTS === "full";

export function byTier<T>(short: T, full: T): T {
  return isFullTier ? full : short;
}
