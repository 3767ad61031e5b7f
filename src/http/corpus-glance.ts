import type { Assistant } from "../domain/assistant.ts";
import type { DocumentSummary } from "../domain/document.ts";
import { estimateWords, type WordCount } from "./estimate-words.ts";

/** Documents shown by name. */
const maxListed = 8;

/** What a page says of a corpus as a whole. */
export interface CorpusGlance extends WordCount {
  readonly documents: number;
  /** The earliest and the latest date of a document, `YYYY-MM-DD`; null where none has one. */
  readonly dates: { readonly first: string; readonly last: string } | null;
  readonly listed: readonly (DocumentSummary & WordCount)[];
}

/** Looks over the documents of an assistant. Reads a bounded part of the texts, but goes through the whole list of documents. */
export function glanceAtCorpus({ documents: list, document }: Pick<Assistant, "documents" | "document">): CorpusGlance {
  const documents = list();
  const textOf = ({ id }: DocumentSummary): string => document(id)?.text ?? "";
  return {
    documents: documents.length,
    dates: dateRange(documents),
    ...countIn(documents, textOf),
    listed: documents.slice(0, maxListed).map((each) => ({ ...each, ...countIn([each], textOf) })),
  };
}

function countIn(documents: readonly DocumentSummary[], textOf: (document: DocumentSummary) => string): WordCount {
  return estimateWords(
    documents.map(({ length }) => length),
    (index) => textOf(documents[index] as DocumentSummary),
  );
}

function dateRange(documents: readonly DocumentSummary[]): CorpusGlance["dates"] {
  let first: string | null = null;
  let last: string | null = null;
  for (const { date } of documents) {
    if (date === null) continue;
    if (first === null || date < first) first = date;
    if (last === null || date > last) last = date;
  }
  return first === null || last === null ? null : { first, last };
}
