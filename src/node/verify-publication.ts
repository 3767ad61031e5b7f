import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { leastRecall } from "./measure-recall.ts";

/** Null where a generation may be published as it is; otherwise why not, in words. */
export type Verdict = string | null;

const program = fileURLToPath(new URL("./verify-generation.ts", import.meta.url));
const timeoutMs = 600_000;

/**
 * Opens a generation in a process of its own, since a graph that is wrong may end the process that loads it, and asks
 * up to 50 chunks for themselves. `name` is what messages call the generation.
 */
export async function verifyPublication(folder: string, name: string): Promise<Verdict> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, folder, name], { timeout: timeoutMs }, (error, stdout, stderr) => {
      if (error === null) resolve(judge(stdout));
      else if (error.killed === true) resolve(`opening it took longer than ${timeoutMs} ms`);
      else if (typeof error.signal === "string") resolve(`opening it ended the process with ${error.signal}`);
      else resolve(stderr.trim() || error.message);
    });
  });
}

function judge(output: string): Verdict {
  const { recall } = JSON.parse(output) as { readonly recall: number };
  if (recall >= leastRecall) return null;
  return `its graph finds ${(100 * recall).toFixed(1)} % of the nearest chunks, expected at least ${100 * leastRecall} %`;
}
