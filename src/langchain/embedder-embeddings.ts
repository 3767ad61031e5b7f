import { Embeddings } from "@langchain/core/embeddings";
import { basisVector } from "../embedding/basis-vector.ts";
import type { Embedder } from "../embedding/embedder.ts";

/** An `Embedder` as LangChain's embeddings: what a vector store needs to be searched beside a generation's own vectors. */
export class EmbedderEmbeddings extends Embeddings {
  readonly #embedder: Embedder;

  constructor(embedder: Embedder) {
    super({});
    this.#embedder = embedder;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return (await this.#embedder.embed(texts)).map((vector) => Array.from(vector));
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector = basisVector(this.#embedder.dimension)] = await this.#embedder.embed([text]);
    return Array.from(vector);
  }
}
