import type { Answer } from "./answer.ts";
import type { Document, DocumentSummary } from "./document.ts";
import type { PassageView } from "./passage.ts";
import type { AskRequest, SearchRequest } from "./question.ts";
import type { Span } from "./span.ts";
import type { Verification, VerifyRequest } from "./verification.ts";

/** What `POST /search` returns: ranked passages and no answer. */
export interface SearchResult {
  readonly query: string;
  readonly passages: readonly PassageView[];
  readonly generation: string;
}

/** The program as the HTTP app, the command line and the Worker see it. Everything it returns belongs to one generation. */
export interface Assistant {
  /** Name of the generation served, such as `000042`. */
  readonly generation: string;
  /** Ids of what is in use, as `/ready` reports them. */
  readonly embedder: string;
  readonly answerer: string;
  /** Throws a `RequestError` 422 for a collection that there is not, as `search` and `documents` do. */
  ask(request: AskRequest, options?: { readonly signal?: AbortSignal }): Promise<Answer>;
  search(request: SearchRequest, options?: { readonly signal?: AbortSignal }): Promise<SearchResult>;
  /** Throws a `RequestError` 422 for more sentences than `limits` allows, and as `ask` does. */
  verify(request: VerifyRequest, options?: { readonly signal?: AbortSignal }): Promise<Verification>;
  /** Those of a collection, or all. */
  documents(collection?: string): readonly DocumentSummary[];
  document(id: string): Document | null;
  /** What can be cited of a document, in the order of its text; none for an id that there is not. */
  sentences(documentId: string): readonly Span[];
  suggestions(): readonly string[];
  /** Sub-folders of the corpus by their path, sorted. */
  collections(): readonly string[];
}
