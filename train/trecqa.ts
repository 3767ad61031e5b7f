import { mean } from "../eval/statistics.ts";
import { createRetriever, type RetrieverOptions } from "../src/retrieval/retrieve.ts";
import { indexSentences } from "./index-sentences.ts";
import { joinTokens } from "./join-tokens.ts";
import { markdownTable, share } from "./markdown-table.ts";
import { parseCsv } from "./parse-csv.ts";
import { averagePrecision, firstReciprocalRank } from "./ranking-metrics.ts";

/** For one question, whether each of its sentences answers, in the order of each ranking. */
interface Judged {
  readonly bm25: readonly boolean[];
  readonly ranker: readonly boolean[];
}

interface Row {
  readonly question: string;
  readonly sentence: string;
  readonly isRight: boolean;
}

/**
 * Answer sentence selection after Wang, Smith and Mitamura (2007): rows `question, label, sentence` -> MAP and MRR of the
 * given sentences as ranked within each question. All sentences of the file are one corpus, each a paragraph.
 */
export async function trecqaTable(csv: string, models: Omit<RetrieverOptions, "generation">): Promise<string> {
  const rows = readRows(csv);
  const sentences = rows.map(({ sentence }) => sentence);
  const generation = await indexSentences(sentences, models.embedder);
  const retrieve = createRetriever({ ...models, generation });
  const isRight = (number: number) => rows[number]?.isRight === true;
  const judged: Judged[] = [];
  for (const [question, numbers] of Map.groupBy(rows.keys(), (number) => rows[number]?.question ?? "")) {
    const { sentences: ranked, candidates } = await retrieve(question, { sentences: numbers });
    const score = (number: number) => candidates.sentenceScores.get(number) ?? 0;
    judged.push({
      bm25: numbers.toSorted((a, b) => score(b) - score(a) || a - b).map(isRight),
      ranker: ranked.map(({ number }) => isRight(number)),
    });
  }
  const positive = judged.filter(({ ranker }) => ranker.includes(true));
  const mixed = positive.filter(({ ranker }) => ranker.includes(false));
  const line = (name: string, members: readonly Judged[]) => [
    name,
    members.length,
    ...[averagePrecision, firstReciprocalRank].flatMap((metric) =>
      (["bm25", "ranker"] as const).map((by) => share(mean(members.map((each) => metric(each[by]))))),
    ),
  ];
  return markdownTable(
    ["questions", "n", "MAP: BM25", "ours", "MRR: BM25", "ours"],
    [line("with a right sentence", positive), line("with a right and a wrong one (clean)", mixed)],
  );
}

/**
 * The file lists the right sentences of a question first, so that its order would break every tie the right way. Ties go
 * to the smaller number: numbers follow the sentences' own characters, and of two alike the wrong one comes first.
 */
function readRows(csv: string): readonly Row[] {
  return parseCsv(csv)
    .slice(1)
    .map(([question = "", label, sentence = ""]) => ({
      question: joinTokens(question),
      sentence: joinTokens(sentence),
      isRight: label === "1",
    }))
    .sort((a, b) =>
      a.sentence === b.sentence ? Number(a.isRight) - Number(b.isRight) : a.sentence < b.sentence ? -1 : 1,
    );
}
