import { createBreather } from "../search-index/breathe.ts";
import { damagedFile } from "../search-index/damaged-file.ts";
import { graphFile } from "../search-index/generation-files.ts";
import type { DenseParts } from "../search-index/read-generation.ts";

const headerBytes = 96;
const word = Uint32Array.BYTES_PER_ELEMENT;
const labelBytes = 8;
const mostLevels = 64;
/** Elements checked before others may have the thread. */
const elementsAtOnce = 256;

/**
 * Reads a file of hnswlib's `saveIndex` as hnswlib will, and throws an `IndexError` unless every number in it is one
 * that can be followed: hnswlib itself trusts the file, and a wrong one crashes the process or finds wrong neighbours.
 * Takes turns of the event loop in between. Expects what `writeGraph` writes: element i is row i of `vectors`, without deletions.
 */
export async function checkGraphFile({ graph, bytes, vectors, dimension }: DenseParts): Promise<void> {
  const size = vectors.length / dimension;
  const { m } = graph;
  const baseWords = 2 * m + 1;
  const elementBytes = baseWords * word + dimension * word + labelBytes;
  if (bytes.length % word !== 0 || bytes.length < headerBytes + size * (elementBytes + word)) {
    throw damaged(`${bytes.length} bytes`, `room for ${size} elements of ${elementBytes} bytes`);
  }
  const aligned = bytes.byteOffset % word === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, bytes.length / word);
  const { topLevel, entry } = checkHeader(aligned, { graph, size, dimension, elementBytes });
  const checkLinks = (at: number, most: number, isTarget: (element: number) => boolean) => {
    const count = words[at] as number;
    if (count > most) throw damaged(`${count} links at word ${at}`, `at most ${most}`);
    for (let i = 1; i <= count; i++) {
      const target = words[at + i] as number;
      if (target >= size || !isTarget(target)) throw damaged(`a link to ${target} at word ${at + i}`, "an element");
    }
  };

  const data = new Uint32Array(vectors.buffer, vectors.byteOffset, vectors.length);
  const checkElement = (element: number) => {
    const at = (headerBytes + element * elementBytes) / word;
    checkLinks(at, 2 * m, () => true);
    for (let i = 0; i < dimension; i++) {
      if (words[at + baseWords + i] !== data[element * dimension + i]) {
        throw damaged(`another vector for element ${element}`, "the one in vectors.bin");
      }
    }
    const label = at + baseWords + dimension;
    if (words[label] !== element || words[label + 1] !== 0) {
      throw damaged(`label ${words[label]} on element ${element}`, `${element}`);
    }
  };
  const breathe = createBreather();
  for (let element = 0; element < size; element++) {
    if (element % elementsAtOnce === 0) await breathe();
    checkElement(element);
  }

  const upper = readUpperLevels(words, { from: (headerBytes + size * elementBytes) / word, size, m });
  if (upper.levels[entry] !== topLevel) throw damaged(`entry point ${entry}`, `an element of level ${topLevel}`);
  for (const [element, levels] of upper.levels.entries()) {
    if (element % elementsAtOnce === 0) await breathe();
    if (levels > topLevel) throw damaged(`level ${levels} of element ${element}`, `at most ${topLevel}`);
    for (let level = 1; level <= levels; level++) {
      const at = (upper.starts[element] as number) + (level - 1) * (m + 1);
      checkLinks(at, m, (target) => (upper.levels[target] as number) >= level);
    }
  }
}

function checkHeader(
  bytes: Uint8Array<ArrayBuffer>,
  expected: { graph: DenseParts["graph"]; size: number; dimension: number; elementBytes: number },
): { readonly topLevel: number; readonly entry: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { graph, size, dimension, elementBytes } = expected;
  const dataOffset = (2 * graph.m + 1) * word;
  const fields = [
    ["offset of the base level", 0, 0],
    ["capacity", 8, size],
    ["number of elements", 16, size],
    ["bytes an element", 24, elementBytes],
    ["offset of the label", 32, dataOffset + dimension * word],
    ["offset of the vector", 40, dataOffset],
    ["maxM", 56, graph.m],
    ["maxM0", 64, 2 * graph.m],
    ["M", 72, graph.m],
    ["efConstruction", 88, graph.efConstruction],
  ] as const;
  for (const [name, offset, value] of fields) {
    const found = view.getBigUint64(offset, true);
    if (found !== BigInt(value)) throw damaged(`${name} ${found}`, `${value}`);
  }
  const multiplier = view.getFloat64(80, true);
  if (!(Math.abs(multiplier - 1 / Math.log(graph.m)) < 1e-9)) throw damaged(`multiplier ${multiplier}`, "1 / ln(M)");
  const topLevel = view.getInt32(48, true);
  const entry = view.getUint32(52, true);
  if (topLevel < 0 || topLevel > mostLevels) throw damaged(`top level ${topLevel}`, `0 to ${mostLevels}`);
  if (entry >= size) throw damaged(`entry point ${entry}`, `an element below ${size}`);
  return { topLevel, entry };
}

/** The level of each element, and the word at which its links above the base level start. */
function readUpperLevels(
  words: Uint32Array,
  { from, size, m }: { from: number; size: number; m: number },
): { readonly levels: Uint32Array; readonly starts: Uint32Array } {
  const levels = new Uint32Array(size);
  const starts = new Uint32Array(size);
  const levelBytes = (m + 1) * word;
  let at = from;
  for (let element = 0; element < size; element++) {
    const bytes = words[at];
    if (bytes === undefined || bytes % levelBytes !== 0) {
      throw damaged(`${bytes ?? "no"} bytes of upper links for element ${element}`, `a multiple of ${levelBytes}`);
    }
    levels[element] = bytes / levelBytes;
    starts[element] = at + 1;
    at += 1 + bytes / word;
  }
  if (at !== words.length) throw damaged(`${words.length * word} bytes`, `${at * word}`);
  return { levels, starts };
}

function damaged(found: string, expected: string) {
  return damagedFile(graphFile, found, expected);
}
