import type { Clause } from "./clause.ts";
import { invert, isShort, type QuestionDraft } from "./question-draft.ts";
import { duration, isOwnTime, timeInside } from "./time-phrase.ts";

const places =
  /^(?:in|on|at|near|beside|behind|opposite|under|above|inside|outside|next to|between|along|north of|south of|east of|west of) (?:the|an?|\p{Lu}[\p{L}'’.-]*|\d+)(?= |$)/u;
/** "On the day of purchase", "at the end": no places. */
const noPlaces =
  /^(?:in|on|at) (?:the|an?) (?:\p{Ll}+ )?(?:day|week|month|year|time|morning|afternoon|evening|night|moment|beginning|end|start|case|event|age|rate|average|whole|form|way|process)\b/u;
const standing = /^(?:stand|lie|hang|live|meet|begin|start|end|sit)$/u;
const kept =
  /^(?:locate|keep|store|hold|situate|base|buy|display|sell|bury|bake|park|place|find|build|print|publish|show|exhibit|host|make|serve|produce|record|sign|file|list|document)$/u;
/** Verbs that say enough without an object: "when did the market close". */
const complete =
  /^(?:air|appear|arrive|begin|burn|close|collapse|come|crash|debut|die|disappear|emerge|end|expire|fail|fall|fight|finish|fly|graduate|happen|land|launch|leave|lose|marry|meet|move|occur|open|premiere|reopen|resign|resume|retire|return|ripen|rise|sail|sink|start|stop|travel|vote|win)$/u;

/** When, how long and where. */
export function askTimeAndPlace(clause: Clause): readonly QuestionDraft[] {
  return clause.negated ? [] : [...askWhen(clause), ...askHowLong(clause), ...askWhere(clause)];
}

function askWhen(clause: Clause): QuestionDraft[] {
  const groups = timeInside.exec(clause.rest)?.groups;
  if (groups === undefined) return askWhenInFront(clause);
  const time = groups.time ?? "";
  const before = (groups.before ?? "").replace(/^by (?:(?!and )\S+ ?){1,5}$/u, "").replace(/(?:^| )\p{Ll}+ly$/u, "");
  const behind = (groups.behind ?? "").trim();
  const second = timeInside.exec(behind)?.groups;
  const tail = second?.before === "" && second.behind === "" ? behind : "";
  const ends = behind === "" || tail !== "" || /^(?:by|and|or|after|before|from|to|every|each|except)\b/u.test(behind);
  // "Longer hours on Saturdays" were proposed once.
  const recurs = /days\b/u.test(time) && !/^(?:is|are|can|do|does|must|may)$/u.test(clause.auxiliary);
  const isAsked = ends && !recurs && isShort(before, 6) && isOwnTime(before) && leavesNothingOpen(clause, before);
  return isAsked ? [{ kind: "when", parts: invert("when", clause, before, tail || clause.setting), answer: time }] : [];
}

/** "In 1964 a fire destroyed the east wing." */
function askWhenInFront(clause: Clause): QuestionDraft[] {
  const { rest, setting, base, whole, auxiliary } = clause;
  if (!/^(?:in|on) .*\d{4}/u.test(setting) || !/^(?:did|was|were)$/u.test(auxiliary) || base === "be") return [];
  if (!whole || !isShort(rest) || /\d/u.test(rest) || !leavesNothingOpen(clause, rest)) return [];
  return [{ kind: "when", parts: invert("when", clause, rest), answer: setting }];
}

/**
 * "Is open", "was opened", "closed", "destroyed the mill"; not "is a museum", nor "found in 1980 that ...", which leaves
 * open what was found.
 */
function leavesNothingOpen({ base, passive, boundary }: Clause, complement: string): boolean {
  if (base === "be") return /^(?:open|closed|free|available|due|full|empty|busy|quiet)$/u.test(complement);
  if (complement !== "") return !/^(?:every|each)\b/u.test(complement);
  return boundary !== "that" && (passive || complete.test(base));
}

function askHowLong(clause: Clause): QuestionDraft[] {
  const { rest, base, setting, passive, whole } = clause;
  const spent = /^(?:take|last)$/u.test(base) ? rest : /^for /u.test(rest) ? rest.slice(4) : "";
  const answer = duration.exec(spent)?.[0];
  if (answer === undefined || base === "be") return [];
  const behind = spent.slice(answer.length).trim();
  if (behind !== "" && !/^(?:in|on|at|to|before|after|and)\b/u.test(behind)) return [];
  const tail = isShort(behind, 5) && !/^and\b/u.test(behind) && whole ? behind : "";
  return [{ kind: "how", parts: invert(passive ? "for how long" : "how long", clause, tail, setting), answer }];
}

function askWhere(clause: Clause): QuestionDraft[] {
  const { rest, base, passive, main, auxiliary, subject } = clause;
  const isPlace = places.test(rest) && !noPlaces.test(rest) && !/^(?:at|on) \d/u.test(rest);
  if (!isPlace || timeInside.exec(rest)?.groups?.before === "") return [];
  if (base === "be") return [{ kind: "where", parts: ["where", auxiliary, subject], answer: rest }];
  if (standing.test(base)) return [{ kind: "where", parts: invert("where", clause), answer: rest }];
  if (!passive || !kept.test(base)) return [];
  const verb = /^(?:locate|situate)$/u.test(base) ? "" : main;
  return [{ kind: "where", parts: ["where", auxiliary, subject, verb], answer: rest }];
}
