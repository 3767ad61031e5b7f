import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { BenchmarkResult } from "./benchmark-result.ts";

/** Load time and resident memory of the word vectors, each the best of three fresh processes. */
export function benchWordVectors(modelsDir: string): readonly BenchmarkResult[] {
  const program = fileURLToPath(new URL("./measure-word-vectors.ts", import.meta.url));
  const runs = [1, 2, 3].map(() => {
    const output = execFileSync(process.execPath, ["--expose-gc", program, modelsDir], { encoding: "utf8" });
    return JSON.parse(output) as { loadMs: number; residentMb: number };
  });
  return [
    { name: "word vectors, load", unit: "ms", ours: Math.min(...runs.map((run) => run.loadMs)), peer: null },
    { name: "word vectors, resident", unit: "MB", ours: Math.min(...runs.map((run) => run.residentMb)), peer: null },
  ];
}
