import type { AppHandler } from "./app-options.ts";
import { modelIds } from "./completion-models.ts";

/** `GET /v1/models`: the models in OpenAI's shape. None was made at any time, so `created` is 0. */
export const modelsRoute: AppHandler = (c) =>
  c.json(
    { object: "list", data: modelIds.map((id) => ({ id, object: "model", created: 0, owned_by: "annalist" })) },
    200,
    { "cache-control": "no-cache" },
  );
