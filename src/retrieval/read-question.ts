import type { Passage } from "../domain/passage.ts";
import { createCollectionRows } from "./collection-rows.ts";
import { createForeignReader, type ForeignReading } from "./read-foreign.ts";
import { createRetriever, type Retrieval, type RetrieverOptions } from "./retrieve.ts";
import { splitQuestions } from "./split-questions.ts";

/** One of the questions in what was asked, with what was found for it. */
export interface QuestionPart {
  readonly question: string;
  readonly retrieval: Retrieval;
}

export interface QuestionReading {
  /** One to three, in the order in which they were asked. */
  readonly parts: readonly QuestionPart[];
  /** Of all parts in turn, each chunk once; the best of each part stand among the first. */
  readonly passages: readonly Passage[];
  /** What was found for a question in a language that the corpus is not written in, else null. */
  readonly foreign: ForeignReading | null;
}

export interface ReadQuestionOptions {
  readonly signal?: AbortSignal | undefined;
  /** Nothing outside this collection is found. Default: the whole corpus. */
  readonly collection?: string | undefined;
}

/** Throws a `RequestError` 422 for a collection that there is not. */
export type ReadQuestion = (question: string, options?: ReadQuestionOptions) => Promise<QuestionReading>;

/** Makes the reader of one generation: a standalone question -> its parts, each retrieved on its own. */
export function createQuestionReader(options: RetrieverOptions): ReadQuestion {
  const retrieve = createRetriever(options);
  const readForeign = createForeignReader(options);
  const rowsOf = createCollectionRows(options.generation);

  return async (question, { signal, collection } = {}) => {
    const given = { signal, within: collection === undefined ? undefined : rowsOf(collection) };
    const questions = splitQuestions(question);
    const parts = await Promise.all(
      questions.map(async (part) => ({ question: part, retrieval: await retrieve(part, given) })),
    );
    const [first] = parts;
    const foreign =
      first === undefined || parts.length > 1 ? null : await readForeign(question, first.retrieval, given);
    return {
      parts,
      foreign,
      passages: foreign?.passages ?? interleave(parts.map(({ retrieval }) => retrieval.passages)),
    };
  };
}

/** One from each list in turn; a chunk that two lists share stands where it came first. */
function interleave(lists: readonly (readonly Passage[])[]): readonly Passage[] {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const passages = new Map<string, Passage>();
  for (let rank = 0; lists.some((list) => rank < list.length); rank++) {
    for (const list of lists) {
      const passage = list[rank];
      if (passage !== undefined && !passages.has(passage.chunk.id)) passages.set(passage.chunk.id, passage);
    }
  }
  return [...passages.values()];
}
