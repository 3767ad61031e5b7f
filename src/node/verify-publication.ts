import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { graphFile } from "../search-index/generation-files.ts";
import { leastRecall } from "./measure-recall.ts";

/** Null where a generation may be published as it is; otherwise why not, and whether it may be without its graph. */
export type Verdict = { readonly reason: string; readonly blames: "graph" | "files" } | null;

const program = fileURLToPath(new URL("./verify-generation.ts", import.meta.url));
const timeoutMs = 600_000;

/**
 * Opens a generation in a process of its own, since a graph that is wrong may end the process that loads it, and asks
 * up to 50 chunks for themselves. `name` is what messages call the generation.
 */
export async function verifyPublication(folder: string, name: string, signal?: AbortSignal): Promise<Verdict> {
  return new Promise((resolve) => {
    const options = { timeout: timeoutMs, ...(signal !== undefined && { signal }) };
    execFile(process.execPath, [program, folder, name], options, (error, stdout, stderr) => {
      if (error === null) resolve(judge(stdout));
      else if (error.killed === true) resolve(graph(`opening it took longer than ${timeoutMs} ms`));
      else if (typeof error.signal === "string") resolve(graph(`opening it ended the process with ${error.signal}`));
      else {
        const reason = stderr.trim() || error.message;
        resolve({ reason, blames: reason.includes(graphFile) ? "graph" : "files" });
      }
    });
  });
}

function judge(output: string): Verdict {
  const { recall } = JSON.parse(output) as { readonly recall: number };
  if (recall >= leastRecall) return null;
  const found = `${(100 * recall).toFixed(1)} % of the nearest chunks`;
  return graph(`its graph finds ${found}, expected at least ${100 * leastRecall} %`);
}

function graph(reason: string): Verdict {
  return { reason, blames: "graph" };
}
