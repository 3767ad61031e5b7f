import type { LanguageModelV4 } from "@ai-sdk/provider";
import { AnnalistError } from "../domain/errors.ts";
import type { Answerer, AnswererInput, Draft } from "./answerer.ts";
import { callModel } from "./call-model.ts";
import { describeAnswerFailure } from "./describe-answer-failure.ts";
import { groundSentences } from "./ground-sentences.ts";
import type { ModelAnswer } from "./model-answer.ts";
import { pickShortAnswer } from "./pick-short-answer.ts";
import type { Prompt } from "./prompt.ts";
import { dataLine, renderPassages } from "./render-passages.ts";
import { renderPrompt } from "./render-prompt.ts";

export interface ModelAnswererOptions {
  /** A model object; a bare name would go to a hosted gateway. */
  readonly model: LanguageModelV4;
  /** Such as `openai-compatible:gpt-5-mini`: goes into answers and notices. */
  readonly id: string;
  /** With the slots `question` and `passages`. */
  readonly prompt: Prompt;
  /** For one answer, retries included; 30,000. */
  readonly timeoutMs?: number;
  /** After a failure that may pass, such as 429 or 503; 1. The pauses double from two seconds. */
  readonly maxRetries?: number;
  /** Told why the extractive draft stands; holds no word of the model, the question or a passage. */
  readonly onNotice?: (notice: string) => void;
}

/**
 * An answerer that lets a language model say what the passages say. The model names passages and nothing more: each of
 * its sentences is checked against them, dropped where it does not hold, and given the one sentence it rests on. Where
 * nothing is left, or the call fails, the extractive draft stands. `answer` throws only when `signal` is aborted
 * (`AnnalistError`, code `aborted`).
 */
export function createModelAnswerer(options: ModelAnswererOptions): Answerer {
  const { model, id, prompt, timeoutMs = 30_000, maxRetries = 1, onNotice = () => {} } = options;
  const fallBack = ({ extractive }: AnswererInput, problem: string): Draft => {
    onNotice(`${id} did not answer: ${problem}. The extractive answer stands.`);
    return extractive;
  };

  async function answer(input: AnswererInput, signal?: AbortSignal): Promise<Draft> {
    if (input.passages.length === 0) return input.extractive;
    const rendered = renderPrompt(prompt, {
      question: dataLine(input.question),
      passages: renderPassages(input.passages),
    });
    let answered: ModelAnswer;
    try {
      answered = await callModel({ model, maxRetries, timeoutMs }, rendered, signal);
    } catch (error) {
      if (signal?.aborted) throw new AnnalistError("aborted", `The answer of ${id} was cancelled.`);
      return fallBack(input, await describeAnswerFailure(error));
    }
    return draftOf(answered, input) ?? fallBack(input, "no sentence of it holds against the passages that it names");
  }

  return { id, answer };
}

/**
 * What is left of a model's answer; null when nothing is. The confidence is the extractive one: it is calibrated on
 * questions with known answers, as no figure that a model gives about itself is, and it judges the same passages.
 */
function draftOf({ status, sentences, short }: ModelAnswer, { passages, extractive }: AnswererInput): Draft | null {
  if (status === "unanswerable") return abstention(extractive);
  const grounded = groundSentences(sentences, passages);
  if (grounded.length === 0) return null;
  const quotes = grounded.map(({ quote }) => quote);
  return {
    status: "answered",
    reason: null,
    sentences: grounded.map(({ text, evidence }) => ({ text, evidence: [evidence] })),
    short: pickShortAnswer([short, extractive.short], quotes),
    confidence: extractive.confidence,
  };
}

/** The extractive abstention says what is missing and why; where there is none, a neutral one. */
function abstention(extractive: Draft): Draft {
  if (extractive.status === "unanswerable") return extractive;
  const text = "The passages that were found do not answer this.";
  const sentences = [{ text, evidence: [] }];
  return { status: "unanswerable", reason: "not_in_corpus", sentences, short: null, confidence: extractive.confidence };
}
