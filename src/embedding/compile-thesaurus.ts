import { stem } from "../text/stem.ts";

/** A set of words that share one meaning, as WordNet lists it. */
export interface Synset {
  /** Lower case; words of several parts have underscores. */
  readonly words: readonly string[];
  readonly pointers: readonly SynsetPointer[];
}

export interface SynsetPointer {
  /** As in WordNet's files: "@" hypernym, "+" derivation, "!" antonym, "&" similar. */
  readonly symbol: string;
  readonly target: string;
  /** Place, from 1, of the word that the pointer is about, in its own synset and in the target; 0 for the whole set. */
  readonly source: number;
  readonly word: number;
}

export interface LexicalDatabase {
  readonly synsets: ReadonlyMap<string, Synset>;
  /** Ids of the meanings of a word of one part of speech, the commonest first. */
  readonly senses: ReadonlyMap<string, readonly string[]>;
}

/** Relations between stems, both ways, with strengths above 0 up to 1; and antonyms. */
export interface StemRelations {
  readonly related: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly opposed: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Rarer meanings of a word mislead more often than they help. */
const maxSenses = 4;
/** Derivation, pertainym, participle. */
const derived = new Set(["+", "\\", "<"]);
/** Hypernym and instance; similar adjectives, verb groups, entailment and cause. */
const near: Readonly<Record<string, number>> = { "@": 0.7, "@i": 0.7, "&": 0.7, $: 0.7, "*": 0.7, ">": 0.7 };
const secondHypernym = 0.5;

/** WordNet -> relations of stems (Fellbaum 1998), for the words that `knows` accepts: synonyms 1, derivations 1, hypernyms 0.7 and 0.5. */
export function compileThesaurus(
  { synsets, senses }: LexicalDatabase,
  knows: (word: string) => boolean,
): StemRelations {
  const related = new Map<string, Map<string, number>>();
  const opposed = new Map<string, Set<string>>();
  const places = new Map<string, number>();
  for (const [key, ids] of senses) {
    const word = key.slice(0, key.lastIndexOf("|"));
    for (const [place, id] of ids.entries()) places.set(`${word} ${id}`, place);
  }
  const isCommon = (word: string, id: string) => knows(word) && (places.get(`${word} ${id}`) ?? maxSenses) < maxSenses;

  const relate = (word: string, other: string, strength: number) => {
    const a = stem(word);
    const b = stem(other);
    if (a === b) return;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const own = related.get(from) ?? new Map<string, number>();
      related.set(from, own.set(to, Math.max(strength, own.get(to) ?? 0)));
    }
  };
  const oppose = (word: string, other: string) => {
    const a = stem(word);
    const b = stem(other);
    if (a === b) return;
    opposed.set(a, (opposed.get(a) ?? new Set()).add(b));
    opposed.set(b, (opposed.get(b) ?? new Set()).add(a));
  };
  const relateSet = (word: string, id: string, strength: number) => {
    for (const other of synsets.get(id)?.words ?? [])
      if (other !== word && isCommon(other, id)) relate(word, other, strength);
  };

  for (const [key, ids] of senses) {
    const word = key.slice(0, key.lastIndexOf("|"));
    if (!knows(word)) continue;
    for (const id of ids.slice(0, maxSenses)) {
      const own = synsets.get(id);
      if (own === undefined) continue;
      relateSet(word, id, 1);
      const place = own.words.indexOf(word) + 1;
      for (const { symbol, target, source, word: of } of own.pointers) {
        const other = synsets.get(target)?.words[of - 1];
        const single = source === place && other !== undefined && knows(other);
        if (symbol === "!" && single) oppose(word, other);
        else if (derived.has(symbol) && single) relate(word, other, 1);
        else if (near[symbol] !== undefined) relateSet(word, target, near[symbol]);
        if (symbol !== "@") continue;
        for (const above of synsets.get(target)?.pointers ?? [])
          if (above.symbol === "@") relateSet(word, above.target, secondHypernym);
      }
    }
  }
  return { related, opposed };
}
