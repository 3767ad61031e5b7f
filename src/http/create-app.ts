import { Hono } from "hono";
import { RequestError } from "../domain/errors.ts";
import { allowOrigins } from "./allow-origins.ts";
import { answerFailure } from "./answer-failure.ts";
import type { AppEnv, AppOptions, Route } from "./app-options.ts";
import { askRoute } from "./ask-route.ts";
import { checkLoopbackHost } from "./check-loopback-host.ts";
import { demoStyleRoute } from "./demo-style-route.ts";
import { documentRoute } from "./document-route.ts";
import { documentsRoute } from "./documents-route.ts";
import { errorResponse } from "./error-response.ts";
import { healthRoute } from "./health-route.ts";
import { homeRoute } from "./home-route.ts";
import { openApiRoute } from "./openapi-route.ts";
import { otherMethods } from "./other-methods.ts";
import { readRoute } from "./read-route.ts";
import { readyRoute } from "./ready-route.ts";
import { requestScope } from "./request-scope.ts";
import { searchRoute } from "./search-route.ts";
import { suggestionsRoute } from "./suggestions-route.ts";
import { widgetRoute } from "./widget-route.ts";

/**
 * The program over HTTP, on any runtime with `Request` and `Response`. Every failure is problem+json with an `x-request-id`.
 * Throws `ConfigurationError` for `allowedOrigins` that are no origins.
 */
export function createApp(options: AppOptions): Hono<AppEnv> {
  const routes: readonly Route[] = [
    { method: "POST", path: "/ask", handle: askRoute(options) },
    { method: "POST", path: "/search", handle: searchRoute(options) },
    { method: "GET", path: "/documents", handle: documentsRoute(options) },
    { method: "GET", path: "/documents/:id", handle: documentRoute(options) },
    { method: "GET", path: "/read/:id", handle: readRoute(options) },
    { method: "GET", path: "/suggestions", handle: suggestionsRoute(options) },
    { method: "GET", path: "/health", handle: healthRoute },
    { method: "GET", path: "/ready", handle: readyRoute(options) },
    { method: "GET", path: "/", handle: homeRoute(options) },
    { method: "GET", path: "/demo.css", handle: demoStyleRoute },
    { method: "GET", path: "/widget.js", handle: widgetRoute(options) },
    { method: "GET", path: "/openapi.json", handle: openApiRoute },
  ];

  const app = new Hono<AppEnv>();
  app.use(requestScope(options));
  if (options.loopbackOnly) app.use(checkLoopbackHost);
  app.use(allowOrigins(options.allowedOrigins));
  for (const { method, path, handle } of routes) app.on(method, path, handle);
  for (const [path, sharing] of Map.groupBy(routes, (route) => route.path)) {
    app.all(
      path,
      otherMethods(
        path,
        sharing.map((route) => route.method),
      ),
    );
  }
  app.notFound((c) => {
    const error = new RequestError(404, `There is no route ${c.req.method} ${c.req.path}; /openapi.json lists them.`);
    return errorResponse(error, c.get("requestId"));
  });
  app.onError(answerFailure);
  return app;
}
