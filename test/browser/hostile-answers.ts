import type { Answer } from "../../src/domain/answer.ts";
import { makeAnswer, makeCitation } from "./answers.ts";

const states = [
  { status: "answered", reason: null },
  { status: "partial", reason: null },
  { status: "unanswerable", reason: "not_in_corpus" },
  { status: "unanswerable", reason: "false_premise" },
] as const;

/** An answer that holds the text wherever an answer holds text; `index` picks its status. */
export function hostileAnswer(text: string, index: number): Answer {
  const place = { documentId: text, start: 0, end: text.length };
  const words = { title: text, date: text, quote: text, prefix: text, suffix: text, url: text };
  return makeAnswer({
    ...states[index % states.length],
    id: text,
    question: text,
    answer: `${text} [1] ${text}`,
    short: text,
    citations: [{ ...makeCitation(1, "Loans are renewed at the desk."), ...place, ...words }],
    passages: [{ ...place, chunkId: text, text, heading: [text, text] }],
    suggestions: [text],
    answerer: "model",
    generation: text,
  });
}

/** One answer with a citation, a passage and a suggestion for each text, and all of them in the words of the answer. */
export function crowdedAnswer(texts: readonly string[]): Answer {
  const all = texts.join("\n");
  const answers = texts.map(hostileAnswer);
  return makeAnswer({
    answer: texts.map((text, index) => `${text} [${index + 1}]`).join("\n"),
    short: all,
    citations: answers.flatMap(({ citations }, index) => citations.map((each) => ({ ...each, marker: index + 1 }))),
    passages: answers.flatMap(({ passages }) => passages),
    suggestions: texts,
    answerer: "model",
  });
}

/**
 * Runs in the page before the widget: cuts what comes over the network into pieces of 1 to `longest` bytes, which end inside
 * characters and markers, and counts those in `cuts`. Servers can't do this surely, because pieces meet again on their way.
 */
export function cutReads({ seed, longest }: { readonly seed: number; readonly longest: number }): void {
  const cuts = { character: 0, marker: 0 };
  Object.assign(globalThis, { cuts });
  const { read } = ReadableStreamDefaultReader.prototype;
  const waiting = new WeakMap<object, Uint8Array>();
  let state = seed;
  ReadableStreamDefaultReader.prototype.read = async function (this: ReadableStreamDefaultReader) {
    const kept = waiting.get(this);
    const result = kept === undefined ? await read.call(this) : { done: false, value: kept };
    if (result.done || result.value === undefined) return result;
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const bytes: Uint8Array = result.value;
    const end = 1 + (state % longest);
    if (end >= bytes.length) {
      waiting.delete(this);
      return { done: false, value: bytes };
    }
    waiting.set(this, bytes.subarray(end));
    if (((bytes[end] ?? 0) & 0xc0) === 0x80) cuts.character += 1;
    if (bytes[end - 1] === 0x5b && (bytes[end] ?? 0) >= 0x30 && (bytes[end] ?? 0) <= 0x39) cuts.marker += 1;
    return { done: false, value: bytes.subarray(0, end) };
  };
}
