import { stem } from "../text/stem.ts";

/**
 * Words of one line stand against the words of the other half of it. Of two people one may buy what the other sells,
 * so that pairs of this kind (buy and sell, give and take, teach and learn) are left out.
 */
const lines = `accept accepted approve approved allow allowed permit permitted grant granted welcome welcomed favor favour
favored favoured support supported back backed endorse endorsed agree agreed award awarded adopt adopted
/ refuse refused reject rejected decline declined deny denied forbid forbade forbidden ban banned prohibit prohibited
oppose opposed veto vetoed ridicule ridiculed mock mocked ; win won winning victory / lose lost losing ;
succeed succeeded success / fail failed failure ; kill killed die died perish perished drown drowned
/ survive survived alive unhurt unharmed uninjured ; raise raised lower lowered change changed / keep kept ; stay stayed / leave left abandon abandoned quit resign resigned ;
complete completed finish finished / abandon abandoned cancel cancelled canceled ; include included / exclude excluded ;
destroy destroyed demolish demolished / preserve preserved rebuild rebuilt restore restored ; extend extended / end ended ;
legal lawful / illegal unlawful ; acquit acquitted / convict convicted ; praise praised / criticise criticize criticised
criticized ridicule ridiculed ; escape escaped / capture captured ; fewer fewest / largest highest record`;

/** Stem of a word -> the stems that stand against it. */
const opposed: ReadonlyMap<string, ReadonlySet<string>> = collect();

/** Words of two that go together and stand against one word: "turned the offer down" is a refusal. */
const particleVerbs: readonly (readonly [verb: RegExp, particle: RegExp, meaning: string])[] = [
  [/^turn(?:s|ed|ing)?$/u, /^down$/u, "refuse"],
  [/^(?:strike|strikes|struck)$/u, /^down$/u, "reject"],
  [/^vot(?:e|es|ed|ing)$/u, /^against$/u, "reject"],
  [/^rul(?:e|es|ed|ing)$/u, /^out$/u, "reject"],
];

/** True where the words, given folded, say opposite things by themselves. */
export function areOpposed(word: string, other: string): boolean {
  return opposed.get(stem(word))?.has(stem(other)) ?? false;
}

/** What a verb means together with one of the words behind it; null where they make nothing of their own. */
export function meaningWithParticle(verb: string, behind: readonly string[]): string | null {
  const found = particleVerbs.find(([own, particle]) => own.test(verb) && behind.some((word) => particle.test(word)));
  return found?.[2] ?? null;
}

function collect(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (word: string, others: readonly string[]) =>
    found.set(stem(word), new Set([...(found.get(stem(word)) ?? []), ...others.map(stem)]));
  for (const line of lines.split(";")) {
    const [left = [], right = []] = line.split("/").map((half) => half.trim().split(/\s+/u));
    for (const word of left) add(word, right);
    for (const word of right) add(word, left);
  }
  return found;
}
