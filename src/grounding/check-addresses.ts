import { type Finding, met, unmet } from "./finding.ts";
import type { Statement } from "./statement.ts";

const address =
  /[a-z][a-z0-9+.-]{0,15}:\/\/\S+|\bwww\.\S+|[^\s@]{1,64}@[^\s@]{1,255}|\b(?:[\p{L}\p{Nd}-]{1,63}\.){1,8}[a-z]{2,24}\b/giu;

/** A web or mail address of the claim has to stand in the evidence as it is: a document must not send readers astray. */
export function checkAddresses(claim: Statement, evidence: Statement): readonly Finding[] {
  const known = evidence.text.toLowerCase();
  return [...claim.text.matchAll(address)].map(({ 0: raw, index }) => {
    const found = raw.replace(/\p{P}+$/u, "");
    const span = { start: index, end: index + found.length };
    const place = known.indexOf(found.toLowerCase());
    // Lower case may be longer than what it was made from: then the place is not known.
    const end = place + found.length;
    const evidenceSpan = known.length === evidence.text.length ? { start: place, end } : null;
    if (place >= 0) return met("name", span, evidenceSpan);
    const message = `the address "${found}" is not in the evidence`;
    return unmet("name", { claim: span, evidence: null, severity: "unsupported", message });
  });
}
