import type { MentionKind } from "../text/mentions.ts";

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

const rules: readonly { readonly type: AnswerType; readonly pattern: RegExp }[] = [
  {
    type: "percentage",
    pattern:
      /\b(?:what|which|how (?:much|many|large|big|high)|by what)\b.{0,40}\b(?:percent(?:age)?|per cent|share|proportion|fraction|rate)\b|%/u,
  },
  {
    type: "money",
    pattern:
      /\bhow much (?:money|did .{1,60} (?:cost|pay|spend|earn|sell for|charge)|does .{1,60} (?:cost|pay|earn|charge)|is .{1,60} worth|was .{1,60} (?:worth|paid|sold|spent))\b|\b(?:price|cost|salary|budget|revenue|profit|gdp|value in (?:dollars|yuan|euros)|how many (?:dollars|yuan|euros|pounds))\b/u,
  },
  {
    type: "duration",
    pattern:
      /\bhow long\b|\bhow many (?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)\b|\bfor how (?:long|many)\b|\bhow old\b/u,
  },
  {
    type: "time",
    pattern: /\b(?:what|which) (?:time|hour)\b|\bat what (?:time|hour|o'?clock)\b|\bhow (?:early|late)\b|\bo'?clock\b/u,
  },
  {
    type: "date",
    pattern:
      /^when\b|\bwhen\b (?:did|was|were|is|are|will|does|do|has|have|had)|\b(?:what|which) (?:year|date|day|month|century|decade|quarter|season)\b|\bsince when\b|\bin what year\b|\bhow (?:recently|long ago)\b/u,
  },
  {
    type: "measure",
    pattern:
      /\bhow (?:far|tall|high|deep|wide|heavy|large|big|fast|hot|cold|strong|thick)\b|\bwhat (?:area|distance|height|depth|width|weight|length|size|speed|temperature|capacity)\b|\bhow many (?:kilomet\w+|met(?:er|re)s|miles|feet|tons|tonnes|kilograms|kilowatts|hectares|acres|mu|square \w+)\b/u,
  },
  {
    type: "count",
    pattern:
      /\bhow many\b|\bhow much\b|\bwhat number\b|\bthe (?:total )?number of\b|\bhow often\b|\bhow populous\b|\bwhat (?:is|was|were) the population\b/u,
  },
  {
    type: "count",
    pattern:
      /^what (?:is|was|were|are) (?:the |its |their )?(?:[\p{L}-]+ ){0,4}?(?:throughput|volume|output|amount|total|concentration|capacity|population|turnover|production|yield|score|tally)\b/u,
  },
  {
    type: "reason",
    pattern:
      /^(?:and |but |so )?why\b|\bwhy (?:did|was|were|is|are|do|does|has|have)\b|\bwhat (?:caused|made|led|prompted|motivated)\b|\bwhat (?:was|is|were|are) the (?:reason|cause|purpose|goal|aim|motive)s?\b|\bfor what (?:reason|purpose)\b|\bhow come\b/u,
  },
  {
    type: "person",
    pattern:
      /\bwho(?:m|se)?\b|\b(?:what|which) (?:person|man|woman|actor|actress|author|singer|scientist|king|queen|president|player|leader|founder|artist|writer|composer|director)\b/u,
  },
  {
    type: "place",
    pattern:
      /^(?:and )?where\b|\bwhere (?:did|was|were|is|are|do|does|can|will|has|have)\b|\b(?:what|which) (?:country|city|town|state|place|region|river|lake|continent|county|province|location|island|street|district|village|station|port)\b|\bin what (?:country|city|place|state)\b/u,
  },
  {
    type: "organisation",
    pattern:
      /\b(?:what|which) (?:company|organi[sz]ation|agency|university|school|team|club|party|band|institution|ministry|newspaper|publisher|hospital|network|studio|church|bank)\b/u,
  },
  { type: "ordinal", pattern: /\b(?:what|which) (?:rank|place did|position)\b|\bhow (?:did|does|do) .{1,60} rank\b/u },
  {
    type: "manner",
    pattern:
      /^(?:and )?how (?:did|does|do|is|are|was|were|can|could|has|have|will)\b|\bin what way\b|\bby what means\b/u,
  },
  {
    type: "list",
    pattern:
      /\b(?:list|name|enumerate) (?:the|all|some|two|three|four|five)\b|\bwhat (?:are|were) (?:the|all)\b|\bwhich (?:\w+ ){0,2}\w+s (?:are|were|have|has|did|do)\b/u,
  },
  { type: "yes-no", pattern: /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\b/u },
];

/** What kind of thing answers a question, by its wording; "thing" where the wording does not say. */
export function answerTypeOf(question: string): AnswerType {
  const folded = question.normalize("NFKC").toLowerCase().replace(/[’]/gu, "'").trim();
  return rules.find(({ pattern }) => pattern.test(folded))?.type ?? "thing";
}

const number: readonly MentionKind[] = ["count", "percentage", "money", "measure", "duration"];

/** Mentions that answer a question of this type; empty where any words may. */
export const mentionsOf: Readonly<Record<AnswerType, readonly MentionKind[]>> = {
  count: number,
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
