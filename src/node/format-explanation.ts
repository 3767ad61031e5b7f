import { drawTable } from "../../eval/report-table.ts";
import type {
  DecisionExplanation,
  Explanation,
  ForeignExplanation,
  NamedNumbers,
  OrdersExplanation,
  PartExplanation,
  RerankedSentence,
} from "../domain/explanation.ts";

/** Characters of a sentence that fit beside its numbers. */
const maxText = 90;
/** Numbers named of each list: those furthest from 0. */
const namedNumbers = 8;

/** How an answer came about, for a reader at a terminal: numbers with four decimals at most, long lists cut. */
export function formatExplanation({ question, parts, foreign }: Explanation): string {
  const { asked, standalone, rewritten } = question;
  return [
    "How this came about",
    "",
    `Asked: ${oneLine(asked)}`,
    ...(standalone === asked ? [] : [`Searched${rewritten ? ", with what was said before" : ""}: ${standalone}`]),
    ...parts.flatMap(formatPart),
    ...(foreign === null ? [] : formatForeign(foreign)),
  ].join("\n");
}

function formatPart(part: PartExplanation): readonly string[] {
  const { question, analysis, orders, reranked, decision } = part;
  const { terms, focus, answerType, negated, times, corrections } = analysis;
  return [
    "",
    `Question: ${oneLine(question)}`,
    `It asks for: ${answerType}${focus === null ? "" : `, of “${focus}”`}${negated ? ", negated" : ""}`,
    ...times.map(({ text, from, to }) => `Time: “${text}”, ${from} to ${to}`),
    ...corrections.map(({ written, takenFor }) => `Taken for a misspelling: “${written}” for “${takenFor}”`),
    "",
    table(
      ["term", "weight", "kind", "known"],
      terms.map(({ text, weight, kind, isName, known }) => [
        text,
        shown(weight),
        isName ? "name" : kind,
        known ? "yes" : "no",
      ]),
    ),
    "",
    formatOrders(orders),
    "",
    `Sentences reranked: ${reranked.candidates}`,
    ...reranked.sentences.flatMap((sentence, i) => formatSentence(sentence, i + 1, reranked.largest)),
    ...(decision === null ? [] : formatDecision(decision)),
  ];
}

function formatOrders(orders: OrdersExplanation): string {
  const lists = [orders.dense, orders.lexical, orders.expanded, orders.fused];
  const longest = Math.max(...lists.map(({ length }) => length));
  return table(
    ["rank", "dense", "lexical", "expanded", "fused"],
    Array.from({ length: longest }, (_, i) => [
      String(i + 1),
      ...lists.map((list) => (list[i] === undefined ? "-" : `${list[i].chunkId} (${shown(list[i].score)})`)),
    ]),
  );
}

function formatSentence(
  { text, score, terms, features }: RerankedSentence,
  rank: number,
  largest: NamedNumbers,
): readonly string[] {
  const behind = Object.entries(largest).map(([name, most]) => [name, most - (features[name] ?? 0)] as const);
  const met = terms.flatMap(({ term, likeness, word }) =>
    word === null ? [] : [`${term} = ${word} ${shown(likeness)}`],
  );
  const unmet = terms.flatMap(({ term, word }) => (word === null ? [term] : []));
  return [
    `${String(rank).padStart(2)}. ${shown(score)}  ${excerpt(text)}`,
    ...(met.length > 0 ? [`    nearest: ${met.join(", ")}`] : []),
    ...(unmet.length > 0 ? [`    unmet: ${unmet.join(", ")}`] : []),
    ...strongest("behind the best in", Object.fromEntries(behind)),
  ];
}

function formatDecision(decision: DecisionExplanation): readonly string[] {
  const { answered, reason, confidence, joiningMargin, considered, correction, short } = decision;
  const weighed =
    confidence === null
      ? "Nothing to weigh"
      : `Confidence ${shown(confidence.probability)} at score ${shown(confidence.score)}, threshold ${shown(confidence.threshold)}`;
  return [
    "",
    `${weighed}: ${answered ? "answered" : "not answered"}${reason === null ? "" : `, ${reason}`}`,
    ...(confidence === null ? [] : strongest("by", confidence.inputs)),
    ...(correction === null ? [] : [`Correction: ${excerpt(correction)}`]),
    ...(short === null
      ? []
      : [`Short answer: “${short.text}”, expected to share ${shown(short.expected)} of the true one`]),
    "",
    `Sentences considered, within ${joiningMargin} of the best${answered ? "" : ", had it been answered"}`,
    table(
      ["choice", "score", "words", "sentence"],
      considered.map(({ choice, score, words, text }) => [choice, shown(score), String(words), excerpt(text)]),
    ),
  ];
}

function formatForeign(foreign: ForeignExplanation): readonly string[] {
  const { language, covered, sentences, answered, reason, confidence, threshold } = foreign;
  return [
    "",
    `Read as another language: ${language}, which the embedder ${covered ? "covers" : "does not cover"}`,
    `Confidence ${shown(confidence)}, threshold ${shown(threshold)}: ${answered ? "answered" : "not answered"}${reason === null ? "" : `, ${reason}`}`,
    table(
      ["choice", "cosine", "sentence"],
      sentences.map(({ chosen, cosine, text }) => [
        chosen ? "chosen" : "-",
        cosine === null ? "by its numbers" : shown(cosine),
        excerpt(text),
      ]),
    ),
  ];
}

function strongest(title: string, numbers: NamedNumbers): readonly string[] {
  const list = Object.entries(numbers)
    .filter(([, value]) => value !== 0)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, namedNumbers)
    .map(([name, value]) => `${name} ${shown(value)}`);
  return list.length === 0 ? [] : [`    ${title}: ${list.join(", ")}`];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? `${head[0]}: none` : drawTable({ head, rows });
}

function shown(value: number): string {
  return String(Math.round(value * 1e4) / 1e4);
}

function excerpt(text: string): string {
  const line = oneLine(text);
  return line.length <= maxText ? line : `${line.slice(0, maxText).replace(/[\uD800-\uDBFF]$/u, "")} ...`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
