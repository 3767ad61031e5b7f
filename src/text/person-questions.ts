import type { Clause } from "./clause.ts";
import { isNameRun } from "./noun-phrase.ts";
import { invert, isShort, type QuestionDraft } from "./question-draft.ts";
import { timeInside } from "./time-phrase.ts";
import { pastForm, thirdPerson } from "./verb-forms.ts";

const role =
  /\b(?:director|head|curator|mayor|chair|chairman|chairwoman|president|founder|author|manager|leader|captain|minister|secretary|treasurer|architect|baker|editor|keeper|engineer|clerk|owner|maintainer|principal|governor|designer|inventor|painter|sculptor|composer|councillor|librarian|conductor|coach)\b/u;
const person =
  /\b(?:character|protagonist|antagonist|hero|heroine|villain|actor|actress|singer|songwriter|musician|rapper|guitarist|drummer|pianist|politician|player|scientist|physicist|chemist|mathematician|philosopher|historian|poet|novelist|writer|journalist|lawyer|judge|physician|doctor|nurse|king|queen|emperor|prince|princess|saint|soldier|officer|model|dancer|comedian|producer|filmmaker|explorer|businessman|businesswoman|entrepreneur|footballer|boxer|driver|wrestler|man|woman|boy|girl|son|daughter|brother|sister|wife|husband|artist|student|theologian|preacher|reformer|leader|astronomer|physiologist|employee|member|resident|citizen|graduate|fictional|scholar|teacher|professor|priest|bishop|pope|wizard|god|goddess)\b/u;
/** What people do; a storm may destroy, but it founds nothing. */
const deed =
  /^(?:found|build|design|write|paint|compose|establish|create|discover|invent|open|chair|propose|coin|lead|direct|donate|carve|restore|commission|translate|edit|publish|organize|second|approve|rewrite|rebuild|teach|maintain|fund|run|elect|appoint|unveil|develop|introduce|present|draw|oppose)$/u;
const besideName =
  /(?:^|[ ,“"])(?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}), the (?<title>(?:(?:deputy|vice|chief|head|executive|general|managing|artistic|acting) ){0,2}(?:director|head|curator|mayor|chair|chairman|chairwoman|president|founder|author|manager|captain|secretary|treasurer|architect|editor|owner|maintainer|principal|governor|designer|inventor|painter|sculptor|composer|librarian|conductor|coach)) (?<of>of (?:the )?\p{Lu}[\p{L}’'-]+(?: (?:(?:of|and|for) (?:the )?)?\p{Lu}[\p{L}’'-]+){0,5}(?:\.?, Ltd)?)(?=[,.;](?: |$)| (?:in|said|says|told|explained)\b)/u;

/** Who did it, who holds an office, who somebody is. */
export function askPerson(clause: Clause): readonly QuestionDraft[] {
  return clause.negated ? [] : [...askWho(clause), ...askRole(clause), ...askAppointed(clause)];
}

/** True where the words, "a Swiss painter of ...", say who somebody is rather than what. */
export function describesPerson(words: string): boolean {
  return role.test(words) || person.test(words);
}

function askWho(clause: Clause): QuestionDraft[] {
  const { rest, base, passive, subject, auxiliary, setting, written, whole } = clause;
  if (!deed.test(base)) return [];
  const agent = /^(?<to>(?!by ).{0,40}? )?by (?<agent>(?:the )?\p{Lu}.*)$/u.exec(rest)?.groups;
  if (passive && agent !== undefined) {
    const verb = /^(?:was|were)$/u.test(auxiliary) ? pastForm(base) : thirdPerson(base);
    const to = (agent.to ?? "").trim();
    if (verb === null || !/^(?:was|were|is)$/u.test(auxiliary) || !isShort(to, 5) || /^(?:and|or)\b/u.test(to))
      return [];
    const name = (agent.agent ?? "").split(/ (?:in|on|at|after|for|with|from|to) /u)[0] ?? "";
    const when = timeInside.exec(to)?.groups === undefined ? to.replace(/^\p{Ll}+ly$/u, "") : "";
    return [{ kind: "who", parts: ["who", verb, subject, when], answer: name }];
  }
  const names = subject.split(" ");
  if (passive || names.length < 2 || names.length > 4 || !isNameRun(names) || /\d/u.test(subject)) return [];
  if (!/^(?:the |\p{Lu})/u.test(rest) || !isShort(rest) || !whole || auxiliary === "do") return [];
  return [{ kind: "who", parts: ["who", written, rest, setting], answer: subject }];
}

function askRole({ base, rest, subject, auxiliary, setting, whole }: Clause): QuestionDraft[] {
  if (base !== "be" || !whole || !/^(?:is|was)$/u.test(auxiliary)) return [];
  const words = subject.split(" ");
  const isPerson = words.length >= 2 && words.length <= 4 && isNameRun(words);
  if (isPerson && /^the /u.test(rest) && role.test(rest.split(" of ")[0] ?? "") && isShort(rest, 9)) {
    return [{ kind: "who", parts: ["who", auxiliary, rest, setting], answer: subject }];
  }
  if (isPerson && /^an? /u.test(rest) && role.test(rest)) {
    return [{ kind: "who", parts: ["who", auxiliary, subject], answer: rest }];
  }
  if (
    isNameRun(words) &&
    words.length <= 4 &&
    /^an? /u.test(rest) &&
    person.test(rest.split(/ (?:of|in|from|who|for|at) /u)[0] ?? "")
  ) {
    return [{ kind: "who", parts: ["who", auxiliary, subject], answer: rest }];
  }
  const isRole = /^the /u.test(subject) && role.test(subject.split(" of ")[0] ?? "");
  if (isRole && /^\p{Lu}\S* \p{Lu}/u.test(rest))
    return [{ kind: "who", parts: ["who", auxiliary, subject], answer: rest }];
  return [];
}

/** "The council appointed Joan Pike as head librarian". */
function askAppointed(clause: Clause): QuestionDraft[] {
  const found = /^(?<name>\p{Lu}\S* \p{Lu}\S*) (?<as>as (?:the |an? )?\p{Ll}.*)$/u.exec(clause.rest)?.groups;
  if (clause.passive || found === undefined || !/^(?:appoint|elect|choose|name)$/u.test(clause.base)) return [];
  return [{ kind: "who", parts: invert("who", clause, found.as ?? "", clause.setting), answer: found.name ?? "" }];
}

/** "Yin Li, the founder of Carrow Mills, said": a role that stands beside a name. */
export function askBesideName(sentence: string): readonly QuestionDraft[] {
  const found = besideName.exec(sentence.replace(/\s+/gu, " "))?.groups;
  if (found === undefined) return [];
  const { name = "", title = "", of = "" } = found;
  const isOver = /^(?:founder|architect|author|inventor|designer|painter|sculptor|composer)$/u.test(
    title.split(" ").at(-1) ?? "",
  );
  return [{ kind: "who", parts: ["who", isOver ? "was" : "is", "the", title, of], answer: name }];
}
