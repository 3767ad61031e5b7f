import type { Casing } from "./casing.ts";
import type { Clause } from "./clause.ts";
import { isNameRun, lowerFirst } from "./noun-phrase.ts";
import { describesPerson } from "./person-questions.ts";
import { invert, isShort, type QuestionDraft } from "./question-draft.ts";
import { isOwnTime, timeInside } from "./time-phrase.ts";

const decision =
  /^(?:approve|reject|adopt|introduce|add|remove|replace|publish|launch|receive|award|sign|purchase|buy|sell|drop|fix|rename|deprecate|support|discuss|acquire|grant|build|donate|win|deliver|improve|elect|appoint|achieve)$/u;
const lasting =
  /^(?:require|contain|include|need|produce|replace|explain|show|use|provide|measure|feature|house|sell|link|connect)$/u;

/** What something is, is made of, did or needs, and which version did it. */
export function askThing(clause: Clause, casing: Casing): readonly QuestionDraft[] {
  if (clause.negated) return [];
  return [...askWhatIs(clause, casing), ...askMadeOf(clause), ...askObject(clause), ...askVersion(clause)];
}

/** "A biga is a stiff dough": what a kind of thing is, or what a name stands for. */
function askWhatIs({ base, rest, subject, auxiliary }: Clause, casing: Casing): QuestionDraft[] {
  if (base !== "be" || !/^(?:is|are|was|were)$/u.test(auxiliary) || !/^(?:an?|the) \p{L}[\p{L}-]* \p{L}+/u.test(rest))
    return [];
  const head = subject.split(/ (?:of|in|on|at|for|to|from|with) /u)[0] ?? "";
  if (
    /^the (?:\p{Ll}{2,}est|first|only|main|most \p{Ll}+) /u.test(subject) &&
    !/(?:er|or|ist|ian|ant|ent|man|woman)s?$/u.test(head)
  )
    return [{ kind: "what", parts: ["what", auxiliary, subject], answer: rest }];
  const words = subject.replace(/^the (?=\p{Lu})/u, "").split(" ");
  const isKind = /^an? /u.test(subject) && words.length <= 4;
  const isNamed = isNameRun(words) && words.some((word) => casing.isName(word) || words.length > 1);
  const isMany = /^(?:are|were)$/u.test(auxiliary);
  if (/^the /u.test(rest) || (isMany && !/s$| and /u.test(subject))) return [];
  if ((!isKind && !isNamed) || describesPerson(rest)) return [];
  return [{ kind: "what", parts: ["what", auxiliary, subject], answer: rest }];
}

function askMadeOf({ base, passive, main, rest, subject, auxiliary }: Clause): QuestionDraft[] {
  if (!passive && base === "consist" && /^of /u.test(rest))
    return [{ kind: "what", parts: ["what", auxiliary, subject, "consist of"], answer: rest }];
  if (!passive) return [];
  const particle = {
    make: /^(?:of|from) /u,
    use: /^(?:for|to) /u,
    call: /^/u,
    change: /^to (?!\p{Ll}+ )/u,
    rename: /^to /u,
  }[base]
    ?.exec(rest)?.[0]
    .trim();
  if (particle === undefined || rest === "") return [];
  const asked = base === "use" ? "for" : particle;
  return [{ kind: "what", parts: ["what", auxiliary, subject, main, asked], answer: rest }];
}

function askObject(clause: Clause): QuestionDraft[] {
  const { base, passive, rest, setting, subject, auxiliary } = clause;
  const takesObject = decision.test(base) || lasting.test(base);
  if (
    passive ||
    !takesObject ||
    !/^(?:the|an?|\p{Lu}|\d|(?:\p{Ll}+ ){0,2}\p{Ll}+s\b|\p{Ll}+ for\b)/u.test(rest) ||
    auxiliary === "do"
  )
    return [];
  const inside = timeInside.exec(rest)?.groups;
  const when = inside?.behind === "" && isOwnTime(inside.before ?? "") ? (inside.time ?? "") : setting;
  const isVersion = /^(?:version|release|\p{Lu}\S*) \d+(?:\.\d+)*$/iu.test(subject);
  if (when === "" && !isVersion && !(lasting.test(base) && auxiliary === "does") && auxiliary !== "has") return [];
  return [{ kind: "what", parts: invert("what", clause, when), answer: rest }];
}

function askVersion(clause: Clause): QuestionDraft[] {
  const { subject, written, rest, whole, passive } = clause;
  if (/^(?:version|release) \d/iu.test(subject) && whole && isShort(rest) && decision.test(clause.base)) {
    return [
      { kind: "what", parts: [`which ${lowerFirst(subject.split(" ")[0] ?? "")}`, written, rest], answer: subject },
    ];
  }
  const product = /^(?<name>\p{Lu}\S*) \d+(?:\.\d+)+$/u.exec(subject)?.groups?.name;
  if (product !== undefined && whole && isShort(rest) && decision.test(clause.base)) {
    return [{ kind: "what", parts: ["which version of", product, written, rest], answer: subject }];
  }
  const found = /^in (?<noun>version|release) (?<number>\d\S*)$/iu.exec(rest)?.groups;
  if (!passive || found === undefined) return [];
  return [
    { kind: "what", parts: invert(`in which ${lowerFirst(found.noun ?? "")}`, clause), answer: found.number ?? "" },
  ];
}
