import { textAt } from "./time-reading.ts";
import type { TimeToken } from "./time-tokens.ts";

/** Words after which a number names a thing, not a year; a fiscal year is no calendar year. */
const namesThing =
  /^(?:version|v|ver|release|build|no|nos|number|numbers|model|article|page|pages|p|pp|room|section|chapter|route|flight|highway|rfc|iso|gb|din|iec|ieee|astm|en|line|code|item|table|figure|fig|serial|windows|office|fiscal|financial|fy|unit|lot|postcode|zip)$/u;
/** Words after which a number is an amount. */
const leadsAmount =
  /^(?:than|nearly|almost|over|exceed|exceeds|exceeded|exceeding|reach|reaches|reached|reaching|total|totals|totalled|totaled|totaling|totalling|least|most|approximately|roughly|some|only|just|another|additional|plus|minus|times|x|weighs|costs?|per|averages?|averaged|averaging|equals?)$/u;
const countedBefore =
  /^(?:total|number|count|sum|average|population|capacity|amount|maximum|minimum|altitude|height)$/u;
/** What stands before a year of another century than these two; anything else makes it an amount. */
const leadsOldYear =
  /^(?:in|since|until|till|during|from|between|before|after|of|circa|ca|c|year|early|mid|late|through|or|winter|spring|summer|autumn|on|the|around|about|ad|[([])$/u;
/** "rose by 2000" is an amount, "by 2020" a year. */
const changes =
  /^(?:rise|rises|rose|risen|increased?|increases|fell|falls?|fallen|dropped|drops?|declined?|decreased?|grew|grows?|grown|reduced?|cut|up|down)$/u;
const surelyLeadsYear =
  /^(?:in|since|until|till|during|circa|year|early|mid|late|by|winter|spring|summer|autumn|the|from|between)$/u;
/** "compared to 2020" names a year, "rose to 2020" an amount. */
const leadsToYear = /^(?:compared|prior|up|back|relative)$/u;
const unit =
  /^(?:hundred|thousand|million|billion|trillion|percent|per|percentage|people|persons|men|women|children|yuan|dollars?|euros?|rmb|usd|cny|gbp|yen|won|cents?|kilomet(?:er|re)s?|met(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|miles?|feet|foot|ft|inch(?:es)?|yards?|acres?|hectares?|mu|square|cubic|km|cm|mm|m|kg|g|mg|kilograms?|grams?|pounds?|lbs?|ounces?|tons?|tonnes?|t|kilowatts?|megawatts?|gigawatts?|watts?|kwh|kw|mw|gw|volts?|v|degrees?|lit(?:er|re)s?|gallons?|l|ml|teus?|bytes?|kb|mb|gb|tb|hz|khz|mhz|ghz|knots|mph|rpm|seconds?|minutes?|hours?|hrs?|days?|weeks?|months?|years?|decades?|centuries|points?|pieces?|units?|sets?|pairs?|kinds?|types?|times|bc|bce|fiscal|financial|bp|ppm|calories|kcal|odd|such)$/u;
/** Lower-case words that end in s without being a plural. */
const noPlural =
  /(?:ss|us|is)$|^(?:was|has|as|this|does|its|plus|versus|vs|goes|sees|perhaps|always|towards|afterwards|onwards|besides)$/u;
/** Marks that, set right before a number, make something else of it. */
const spoilsBefore = /^[.,:/_#$€£¥₹@=+~^*&%\\<>|]$/u;
const spoilsAfter = /^[%‰°$€£¥_@#+=&^*\\/²³½¼¾]$/u;

export interface YearPlace {
  /** Tokens that belong to the year: 1, more for a range such as "2013-14". */
  readonly length?: number;
  /** A month, a quarter or an "of the spring" stands before it, or an earlier year that it continues. */
  readonly expected?: boolean;
}

/** True for digits that stand alone: no part of a word, a decimal, a thousands group, an amount or an identifier. */
export function isWholeNumber(tokens: readonly TimeToken[], at: number, length = 1): boolean {
  if (tokens[at]?.kind !== "digits") return false;
  return !isSpoiledBefore(tokens, at) && !isSpoiledAfter(tokens, at + length);
}

/** Whether the four digits at `at` are a calendar year, judged by the words around them. */
export function isYear(
  tokens: readonly TimeToken[],
  at: number,
  { length = 1, expected = false }: YearPlace = {},
): boolean {
  const digits = textAt(tokens, at);
  if (!/^(?:1\d|2[01])\d\d$/u.test(digits) || !isWholeNumber(tokens, at, length)) return false;
  const before = textAt(tokens, at - 1);
  const after = tokens[at + length];
  if (
    namesThing.test(before) ||
    (before === "year" && /^(?:fiscal|financial|tax|school|academic)$/u.test(textAt(tokens, at - 2)))
  )
    return false;
  if (after !== undefined && after.kind !== "mark" && unit.test(after.text)) return false;
  if (before === "." && namesThing.test(textAt(tokens, at - 2))) return false;
  if (isAmountRange(tokens, at + length)) return false;
  const round = digits.endsWith("00");
  const plural =
    after?.kind === "word" &&
    !after.capital &&
    after.text.endsWith("s") &&
    after.text.length > 2 &&
    !noPlural.test(after.text);
  // "in March, 2000 boats" counts them; "March 2000 sales" does not.
  if (expected) return !(plural && round && /^(?:,|to|and|-|–|—)$/u.test(before));
  const lead = textAt(tokens, at - 2);
  const comparesTime =
    (before === "than" && /^(?:later|earlier|sooner)$/u.test(lead)) ||
    (before === "as" && /^(?:early|late)$/u.test(lead));
  if (comparesTime) return !plural;
  if (leadsAmount.test(before) || (before === "of" && countedBefore.test(lead))) return false;
  if (plural && (round || !surelyLeadsYear.test(before))) return false;
  if (before === "by") return !(round && digits < "1900") && !changes.test(lead);
  if (before === "to") return leadsToYear.test(lead);
  return digits >= "1900" && digits < "2100" ? true : length > 1 || leadsOldYear.test(before);
}

/** "1500 to 1800 tons": the unit behind the second number is the first one's too. */
function isAmountRange(tokens: readonly TimeToken[], joint: number): boolean {
  if (!/^(?:to|-|–|—|and|or)$/u.test(textAt(tokens, joint)) || tokens[joint + 1]?.kind !== "digits") return false;
  const after = tokens[joint + 2];
  return after !== undefined && (after.text === "%" || (after.kind === "word" && unit.test(after.text)));
}

function isSpoiledBefore(tokens: readonly TimeToken[], at: number): boolean {
  if (tokens[at]?.glued !== true) return false;
  const before = tokens[at - 1];
  if (before === undefined || before.kind !== "mark") return before !== undefined;
  if (spoilsBefore.test(before.text)) return true;
  if (!/^[-–—'’]$/u.test(before.text) || !before.glued) return false;
  const lead = tokens[at - 2];
  return lead !== undefined && lead.kind !== "mark" && !/^(?:mid|early|late|pre|post)$/u.test(lead.text);
}

function isSpoiledAfter(tokens: readonly TimeToken[], at: number): boolean {
  const after = tokens[at];
  if (after === undefined || !after.glued) return after?.text === "%" || after?.text === "°";
  if (after.kind !== "mark") return true;
  if (spoilsAfter.test(after.text)) return true;
  const beyond = tokens[at + 1];
  if (!/^[.,:\-–]$/u.test(after.text) || beyond?.glued !== true) return false;
  return beyond.kind === "digits" || (after.text === "-" && beyond.kind === "word" && beyond.text !== "present");
}
