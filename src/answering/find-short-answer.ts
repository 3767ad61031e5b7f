import { type AnswerType, mentionsOf } from "../retrieval/answer-type.ts";
import type { RankedSentence, Retrieval } from "../retrieval/retrieve.ts";
import type { Mention } from "../text/mentions.ts";

/** Where the question does not say what kind of thing answers it, a mention must stand this close to what it asks. */
const leastScoreOfAny = 0.6;

/** Questions that a clause answers, and no mention does. */
const notMentions: readonly AnswerType[] = ["reason", "manner", "list", "yes-no"];

/** The mention of a sentence that best answers by itself, verbatim, or null where none is of the kind asked for. */
export function findShortAnswer({ question }: Retrieval, { text, candidate }: RankedSentence): string | null {
  if (notMentions.includes(question.answerType)) return null;
  const { sentence, alignment } = candidate;
  const wanted = mentionsOf[question.answerType];
  const asked = new Set(question.terms.map(({ term }) => term));
  let best: Mention | null = null;
  let bestScore = wanted.length === 0 ? leastScoreOfAny : 0;
  for (const mention of sentence.mentions) {
    const rank = wanted.length === 0 ? (mention.kind === "quotation" ? 1 : 0.6) : wanted.indexOf(mention.kind) + 1;
    if (rank <= 0) continue;
    const inside = sentence.words.flatMap(({ start }, w) => (start >= mention.start && start < mention.end ? [w] : []));
    if (inside.some((w) => asked.has(sentence.words[w]?.term ?? ""))) continue;
    const fit = wanted.length === 0 ? rank : 1 / (1 + 0.3 * (rank - 1));
    const score = fit * (0.2 + nearness(inside[0] ?? 0, inside, alignment.explained));
    if (score > bestScore) {
      best = mention;
      bestScore = score;
    }
  }
  if (best === null) return null;
  const words = text.slice(best.start, best.end).replace(/^["“'‘]|[,.;]?["”'’]$/gu, "");
  return words.trim() || null;
}

/** Sum of what the words around explain of the question, falling with their distance in words. */
function nearness(at: number, inside: readonly number[], explained: ArrayLike<number>): number {
  let near = 0;
  for (let w = 0; w < explained.length; w++) {
    if (!inside.includes(w)) near += (explained[w] as number) / (1 + Math.abs(w - at));
  }
  return near;
}
