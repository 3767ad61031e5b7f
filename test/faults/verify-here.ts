import { AnnalistError } from "../../src/domain/errors.ts";
import { openToVerify } from "../../src/node/open-to-verify.ts";
import type { Verdict } from "../../src/node/verify-publication.ts";

/** The check before publishing, in this process: what the child process does, without the time that it takes to start. */
export async function verifyHere(folder: string, name: string): Promise<Verdict> {
  try {
    await openToVerify(folder, name);
    return null;
  } catch (error) {
    if (!(error instanceof AnnalistError)) throw error;
    return { reason: error.message, blames: error.message.includes("graph.hnsw") ? "graph" : "files" };
  }
}
