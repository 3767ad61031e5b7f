const firstHash = 0x811c9dc5;
const hashPrime = 0x01000193;

/**
 * Adds `weight` x a vector of unit length (about) for a word that no table knows, made of its spelling alone: each
 * three characters, the edges of the word included, stand for a fixed random direction of plus and minus ones. So a
 * name that nobody has seen is near itself and its inflections, and nearly orthogonal to everything else.
 */
export function addUnknownWordVector(into: Float64Array, word: string, weight: number): void {
  const characters = ["<", ...word, ">"];
  const trigrams = characters.length - 2;
  // Independent directions add up like a random walk, hence the roots.
  const step = weight / Math.sqrt(trigrams * into.length);
  for (let i = 0; i < trigrams; i++) {
    let state = hash(characters.slice(i, i + 3).join(""));
    for (let j = 0; j < into.length; j++) {
      state = nextRandom(state);
      (into[j] as number) += (state & 0x10000) === 0 ? step : -step;
    }
  }
}

/** FNV-1a over UTF-16 code units, 32 bits, never zero (which would be the fixed point of `nextRandom`). */
function hash(text: string): number {
  let value = firstHash;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), hashPrime);
  return value === 0 ? firstHash : value;
}

/** Marsaglia's xorshift, 32 bits. */
function nextRandom(state: number): number {
  let next = state ^ (state << 13);
  next ^= next >>> 17;
  return next ^ (next << 5);
}
