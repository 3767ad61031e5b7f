import { seededRandom } from "./seeded-random.ts";

/** A document of the generated corpus: Markdown with a heading, and a passage a paragraph. */
export interface GeneratedDocument {
  /** Such as `topic-07/000123.md`. */
  readonly path: string;
  readonly text: string;
}

export interface GenerateOptions {
  readonly passages: number;
  readonly seed: number;
  /** Passages of one document. Default 20. */
  readonly passagesPerDocument?: number;
}

const sentencesPerPassage = 4;
/** Of all words, the share that is made up: the vocabulary of real text never stops growing either. */
const inventedShare = 0.02;
const syllables = "ba ke lo mi nu ra se ti vo dan fel gor hin jar kel mon pin ros tal wen".split(" ");

/**
 * A corpus of any size, the same for the same texts and seed, that behaves like text where it matters to an index. Each
 * document walks through the word pairs of two of the given texts, so that word frequencies are those of real text,
 * documents cluster by topic, and names and numbers occur. It reads like nonsense.
 */
export function* generateDocuments(
  texts: readonly string[],
  { passages, seed, passagesPerDocument = 20 }: GenerateOptions,
): Generator<GeneratedDocument> {
  const random = seededRandom(seed);
  const chains = texts.map(wordPairs);
  for (let made = 0, number = 0; made < passages; made += passagesPerDocument, number++) {
    const topic = number % chains.length;
    const other = Math.floor(random() * chains.length);
    const walk = createWalk(chains[topic] as Chain, chains[other] as Chain, random);
    const count = Math.min(passagesPerDocument, passages - made);
    const paragraphs = Array.from({ length: count }, () =>
      Array.from({ length: sentencesPerPassage }, () => makeSentence(walk, random)).join(" "),
    );
    yield {
      path: `topic-${String(topic).padStart(2, "0")}/${String(number).padStart(6, "0")}.md`,
      text: `# ${capitalise(`${walk()} ${walk()} ${walk()}`)}\n\n${paragraphs.join("\n\n")}\n`,
    };
  }
}

type Chain = ReadonlyMap<string, readonly string[]>;

/** What follows each word of a text, as often as it does. */
function wordPairs(text: string): Chain {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’%,.-]*[\p{L}\p{N}%]|[\p{L}\p{N}]/gu) ?? [];
  const chain = new Map<string, string[]>();
  for (let i = 0; i + 1 < words.length; i++) {
    const [word, next] = [words[i] as string, words[i + 1] as string];
    const known = chain.get(word);
    if (known === undefined) chain.set(word, [next]);
    else known.push(next);
  }
  return chain;
}

/** Words one after the other, mostly of the first text, with a jump to the other now and then. */
function createWalk(main: Chain, other: Chain, random: () => number): () => string {
  const starts = [main, other].map((chain) => [...chain.keys()]);
  let word = "";
  return () => {
    if (random() < inventedShare) return inventName(random);
    const followers = main.get(word) ?? other.get(word);
    if (followers !== undefined && random() < 0.85) word = pick(followers, random);
    else word = pick(starts[random() < 0.8 ? 0 : 1] as string[], random);
    return word;
  };
}

function makeSentence(walk: () => string, random: () => number): string {
  const length = 10 + Math.floor(random() * 16);
  return `${capitalise(Array.from({ length }, walk).join(" "))}.`;
}

function inventName(random: () => number): string {
  return capitalise(Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables, random)).join(""));
}

function pick<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)] as T;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
