import type { Assistant } from "../domain/assistant.ts";
import type { Document } from "../domain/document.ts";
import { RequestError } from "../domain/errors.ts";

/** One document by its id. Throws `RequestError` 404 where the generation has none of that id. */
export function requireDocument(assistant: Assistant, id: string): Document {
  const document = assistant.document(id);
  if (document === null) {
    throw new RequestError(404, `No document has the id ${JSON.stringify(id)}; GET /documents lists them.`);
  }
  return document;
}
