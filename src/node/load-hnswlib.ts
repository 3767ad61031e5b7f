/** The part of hnswlib-node that is used here. */
export type HnswLibrary = Pick<typeof import("hnswlib-node"), "HierarchicalNSW">;

/** The native library, or null where it is not installed or does not load: it is an optional dependency. */
export async function loadHnswlib(): Promise<HnswLibrary | null> {
  try {
    return (await import("hnswlib-node")).default;
  } catch {
    return null;
  }
}

/** What a person is told, once, where the exact scan serves in its place. */
export const hnswlibMissing =
  "hnswlib-node is not installed or does not load here: the exact scan serves (the same answers; slower beyond about " +
  "100,000 passages). To build it, install python3, make and g++, then run: npm ci";
