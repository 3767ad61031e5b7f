import { RequestError } from "../domain/errors.ts";
import type { AppHandler, AppOptions } from "./app-options.ts";

/** `GET /widget.js`: the embeddable widget; other sites may load it once any site is listed. */
export function widgetRoute({ assets, allowedOrigins }: Pick<AppOptions, "assets" | "allowedOrigins">): AppHandler {
  return async (c) => {
    const script = await assets.read("widget.js");
    if (script === null)
      throw new RequestError(404, "The widget isn't built on this server; `npm run widget` builds it.");
    return c.body(new Uint8Array(script), 200, {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
      "cross-origin-resource-policy": allowedOrigins.length > 0 ? "cross-origin" : "same-origin",
    });
  };
}
