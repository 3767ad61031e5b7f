import { strict as assert } from "node:assert";
import { loadWordVectors } from "../src/node/load-word-vectors.ts";

// A program of its own, so that nothing else is in memory: loads the word vectors of a folder, looks a word up and
// prints `{"loadMs", "residentMb"}`. Asserts that a common word is there and that its vector has unit length.

const modelsDir = process.argv[2];
assert.ok(modelsDir !== undefined, "usage: node --expose-gc bench/measure-word-vectors.ts MODELS_DIR");
const before = residentBytes();
const start = performance.now();
const words = await loadWordVectors(modelsDir);
const row = words.row("river");
const loadMs = performance.now() - start;
assert.ok(row >= 0, "the word vectors do not know the word river");
const squared = words.vector(row).reduce((sum, value) => sum + value * value, 0);
assert.ok(Math.abs(squared - 1) < 1e-3, `the vector of river has the squared length ${squared}, expected 1`);
console.log(JSON.stringify({ loadMs, residentMb: (residentBytes() - before) / 1_000_000 }));

function residentBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}
