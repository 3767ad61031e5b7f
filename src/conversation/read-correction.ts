/** What a person puts right: the new words and, where it is said, the old ones. */
export interface Correction {
  readonly given: string;
  readonly replaced: string | null;
}

const apology = String.raw`(?:(?:(?:no|nope)(?=\s*[,.!;:–-]|\s+(?:i|not)\b)|sorry|oops|actually|wait|pardon|my mistake|correction|excuse me)\b[\s,.!;:-]*)`;
const meaning = String.raw`(?:(?:i\s+(?:meant?|was asking about|am asking about|(?:wanted|want) to (?:ask|know) about|said)|make (?:that|it)|that should (?:be|have been)|rather)\b[\s,:]*)`;
const leading = new RegExp(`^(?:${apology}+${meaning}?|${meaning})`, "iu");
const notBut = /^not\s+([^,;?.!]{1,60}?)\s*(?:[,;.]\s*(?:but\s+)?|\s+but\s+)(?:rather\s+|i meant?\s+)?(\S[^?]*)/iu;
const butNot = /^(\S[^?,;]{0,80}?)\s*,?\s+(?:and\s+)?not\s+([^,;?.!]{1,60})/iu;
const trailing = /[\s,]+(?:i\s+meant?|rather|instead|sorry|i\s+said|please)[\s.!?]*$/iu;

/** Reads "No, I meant X", "Sorry, X", "not X but Y", "Y, not X" and "X, I mean"; null for anything else. */
export function readCorrection(text: string): Correction | null {
  const opened = leading.exec(text);
  const rest = opened === null ? text : text.slice(opened[0].length);
  if (!/[\p{L}\p{N}]/u.test(rest)) return null;
  const given = rest.replace(trailing, "");
  const isCorrection = opened !== null || given !== rest;
  const excluded = notBut.exec(given);
  if (excluded !== null) return { given: clean(excluded[2] as string), replaced: clean(excluded[1] as string) };
  const excluding = isCorrection || given.length < 60 ? butNot.exec(given) : null;
  if (excluding !== null && !/^(?:what|which|who|when|where|why|how|is|are|was|were|do|does|did)\b/iu.test(given)) {
    return { given: clean(excluding[1] as string), replaced: clean(excluding[2] as string) };
  }
  return isCorrection ? { given: given.trim(), replaced: null } : null;
}

function clean(part: string): string {
  return part.replace(trailing, "").replace(/^[\s,]+|[\s,.!]+$/gu, "");
}
