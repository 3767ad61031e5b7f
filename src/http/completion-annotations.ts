import type { Citation } from "../domain/citation.ts";

/** A citation in OpenAI's words, and beside them the exact place in the document. */
export interface Annotation {
  readonly type: "url_citation";
  readonly url_citation: {
    readonly title: string;
    readonly url: string;
    readonly start_index: number;
    readonly end_index: number;
    readonly marker: number;
    readonly document_id: string;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
  };
}

/** The citations of an answer; `base` is any address of this server, which makes their addresses absolute. */
export function annotate(citations: readonly Citation[], base: string): readonly Annotation[] {
  return citations.map(({ title, url, answerStart, answerEnd, marker, documentId, start, end, quote }) => ({
    type: "url_citation",
    url_citation: {
      title,
      url: new URL(url, base).href,
      start_index: answerStart,
      end_index: answerEnd,
      marker,
      document_id: documentId,
      start,
      end,
      quote,
    },
  }));
}
