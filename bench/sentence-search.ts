import MiniSearch from "minisearch";
import { sentenceSegmenter, splitSentences } from "../src/text/sentences.ts";

/** The peer: BM25+ over sentences as MiniSearch does it out of the box. Returns sentences, best first. */
export type SentenceSearch = (question: string) => readonly string[];

export function createSentenceSearch(texts: readonly string[]): SentenceSearch {
  const sentences = texts.flatMap(sentencesOf);
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ["text"] });
  index.addAll(sentences.map((text, id) => ({ id, text })));
  return (question) => index.search(question).map(({ id }) => sentences[id as number] as string);
}

/** Sentences of a document, line by line, in order. */
function sentencesOf(text: string): string[] {
  const segmenter = sentenceSegmenter();
  return text.split("\n").flatMap((line) => {
    const whole = { start: 0, end: line.length };
    return splitSentences(line, whole, segmenter).map(({ start, end }) => line.slice(start, end));
  });
}
