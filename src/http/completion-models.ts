import { RequestError } from "../domain/errors.ts";

/** Models by the id that a request of `POST /v1/chat/completions` names. */
export const modelIds: readonly string[] = ["annalist"];

/** Throws `RequestError` 404, which becomes OpenAI's `model_not_found`, for a model that isn't listed. */
export function checkModel(model: string): void {
  if (modelIds.includes(model)) return;
  const detail = `There is no model ${JSON.stringify(model)}; GET /v1/models lists ${modelIds.map((id) => JSON.stringify(id)).join(", ")}.`;
  throw new RequestError(404, detail, [{ pointer: "/model", detail }]);
}
