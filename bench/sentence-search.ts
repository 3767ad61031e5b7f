import MiniSearch from "minisearch";
import { splitParagraphs } from "../eval/evaluation-document.ts";
import { sentenceSegmenter, splitSentences } from "../src/text/sentences.ts";

/** The peer: BM25+ over sentences as MiniSearch does it out of the box. Returns sentences, best first. */
export type SentenceSearch = (question: string) => readonly string[];

export function createSentenceSearch(texts: readonly string[]): SentenceSearch {
  const sentences = texts.flatMap(sentencesOf);
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ["text"] });
  index.addAll(sentences.map((text, id) => ({ id, text })));
  return (question) => index.search(question).map(({ id }) => sentences[id as number] as string);
}

/** Sentences of a document's paragraphs, in order. */
export function sentencesOf(text: string): string[] {
  const segmenter = sentenceSegmenter();
  return splitParagraphs(text).flatMap((paragraph) =>
    splitSentences(text, paragraph, segmenter).map(({ start, end }) => text.slice(start, end)),
  );
}
