import type { Answer } from "./answer.ts";
import type { Document, DocumentSummary } from "./document.ts";
import type { PassageView } from "./passage.ts";
import type { AskRequest, SearchRequest } from "./question.ts";

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
  ask(request: AskRequest, options?: { readonly signal?: AbortSignal }): Promise<Answer>;
  search(request: SearchRequest, options?: { readonly signal?: AbortSignal }): Promise<SearchResult>;
  documents(): readonly DocumentSummary[];
  document(id: string): Document | null;
  suggestions(): readonly string[];
}
