import { typeOfNoun } from "./head-nouns.ts";

/** A question of one clause, taken apart as far as function words allow. */
export interface AskedClause {
  /** What "it" means behind it, such as "the tower"; null where that can't be told. */
  readonly subject: string | null;
  /** What "he", "she" or "they" means; null where that can't be told, as where it is the very answer. */
  readonly person: string | null;
  /** What follows the question words, for "when" in place of "where": "was the tower built"; null where it has none. */
  readonly predicate: string | null;
}

const preposition = "(?:in|on|at|by|for|from|to|of|with|since|until|during|after|before|under|through)";
const auxiliary = "(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)";
const articles = "(?:the|a|an|this|that|these|those|its|their|his|her)";
/** Past forms that are no participles, with the participle. */
const participles: Readonly<Record<string, string>> = {
  wrote: "written",
  drew: "drawn",
  sang: "sung",
  gave: "given",
  took: "taken",
  began: "begun",
  broke: "broken",
  chose: "chosen",
  stole: "stolen",
  spoke: "spoken",
  flew: "flown",
  wore: "worn",
  threw: "thrown",
  saw: "seen",
};
const sameParticiple =
  /^(?:[a-z]+ed|built|made|won|held|led|lost|bought|sold|found|brought|taught|fought|put|hit|left|met|sent|told|paid|shot|struck|cut|set)$/u;

const allParticiples = new Set([...Object.values(participles), "located", "open", "closed", "known", "born", "grown"]);

const adverbial = new RegExp(
  `^(?:(?:${preposition} )?(?:when|where|why|how|(?:what|which|how) [\\p{L}\\p{N}'-]+(?: [\\p{L}\\p{N}'-]+){0,3}?|whom|what|which)) (?=(${auxiliary}) (.+)$)`,
  "iu",
);
const active = /^(?:who|what|(?:which|what) [\p{L}'-]+) ([\p{L}-]+) (.+)$/iu;
const isArticle = new RegExp(`^${articles}$`, "iu");
const hasPreposition = new RegExp(` ${preposition} `, "iu");
const isNoun = new RegExp(`^(?:${articles} )?[\\p{L}\\p{N}'.&-]`, "iu");

const nothing: AskedClause = { subject: null, person: null, predicate: null };

/** Takes apart a question without its mark: "Where was the tower built", "Who designed the tower". */
export function readClause(question: string): AskedClause {
  const said = /^(?:who|what|where|which|when|how [\p{L}-]+)(?: (?:is|are|was|were)|'s) (?!\p{L}+ing )(.+)$/iu.exec(
    question,
  )?.[1];
  if (said !== undefined && isParticiple(said.split(" ", 1)[0] as string)) return nothing;
  const asked = adverbial.exec(question);
  if (asked !== null) {
    const [, verb = "", rest = ""] = asked;
    const subject = subjectOf(verb.toLowerCase(), rest) ?? (said === undefined ? null : rest);
    return { subject: subject === said ? ownerOf(rest) : subject, person: subject, predicate: `${verb} ${rest}` };
  }
  if (said !== undefined) {
    const isPerson = /^who/iu.test(question);
    const of = said.lastIndexOf(" of ");
    return { subject: !isPerson ? ownerOf(said) : of < 0 ? null : said.slice(of + 4), person: said, predicate: null };
  }
  const [, verb = "", object = ""] = active.exec(question) ?? [];
  if (verb === "" || new RegExp(`^${auxiliary}$`, "iu").test(verb) || !isNoun.test(object)) return nothing;
  const participle = Object.hasOwn(participles, verb)
    ? participles[verb]
    : sameParticiple.test(verb)
      ? verb
      : undefined;
  return { subject: object, person: null, predicate: participle === undefined ? null : `was ${object} ${participle}` };
}

/** "the height of the tower" is about the tower, "the capital of France" about the capital. */
function ownerOf(phrase: string): string {
  const [, attribute = "", owner] = /^(?:.* )?([\p{L}-]+) of (.+)$/u.exec(phrase) ?? [];
  const type = typeOfNoun(attribute.toLowerCase());
  const isAttribute = attribute === "name" || (type !== null && !/^(?:person|place|organisation)$/u.test(type));
  return owner !== undefined && isAttribute ? owner : phrase;
}

/** "the tower built", "the train depart": the words before the verb; null where the verb can't be told. */
function subjectOf(verb: string, rest: string): string | null {
  const words = rest.split(" ");
  const from = isArticle.test(words[0] ?? "") ? 2 : 1;
  if (/^(?:is|are|was|were|has|have|had)$/u.test(verb)) {
    const participle = words.findIndex((word, i) => i >= from && isParticiple(word));
    return participle < 0 ? null : words.slice(0, participle).join(" ");
  }
  // "does the night ferry depart": without a preposition behind it the verb is the last word.
  if (words.length > from && words.length <= from + 4 && !hasPreposition.test(rest))
    return words.slice(0, -1).join(" ");
  return (
    /^(?:the )?\p{Lu}[\p{L}\p{N}'.-]*(?: (?:of |the )?\p{Lu}[\p{L}\p{N}'.-]*)*(?= [\p{Ll}])/u.exec(rest)?.[0] ?? null
  );
}

function isParticiple(word: string): boolean {
  return sameParticiple.test(word) || allParticiples.has(word);
}
