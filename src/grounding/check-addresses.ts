import type { Problem, Statement } from "./statement.ts";

const address =
  /[a-z][a-z0-9+.-]{0,15}:\/\/\S+|\bwww\.\S+|[^\s@]{1,64}@[^\s@]{1,255}|\b(?:[\p{L}\p{Nd}-]{1,63}\.){1,8}[a-z]{2,24}\b/giu;

/** A web or mail address of the claim has to stand in the evidence as it is: a document must not send readers astray. */
export function checkAddresses(claim: Statement, evidence: Statement): readonly Problem[] {
  const known = evidence.text.toLowerCase();
  return [...claim.text.matchAll(address)]
    .map(([found]) => found.replace(/\p{P}+$/u, ""))
    .filter((found) => !known.includes(found.toLowerCase()))
    .map((found) => ({ severity: "unsupported", message: `the address "${found}" is not in the evidence` }));
}
