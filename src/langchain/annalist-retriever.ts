import type { Document as LangChainDocument } from "@langchain/core/documents";
import { BaseRetriever, type BaseRetrieverInput } from "@langchain/core/retrievers";
import { boundedTextProblem } from "../domain/bounded-text.ts";
import type { Document } from "../domain/document.ts";
import { RequestError } from "../domain/errors.ts";
import { questionLimits } from "../domain/question.ts";
import { createQuestionReader, type ReadQuestion } from "../retrieval/read-question.ts";
import type { RetrieverOptions } from "../retrieval/retrieve.ts";
import { type PassageMetadata, passageDocument } from "./passage-document.ts";

export interface AnnalistRetrieverOptions extends RetrieverOptions, BaseRetrieverInput {
  /** Passages returned; 8. */
  readonly limit?: number;
  /** A sub-folder of the corpus, by its path: nothing outside it is found. Default: the whole corpus. */
  readonly collection?: string;
}

/**
 * The retriever of one generation as LangChain has it: a question -> its passages, best first, as `POST /search` gives
 * them. Throws a `RequestError` for a question of more than 2,000 code points and for an unknown collection.
 */
export class AnnalistRetriever extends BaseRetriever<PassageMetadata> {
  override lc_namespace = ["annalist", "retrievers"];
  readonly #read: ReadQuestion;
  readonly #documents: ReadonlyMap<string, Document>;
  readonly #limit: number;
  readonly #collection: string | undefined;

  static override lc_name(): string {
    return "AnnalistRetriever";
  }

  constructor({ limit = questionLimits.defaultPassages, collection, ...options }: AnnalistRetrieverOptions) {
    const { callbacks, tags, metadata, verbose } = options;
    super({
      ...(callbacks !== undefined && { callbacks }),
      ...(tags !== undefined && { tags }),
      ...(metadata !== undefined && { metadata }),
      ...(verbose !== undefined && { verbose }),
    });
    this.#read = createQuestionReader(options);
    this.#documents = new Map(options.generation.documents.map((document) => [document.id, document]));
    this.#limit = limit;
    this.#collection = collection;
  }

  override async _getRelevantDocuments(query: string): Promise<LangChainDocument<PassageMetadata>[]> {
    const question = query.toWellFormed().normalize("NFC").trim();
    if (question === "") return [];
    const problem = boundedTextProblem(question, questionLimits.maxCodePoints);
    if (problem !== null) throw new RequestError(422, `the question ${problem}`);
    const { passages } = await this.#read(question, { collection: this.#collection });
    return passages.slice(0, this.#limit).flatMap(({ chunk, score }) => {
      const document = this.#documents.get(chunk.documentId);
      return document === undefined ? [] : [passageDocument(chunk, { document, score })];
    });
  }
}
