import type { Case } from "./case.ts";
import type { PreparedDocument } from "./evaluation-document.ts";
import { squeezeWhiteSpace } from "./on-evidence.ts";

/** Training, tuning and looking at failures use the tuning half alone; gates look at the gating half alone. */
export type Half = "tuning" | "gating";

/**
 * The half of every case, in order. A case gates when the first byte of the SHA-256 of its document's file name is odd,
 * so sets over the same documents share one split. Where the set has one document, the case is a conversation, or no
 * document holds its evidence or its closest sentence, its id takes the place of the file name.
 */
export function splitCases(cases: readonly Case[], documents: readonly PreparedDocument[]): Promise<readonly Half[]> {
  const byName = [...documents].sort((a, b) => (a.fileName < b.fileName ? -1 : a.fileName > b.fileName ? 1 : 0));
  return Promise.all(cases.map((each) => halfOf(splitKey(each, byName))));
}

function splitKey(testCase: Case, documents: readonly PreparedDocument[]): string {
  if (documents.length < 2 || testCase.history.length > 0) return testCase.id;
  return documentOf(testCase, documents)?.fileName ?? testCase.id;
}

/** The first document that holds an evidence sentence or, for a near miss, the closest one. */
function documentOf({ evidence, closest }: Case, documents: readonly PreparedDocument[]): PreparedDocument | undefined {
  for (const sentence of [...evidence, ...(closest === null ? [] : [closest])]) {
    const squeezed = squeezeWhiteSpace(sentence);
    const found = documents.find((document) => document.squeezed.includes(squeezed));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `gating` when the first byte of the key's SHA-256 is odd. */
export async function halfOf(key: string): Promise<Half> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  return (new Uint8Array(digest)[0] ?? 0) % 2 === 1 ? "gating" : "tuning";
}
