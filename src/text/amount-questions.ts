import { type Clause, plainWords, readPredicate } from "./clause.ts";
import { isPointing, lowerFirst } from "./noun-phrase.ts";
import { invert, isShort, type QuestionDraft } from "./question-draft.ts";
import { timeInside } from "./time-phrase.ts";

const hedge =
  "(?:about|around|over|more than|less than|nearly|almost|approximately|at least|at most|up to|roughly|exactly|only|a total of)";
const figure =
  "(?:\\d+(?:[.,]\\d+)*(?: (?:hundred|thousand|million|billion|trillion))?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?(?: (?:hundred|thousand|million))?)";
const ending =
  "(?= (?:in|on|at|from|for|with|to|between|per|during|and|by|under|over|near|across|after|before|through|into|a)\\b|$)";
const plural = "(?:\\p{L}*(?!s)\\p{L}s|people|children|men|women|mice|loaves)";
const counted: RegExp = new RegExp(
  `^(?<answer>(?:${hedge} )?${figure}) (?<nouns>(?:(?!and |or |fewer |further |additional |extra |more )[\\p{L}-]+ ){0,4}?${plural})${ending}`,
  "iu",
);
const unit =
  "(?:(?:square |cubic )?(?:kilo|centi|milli)?met(?:er|re)s?|miles?|feet|foot|inch(?:es)?|hectares?|acres?|km|cm|mm|kg|(?:kilo|milli)?grams?|g|tons?|tonnes?|lit(?:er|re)s?|degrees(?: Celsius)?|°C|years?|seconds?|minutes?|hours?|days?|weeks?|months?|percent|per cent|yuan|dollars?|euros?|pounds?|%|knots|watts|kilowatts|megawatts)";
const value: RegExp = new RegExp(
  `^(?:${hedge} )?(?:[$€£¥]\\d+(?:[.,]\\d+)*(?: (?:thousand|million|billion|trillion))?|${figure}(?: ?${unit}(?![\\p{L}]))?)`,
  "iu",
);
const dimension: RegExp = new RegExp(
  `^(?<answer>(?:${hedge} )?${figure} ?${unit}) (?<adjective>tall|high|long|wide|deep|old|thick|heavy)(?=$| )`,
  "iu",
);
const measured =
  /(?:^| )(?:capacity|price|cost|fee|budget|temperature|population|height|length|width|depth|weight|area|speed|number|total|output|share|rate|rent|fine|limit|salary|deposit|distance|age|turnover|revenue|profit|throughput|volume|size|duration|ratio|surplus|deficit|deadline|maximum|minimum|thickness|hydration|charge|tariff|levy|grant|concentration|proportion|density|attendance)(?= (?:of|for|in|at|per)\b|$)/u;
const shareOfWhole: RegExp = new RegExp(
  `^for (?<answer>(?:${hedge} )?\\d+(?:\\.\\d+)? ?(?:%|percent|per cent)) of (?<whole>[^,;:()]+)$`,
  "iu",
);
const isUnit: RegExp = new RegExp(`^(?:${unit}|of|to|times|o'clock|cents?|percentage)(?= |$)`, "iu");
const temperature = /^(?<before>(?:(?!at )\S+ ){0,4}?)at (?<answer>\d+(?: ?(?:°[CF]?|degrees(?: Celsius)?)))(?=$| )/u;
const reached = /^(?:reach|exceed|total|average)$/u;
const moved = /^(?:rise|fall|grow|drop|increase|decrease|climb|shrink)$/u;

/** How many, how much, how tall, at what temperature, and the value of a named quantity. */
export function askAmount(clause: Clause): readonly QuestionDraft[] {
  if (clause.negated) return [];
  return [
    ...askHowMany(clause),
    ...askDimension(clause),
    ...askValue(clause),
    ...askProperty(clause),
    ...askShare(clause),
    ...askTemperature(clause),
  ];
}

function askHowMany(clause: Clause): QuestionDraft[] {
  const { rest, setting, base } = clause;
  const found = counted.exec(rest)?.groups;
  if (
    found === undefined ||
    /^(?:be|account|place|put|set|spend)$/u.test(base) ||
    reached.test(base) ||
    moved.test(base)
  )
    return [];
  if (/\p{Lu}{2}/u.test(found.nouns ?? "") || isUnit.test(found.nouns ?? "")) return [];
  const { nouns = "", answer = "" } = found;
  const when = timeInside.exec(rest.slice(answer.length + nouns.length + 1))?.groups;
  const tail = when?.before === "" && when.behind === "" ? (when.time ?? "") : setting;
  return [{ kind: "amount", parts: invert(`how many ${nouns}`, clause, tail), answer }];
}

function askDimension(clause: Clause): QuestionDraft[] {
  const { rest, base, setting } = clause;
  const found = base === "be" ? dimension.exec(rest)?.groups : undefined;
  if (found !== undefined) {
    return [{ kind: "how", parts: invert(`how ${found.adjective}`, clause), answer: found.answer ?? "" }];
  }
  const amount = value.exec(rest)?.[0];
  if (amount === undefined || !/^(?:cost|weigh)$/u.test(base)) return [];
  return [{ kind: "amount", parts: invert("how much", clause, setting), answer: amount }];
}

function askValue(clause: Clause): QuestionDraft[] {
  const { rest, base, subject, auxiliary, setting } = clause;
  const amount = value.exec(moved.test(base) ? rest.replace(/^to /u, "") : rest)?.[0];
  if (
    amount === undefined ||
    (moved.test(base) && !/^to /u.test(rest)) ||
    !measured.test(subject) ||
    !/\d/u.test(amount)
  )
    return [];
  if (rest.split(" ").some(isPointing)) return [];
  if (!isShort(rest.slice(rest.indexOf(amount) + amount.length).trim(), 6)) return [];
  const when = timeInside.exec(rest)?.groups;
  const tail = when?.behind === "" ? (when.time ?? "") : setting;
  if (base === "be") return [{ kind: "amount", parts: ["what", auxiliary, subject, tail], answer: amount }];
  if (!reached.test(base) && !moved.test(base)) return [];
  if (auxiliary === "did") return [{ kind: "amount", parts: ["what was", subject, tail], answer: amount }];
  return /^ha(?:s|ve)$/u.test(auxiliary)
    ? [{ kind: "amount", parts: ["what", auxiliary === "has" ? "is" : "are", subject, tail], answer: amount }]
    : [];
}

/** "The loaf has a hydration of 74 percent". */
function askProperty({ rest, base, subject, auxiliary }: Clause): QuestionDraft[] {
  const found = /^an? (?<noun>(?:\p{Ll}+ )?\p{Ll}+) of (?<amount>.+)$/u.exec(rest)?.groups;
  const amount = value.exec(found?.amount ?? "")?.[0];
  if (found === undefined || amount === undefined || !/\d/u.test(amount) || !measured.test(found.noun ?? "")) return [];
  if (base === "cover" && auxiliary === "does")
    return [{ kind: "amount", parts: ["how large an area does", subject, "cover"], answer: amount }];
  if (base !== "have" || !/^(?:does|did)$/u.test(auxiliary)) return [];
  const verb = auxiliary === "did" ? "was" : "is";
  return [{ kind: "amount", parts: ["what", verb, "the", found.noun ?? "", "of", subject], answer: amount }];
}

/** "Services accounted for 40% of exports in 2022". */
function askShare(clause: Clause): QuestionDraft[] {
  const found = shareOfWhole.exec(clause.rest)?.groups;
  if (clause.base !== "account" || found === undefined) return [];
  const { answer = "", whole = "" } = found;
  return [{ kind: "amount", parts: invert(`what percentage of ${whole}`, clause, "for", clause.setting), answer }];
}

function askTemperature(clause: Clause): QuestionDraft[] {
  const found = temperature.exec(clause.rest)?.groups;
  if (found === undefined || clause.main === "") return [];
  const { before = "", answer = "" } = found;
  return [{ kind: "how", parts: invert("at what temperature", clause, before), answer }];
}

/** "Eight headquarters have moved", "There are 12 rooms in the mill", "About 40 percent of the containers held timber". */
export function askCountedSubject(sentence: string): readonly QuestionDraft[] {
  const line = sentence.replace(/\s+/gu, " ").replace(/[.!]$/u, "");
  const found = subjectCounted.exec(line)?.groups;
  if (found !== undefined) {
    const { nouns = "", answer = "", predicate = "", place = "", time = "" } = found;
    const [verb = "", ...behind] = (plainWords(`X ${predicate}`) ?? []).slice(1);
    const { rest, whole } = readPredicate(behind);
    const cut = `${verb} ${rest}`;
    if (isUnit.test(nouns) || !whole) return [];
    const parts = ["how many", nouns, place, cut, lowerFirst(time)];
    return isShort(cut, 9) && cut.includes(" ") ? [{ kind: "amount", parts, answer }] : [];
  }
  const there = thereCounted.exec(line)?.groups;
  if (there !== undefined) {
    const { nouns = "", answer = "", verb = "", place = "" } = there;
    return isShort(place, 6) ? [{ kind: "amount", parts: ["how many", nouns, verb, "there", place], answer }] : [];
  }
  const share = shareOf.exec(line)?.groups;
  if (share === undefined) return [];
  const { answer = "", predicate = "" } = share;
  return isShort(predicate, 9) ? [{ kind: "amount", parts: ["what percentage of", predicate], answer }] : [];
}

const leadTime = "(?<time>(?:In|Since|During) (?:[A-Z][a-z]+ )?(?:1\\d|20)\\d{2})";
const subjectCounted: RegExp = new RegExp(
  `^(?:${leadTime},? )?(?<answer>(?:${hedge} )?${figure}) (?<nouns>(?:(?!and |or )[\\p{L}-]+ ){0,4}?${plural})(?<place> in [\\p{Lu}][\\p{L}]+)? (?<predicate>(?:have|are|were|had) .+)$`,
  "iu",
);
const thereCounted: RegExp = new RegExp(
  `^There (?<verb>are|were) (?<answer>(?:${hedge} )?${figure}) (?<nouns>(?:(?!and |or )[\\p{L}-]+ ){0,4}?${plural}) (?<place>(?:in|on|at) [^,;:()]+)$`,
  "iu",
);
const shareOf: RegExp = new RegExp(
  `^(?<answer>(?:${hedge} )?\\d+(?:\\.\\d+)? ?(?:%|percent|per cent)) of (?<predicate>the [^,;:()]+)$`,
  "iu",
);
