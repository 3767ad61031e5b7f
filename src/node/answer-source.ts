import type { Client } from "../client/create-client.ts";
import type { Answer } from "../domain/answer.ts";
import { type AnswerEvent, answerEvents } from "../domain/answer-event.ts";
import type { FindDocument } from "../domain/answer-text.ts";
import type { Assistant } from "../domain/assistant.ts";
import { collectionProblem } from "../domain/collection.ts";
import { ConfigurationError, RequestError } from "../domain/errors.ts";
import type { AskRequest } from "../domain/question.ts";
import { explainClientError } from "./explain-client-error.ts";

/** What answers the questions of the terminal: the index on this machine, or a server. */
export interface AnswerSource {
  /** Throws a `ConfigurationError` where nothing answers, or where there is no such collection. */
  readonly check: (collection: string | undefined) => Promise<void>;
  readonly ask: (request: AskRequest, signal?: AbortSignal) => Promise<Answer>;
  /** Ends with `answer-end`; a failure is thrown. */
  readonly stream: (request: AskRequest, signal?: AbortSignal) => AsyncGenerator<AnswerEvent, void>;
  /** For the pages in footnotes. */
  readonly document: FindDocument;
}

export function localSource(assistant: Assistant): AnswerSource {
  const ask = (request: AskRequest, signal?: AbortSignal) =>
    assistant.ask(request, signal === undefined ? {} : { signal });
  return {
    check: async (collection) => {
      const problem = collectionProblem(assistant.collections(), collection);
      if (problem !== null) throw new ConfigurationError([`--collection: ${problem}`], "usage");
    },
    ask,
    stream: async function* (request, signal) {
      yield* answerEvents(await ask(request, signal));
    },
    document: assistant.document,
  };
}

/** A server tells no pages, so its footnotes have none. Throws an `AnnalistError` for whatever the client fails with. */
export function remoteSource(client: Client, url: string): AnswerSource {
  const explained = <Result>(work: Promise<Result>) =>
    work.catch((error: unknown) => {
      throw explainClientError(error, url);
    });
  return {
    check: async (collection) => {
      await explained<unknown>(collection === undefined ? client.ready() : client.documents(collection));
    },
    ask: (request, signal) => explained(client.ask(request, signal)),
    stream: async function* (request, signal) {
      try {
        for await (const event of client.streamAnswer(request, signal)) {
          if (event.type === "answer-error") throw new RequestError(502, event.error.detail);
          yield event;
        }
      } catch (error) {
        throw explainClientError(error, url);
      }
    },
    document: () => null,
  };
}
