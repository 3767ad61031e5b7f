import { isStopWord } from "../text/stop-words.ts";
import { tokenize } from "../text/tokenize.ts";
import type { Exchange } from "./exchange.ts";
import { namesIn } from "./names.ts";
import { textOf } from "./noun-phrase.ts";
import { isQuestionWord } from "./word-classes.ts";

const maxTopics = 6;

/** What an exchange was about, in a few words: the names of its question; without one its content words and a name of its answer. */
export function topicOf({ shape, answer }: Exchange): readonly string[] {
  const asked = namesIn(shape.text);
  const noun = shape.form === "object" || shape.form === "subject" ? contentWords(shape.noun) : [];
  // What a bare "what" or "who" asked for stands in the answer alone.
  const bare = shape.noun === "" && /^(?:what|who)$/u.test(shape.lead ?? "") && shape.form !== "identity";
  const found = bare
    ? namesIn(answer)
        .filter((name) => !shape.text.includes(name))
        .slice(0, 1)
    : [];
  if (asked.length > 0) return [...asked, ...noun, ...found];
  const about = shape.lead === "tell" ? textOf(shape.text, shape.words, shape.subject) : shape.text;
  return [...contentWords(about), ...namesIn(answer).slice(0, 1)];
}

/**
 * The question with a topic in a bracket behind it, as far as it does not name that already: what is in the bracket is
 * what the question is about, not what it asks, and `analyseQuestion` weighs it so.
 */
export function withTopic(question: string, topic: readonly string[]): string {
  const said = question.toLowerCase();
  const added: string[] = [];
  for (const each of topic) {
    const lower = each.toLowerCase();
    if (each !== "" && !said.includes(lower) && !added.some((other) => other.toLowerCase().includes(lower)))
      added.push(each);
  }
  const chosen = added.slice(0, maxTopics);
  return chosen.length === 0 ? asQuestion(question) : asQuestion(`${withoutEnd(question)} (${chosen.join(", ")})?`);
}

/** Words that carry meaning, folded, in order. */
export function contentWords(text: string): readonly string[] {
  return tokenize(text)
    .map((token) => token.text)
    .filter((word) => !isStopWord(word) && !isQuestionWord(word) && !/^(?:many|much)$/u.test(word));
}

/** Without closing punctuation and the space before it. */
export function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[?.!,;:\s]/u.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** With a capital and one question mark, unless it ends like another kind of sentence. */
export function asQuestion(text: string): string {
  const trimmed = text.trim();
  const closed = /[?.!]["”’)]*$/u.test(trimmed) ? trimmed : `${withoutEnd(trimmed)}?`;
  return closed.charAt(0).toUpperCase() + closed.slice(1);
}
