import type { Span } from "../domain/span.ts";
import { isStopWord } from "./stop-words.ts";
import { foldWord } from "./tokenize.ts";

export type MentionKind =
  | "percentage"
  | "money"
  | "date"
  | "time"
  | "duration"
  | "measure"
  | "count"
  | "ordinal"
  | "person"
  | "organisation"
  | "place"
  | "name"
  | "quotation";

/** A stretch of a sentence that could answer a question by itself. Offsets are into the text that was searched. */
export interface Mention extends Span {
  readonly kind: MentionKind;
}

const digits = String.raw`\d+(?:[.,]\d+)*[½¼¾⅓⅔]?`;
const spelled =
  "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozens?)";
const hedge = String.raw`(?:(?:about|around|over|more than|less than|nearly|almost|approximately|at least|at most|up to|some|roughly|under)\s+)?`;
const scale = String.raw`(?:\s+(?:hundred|thousand|million|billion|trillion))*`;
const amount = String.raw`${hedge}(?:${digits}|${spelled}(?:[-\s]${spelled})?)${scale}`;
const month =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
const dayName = "(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)days?";
const units =
  "(?:kilomet(?:er|re)s?|met(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|miles?|feet|foot|inch(?:es)?|yards?|acres?|hectares?|mu|square\\s+\\p{L}+|cubic\\s+\\p{L}+|km²?|m[²³23]?|cm|mm|kg|kilograms?|grams?|micrograms?(?:/m3)?|mg|pounds?|lbs?|ounces?|tons?|tonnes?|kilowatts?|megawatts?|watts?|kWh|kW|MW|GW|volts?|degrees?|°[CF]?|lit(?:er|re)s?|gallons?|TEUs?|bytes?|[KMGT]B|GHz|MHz|Hz|knots|mph|km/h)";
const timeUnits = "(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|centuries|century)";
const currency =
  "(?:yuan|dollars?|euros?|pounds sterling|cents?|rupees?|yen|won|francs?|marks?|rubles?|roubles?|USD|EUR|GBP|RMB|CNY)";

/** In order of precedence: where two overlap, the earlier kind keeps the words. */
const patterns: readonly { readonly kind: MentionKind; readonly pattern: RegExp }[] = [
  {
    kind: "percentage",
    pattern: new RegExp(String.raw`${amount}\s*(?:%|percent\b|per cent\b|percentage points?\b)`, "giu"),
  },
  {
    kind: "money",
    pattern: new RegExp(
      String.raw`${hedge}(?:[$€£¥₹]|US\$|HK\$)\s?${digits}${scale}(?:\s?(?:m|bn|k)\b)?|${amount}\s+(?:US\s+)?${currency}\b`,
      "giu",
    ),
  },
  {
    kind: "time",
    pattern: /(?:\b[0-2]?\d[:.][0-5]\d(?:\s*[ap]\.?m\b\.?)?|\b[0-2]?\d\s*[ap]\.?m\b\.?|\b(?:noon|midnight)\b)/giu,
  },
  {
    kind: "date",
    pattern: new RegExp(
      String.raw`\b(?:${dayName},?\s+)?${month}\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{3,4})?\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?${month}\b\.?(?:,?\s+\d{3,4})?|\b${month}\.?,?\s+(?:of\s+)?\d{3,4}\b|\b\d{4}-\d{2}-\d{2}\b|\b(?:(?:early|mid|late)[-\s])?(?:1[0-9]|20)\d{2}s?(?:\s*[–-]\s*(?:(?:1[0-9]|20)?\d{2}))?(?![\d%.,]*\d)(?!\s*(?:${units}|${currency})\b)|\b(?:(?:early|mid|late)[-\s])?(?:the\s+)?\d{1,2}(?:st|nd|rd|th)\s+centur(?:y|ies)\b|\b${dayName}\b|\b(?:in|of|since|until|by|on|last|this|next)\s+${month}\b(?:\s+(?:last|this|next)\s+year)?|\b(?:last|this|next)\s+(?:year|month|week|quarter|decade|century)\b|\b(?:spring|summer|autumn|fall|winter)\s+of\s+\d{4}`,
      "gu",
    ),
  },
  {
    kind: "duration",
    pattern: new RegExp(
      String.raw`${amount}[-\s]+${timeUnits}\b(?:\s+and\s+a\s+half)?|\bhalf\s+an\s+hour\b|\b(?:an?\s+)(?:hour|day|week|month|year|decade|century)\b`,
      "giu",
    ),
  },
  { kind: "measure", pattern: new RegExp(String.raw`${amount}\s*-?\s*${units}(?!\p{L})`, "giu") },
  {
    kind: "ordinal",
    pattern: /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b/giu,
  },
  { kind: "count", pattern: new RegExp(String.raw`\b${amount}(?![\p{L}\d])`, "giu") },
  { kind: "quotation", pattern: /[“"][^“”"]{2,120}[”"]|(?<![\p{L}\p{N}])[‘'][^‘’']{2,80}['’](?![\p{L}\p{N}])/gu },
];

const particle = "(?:of|the|and|for|de|du|la|le|van|von|der|al|bin|di|da|del|&)";
const capitalised = String.raw`(?:\p{Lu}[\p{L}\p{M}\p{N}'’.&]*(?:[-–]\p{L}[\p{L}\p{M}\p{N}'’]*)*|\p{Lu}\p{M}*)`;
const nameRun = new RegExp(String.raw`${capitalised}(?:\s+(?:${particle}\s+){0,2}${capitalised})*`, "gu");

const organisationWord =
  /\b(?:University|College|Institute|School|Company|Co\.|Corp|Corporation|Inc|Ltd|Agency|Ministry|Department|Bureau|Committee|Commission|Council|Association|Society|Bank|Group|Party|Union|League|Club|Hospital|Centre|Center|Foundation|Organi[sz]ation|Office|Court|Church|Army|Navy|Board|Authority|Press|Records|Studios?|Airlines?|Terminal|Service)\b/u;
const placeWord =
  /\b(?:City|County|Province|State|Island|Islands|River|Lake|Sea|Ocean|Mountain|Mountains|Valley|Bay|Street|Road|Avenue|Park|Airport|Port|District|Region|Desert|Coast|Station|Stadium|Bridge|Square|Railway|Tower|Palace|Castle|Village|Town)\b/u;
const personBefore =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|King|Queen|Prince|Princess|President|Captain|General|Saint|said|named|by|actor|actress|singer|author|writer|director|founder|manager|leader|head)\b\.?,?\s*)$/iu;
const personAfter =
  /^,?\s*(?:said|says|was born|wrote|told|witnessed|who\b|\((?:born|[^)]*\d{4}))|^,\s+(?:an?|the|head|chief|deputy|vice|general|director|founder|president|chairman|professor|manager|minister|spokes\p{L}+)\b/iu;
const placeBefore =
  /\b(?:in|at|from|near|to|towards|into|through|across|north of|south of|east of|west of|outside|around|via)\s+(?:the\s+)?$/iu;

/** Beyond this many code units a sentence is a table or worse, and patterns with optional parts would take long. */
const maxLength = 1500;

/** Every mention of a sentence, in reading order, none overlapping another but quotations, which may hold others. */
export function findMentions(sentence: string): readonly Mention[] {
  const text = sentence.slice(0, maxLength);
  const mentions: Mention[] = [];
  const free = (span: Span) =>
    !mentions.some((each) => each.kind !== "quotation" && span.start < each.end && each.start < span.end);
  for (const { kind, pattern } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const mention = { kind, start: match.index, end: match.index + match[0].length };
      if (kind === "quotation" || free(mention)) mentions.push(mention);
    }
  }
  for (const match of text.matchAll(nameRun)) {
    const mention = { start: match.index, end: match.index + match[0].replace(/[.'’]+$/u, "").length };
    const isName = !isStopWord(foldWord(text.slice(mention.start, mention.end)));
    if (isName && free(mention)) mentions.push({ ...mention, kind: nameKind(text, mention) });
  }
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}

function nameKind(text: string, { start, end }: Span): MentionKind {
  const words = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 30), start);
  if (organisationWord.test(words)) return "organisation";
  if (placeWord.test(words)) return "place";
  if (personBefore.test(before) || personAfter.test(text.slice(end, end + 30))) return "person";
  if (placeBefore.test(before)) return "place";
  return "name";
}
