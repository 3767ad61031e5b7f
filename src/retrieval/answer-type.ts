import type { MentionKind } from "../text/mentions.ts";
import { askedNounType, keywordNounType } from "./asked-noun.ts";

export type AnswerType =
  | "count"
  | "percentage"
  | "money"
  | "date"
  | "time"
  | "duration"
  | "measure"
  | "ordinal"
  | "person"
  | "organisation"
  | "place"
  | "reason"
  | "manner"
  | "list"
  | "yes-no"
  | "thing";

interface Rule {
  readonly type: AnswerType;
  readonly pattern: RegExp;
}

const auxiliary =
  "(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|must)(?:n't)?";
const questionWord = /\b(?:who|whom|whose|what|which|when|where|why|how)(?:'?s)?\b/gu;
const beginsWithAuxiliary = new RegExp(`^(?:(?:and|but|so) )?${auxiliary} (?!\\d)`, "u");
const tagQuestion =
  /,? (?:(?:is|are|was|were|do|does|did|has|have|can|will|would)n't (?:it|he|she|they|there|that)|right|correct|true or false)\s*\?\s*$/u;
const followedByAuxiliary = new RegExp(`^\\p{L}+(?:'?s |,? (?:else |exactly )?${auxiliary}\\b)`, "u");
const clauseAhead = /^(?:when|where) .{3,200}?, (?=(?:in |on |at |to |by |for )?(?:who|what|which|where|why|how)\b)/u;

const longThings =
  "(?:river|runway|bridge|tunnel|road|wall|coast|coastline|cable|railway|canal|ship|beach|border|street|track|pipeline|highway|wingspan)";
const gatherings =
  "(?:crowd|crowds|army|armies|audience|audiences|group|force|forces|population|staff|crew|fleet|family|class|congregation|membership|workforce)";

/** For a clause that begins with "how"; the first that fits decides. */
const howRules: readonly Rule[] = [
  { type: "reason", pattern: /^how (?:come|and why)\b/u },
  { type: "date", pattern: /^how (?:recently|long ago)\b/u },
  { type: "measure", pattern: new RegExp(`^how long (?:is|are|was|were) .{0,60}\\b${longThings}\\b`, "u") },
  {
    type: "duration",
    pattern:
      /^how (?:long|soon)\b|^how many (?:[\p{L}-]+ ){0,2}?(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)\b|^how much (?:\p{L}+ )?time\b/u,
  },
  { type: "time", pattern: /^how (?:early|late)\b/u },
  {
    type: "percentage",
    pattern:
      /^how (?:large|big|small|great|high|much)(?: of)?(?: an?)? (?:percentage|share|proportion|fraction|part)\b/u,
  },
  { type: "ordinal", pattern: /^how (?:high|far|low)\b.{1,120}\b(?:chart|charts|rank|ranking|rankings)\b/u },
  { type: "ordinal", pattern: /^how (?:did|does|do|has|have) .{1,80}\brank(?:ed)?\b/u },
  { type: "count", pattern: new RegExp(`^how (?:large|big|small) (?:\\S+ ){1,5}?${gatherings}\\b`, "u") },
  {
    type: "money",
    pattern:
      /^how (?:much money|many (?:dollars|yuan|euros|pounds))\b|^how much .{1,100}\b(?:cost|costs|pay|paid|spend|spent|earn|earned|worth|sell for|sold|charge|charged)\b/u,
  },
  {
    type: "measure",
    pattern:
      /^how (?:far|tall|high|deep|wide|heavy|large|big|fast|hot|cold|thick|broad)\b|^how many (?:kilomet\w+|met(?:er|re)s|miles|feet|tons|tonnes|kilograms|kilowatts|hectares|acres|mu|square \w+)\b/u,
  },
  { type: "count", pattern: /^how (?:many|much|often|frequently|populous|old)\b/u },
  { type: "manner", pattern: new RegExp(`^how (?:${auxiliary}|to)\\b`, "u") },
];

/** For a clause that begins with "what" or "which"; where none fits, the noun decides. */
const whatRules: readonly Rule[] = [
  {
    type: "reason",
    pattern:
      /^what (?:caused|led|prompted|motivated|made (?!up\b))|^what(?:'?s| is| was| are| were) the (?:\p{L}+ )?(?:reason|cause|purpose|goal|aim|motive|motivation)s?\b|^what (?:reason|purpose)\b/u,
  },
  {
    type: "duration",
    pattern: /^what(?:'?s| is| was) the (?:average|mean|total|longest|shortest|maximum|minimum) time\b/u,
  },
  { type: "list", pattern: /^(?:what|which) (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) \p{L}/u },
  {
    type: "list",
    pattern:
      /^what (?:are|were) (?:the|all|some) (?!.*\b(?:called|known|named|meant|attached|placed)\b)(?!.*ing\W*$)|^(?:what|which) (?:(?:kinds|types|sorts) of )?(?:(?!(?:of|from|in|on|to|for|at|by|with|kind|type|sort|is|are|was|were|did|does|do|has|have|had|can) )[\p{L}'-]+ ){0,3}?(?!(?:year|day|date|month|decade)s )[\p{L}-]+(?<!s|u|i|serie|specie|doe)s (?:are|were|have|did|do|can|should|will|does|has|was|is)\b/u,
  },
];

/** What kind of thing answers a question, by its wording; "thing" where the wording does not say. */
export function answerTypeOf(question: string): AnswerType {
  const folded = question.normalize("NFKC").toLowerCase().replace(/[’]/gu, "'").replace(/\s+/gu, " ").trim();
  if (beginsWithAuxiliary.test(folded)) return "yes-no";
  const clause = askingClause(folded);
  if (clause !== null) return typeOfClause(clause.text, clause.before);
  if (tagQuestion.test(folded) || /^(?:if|whether) /u.test(folded)) return "yes-no";
  if (/\b(?:list|enumerate)\b(?! of)|\bname (?:all|some|two|three|four|five)\b/u.test(folded)) return "list";
  return keywordNounType(folded) ?? "thing";
}

/** The question from its first question word on. Inside a sentence, when and where may only join two clauses. */
function askingClause(folded: string): { readonly text: string; readonly before: string } | null {
  const start = clauseAhead.exec(folded)?.[0].length ?? 0;
  const isOnlyClause = start === 0 && !followedByAuxiliary.test(folded);
  for (const { 0: word, index } of folded.slice(start).matchAll(questionWord)) {
    const at = start + index;
    const text = folded.slice(at);
    const joins = /^whe/u.test(word) && !followedByAuxiliary.test(text);
    if (!joins || (at === 0 && isOnlyClause)) return { text, before: folded.slice(0, at) };
  }
  return null;
}

function typeOfClause(clause: string, before: string): AnswerType {
  if (clause.startsWith("when")) return "date";
  if (clause.startsWith("where")) return "place";
  if (clause.startsWith("why")) return "reason";
  if (clause.startsWith("who")) return "person";
  const fits = ({ pattern }: Rule) => pattern.test(clause);
  if (clause.startsWith("how")) return howRules.find(fits)?.type ?? "thing";
  if (/\b(?:in|by|through) $/u.test(before) && /^(?:what|which) (?:way|means|manner|method)\b/u.test(clause))
    return "manner";
  if (/\b(?:within|for) $/u.test(before) && /^what (?:length of )?time\b/u.test(clause)) return "duration";
  if (/\bin $/u.test(before) && /^(?:what|which) (?:[\p{L}-]+ )?area\b/u.test(clause)) return "place";
  return whatRules.find(fits)?.type ?? askedNounType(clause) ?? "thing";
}

/** Mentions of a number of something. */
export const numberKinds: readonly MentionKind[] = ["count", "percentage", "money", "measure", "duration"];

/** Mentions that answer a question of this type; empty where any words may. */
export const mentionsOf: Readonly<Record<AnswerType, readonly MentionKind[]>> = {
  count: numberKinds,
  percentage: ["percentage"],
  money: ["money"],
  date: ["date", "time"],
  time: ["time"],
  duration: ["duration"],
  measure: ["measure", "count"],
  ordinal: ["ordinal", "count"],
  person: ["person", "name", "organisation"],
  organisation: ["organisation", "name"],
  place: ["place", "name"],
  reason: [],
  manner: [],
  list: [],
  "yes-no": [],
  thing: [],
};
