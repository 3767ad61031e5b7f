import { Hono } from "hono";
import { RequestError } from "../domain/errors.ts";
import { allowOrigins } from "./allow-origins.ts";
import { answerFailure } from "./answer-failure.ts";
import type { AppEnv, AppHandler, AppOptions, Route } from "./app-options.ts";
import { askRoute } from "./ask-route.ts";
import { chatRoute } from "./chat-route.ts";
import { createKeyCheck } from "./check-key.ts";
import { checkLoopbackHost } from "./check-loopback-host.ts";
import { completionsRoute } from "./completions-route.ts";
import { demoScriptRoute } from "./demo-script-route.ts";
import { demoStyleRoute } from "./demo-style-route.ts";
import { docsRoute } from "./docs-route.ts";
import { docsScriptRoute } from "./docs-script-route.ts";
import { documentRoute } from "./document-route.ts";
import { documentsRoute } from "./documents-route.ts";
import { feedbackRoute } from "./feedback-route.ts";
import { healthRoute } from "./health-route.ts";
import { homeRoute } from "./home-route.ts";
import { iconRoute } from "./icon-route.ts";
import { limitRate } from "./limit-rate.ts";
import { mcpRoute } from "./mcp-route.ts";
import { metricsRoute } from "./metrics-route.ts";
import { modelsRoute } from "./models-route.ts";
import { nameRoute } from "./name-route.ts";
import { openApiRoute } from "./openapi-route.ts";
import { otherMethods } from "./other-methods.ts";
import { passGate } from "./pass-gate.ts";
import { readRoute } from "./read-route.ts";
import { readerStyleRoute } from "./reader-style-route.ts";
import { readyRoute } from "./ready-route.ts";
import { requestScope } from "./request-scope.ts";
import { requireKey } from "./require-key.ts";
import { searchRoute } from "./search-route.ts";
import { suggestionsRoute } from "./suggestions-route.ts";
import { verifyRoute } from "./verify-route.ts";
import { widgetDocsRoute } from "./widget-docs-route.ts";
import { widgetDocsScriptRoute } from "./widget-docs-script-route.ts";
import { widgetRoute } from "./widget-route.ts";

/**
 * The program over HTTP, on any runtime with `Request` and `Response`. Every failure is problem+json with an `x-request-id`.
 * Throws `ConfigurationError` for `allowedOrigins` that are no origins.
 */
export function createApp(options: AppOptions): Hono<AppEnv> {
  const { apiKeys = [] } = options;
  const checkKey = createKeyCheck(apiKeys);
  const routes: readonly Route[] = [
    { method: "POST", path: "/ask", handle: askRoute(options) },
    { method: "POST", path: "/chat", handle: chatRoute(options) },
    { method: "GET", path: "/v1/models", handle: modelsRoute },
    { method: "POST", path: "/v1/chat/completions", handle: completionsRoute(options) },
    { method: "POST", path: "/search", handle: searchRoute(options) },
    { method: "POST", path: "/verify", handle: verifyRoute(options) },
    { method: "POST", path: "/feedback", handle: feedbackRoute(options) },
    ...(options.mcp ? [{ method: "POST", path: "/mcp", handle: mcpRoute(options.mcp, options) } as const] : []),
    { method: "GET", path: "/documents", handle: documentsRoute(options) },
    { method: "GET", path: "/documents/:id", handle: documentRoute(options) },
    { method: "GET", path: "/read/:id", handle: readRoute(options) },
    { method: "GET", path: "/suggestions", handle: suggestionsRoute(options) },
    { method: "GET", path: "/health", handle: healthRoute },
    { method: "GET", path: "/ready", handle: readyRoute(options) },
    { method: "GET", path: "/metrics", handle: metricsRoute(options, checkKey) },
    { method: "GET", path: "/", handle: homeRoute(options) },
    { method: "GET", path: "/demo.css", handle: demoStyleRoute },
    { method: "GET", path: "/demo.js", handle: demoScriptRoute },
    { method: "GET", path: "/favicon.ico", handle: iconRoute },
    { method: "GET", path: "/reader.css", handle: readerStyleRoute },
    { method: "GET", path: "/widget.js", handle: widgetRoute(options) },
    { method: "GET", path: "/openapi.json", handle: openApiRoute(options) },
    { method: "GET", path: "/docs", handle: docsRoute(options) },
    { method: "GET", path: "/docs/try.js", handle: docsScriptRoute },
    { method: "GET", path: "/docs/widget", handle: widgetDocsRoute(options) },
    { method: "GET", path: "/docs/widget.js", handle: widgetDocsScriptRoute },
  ];

  /** Whatever is posted makes work, so that a new route is bounded without saying so. */
  const bounds: readonly AppHandler[] = [
    ...(options.rateLimit ? [limitRate(options.rateLimit, options.trustedHops ?? 0)] : []),
    ...(options.gate ? [passGate(options.gate)] : []),
  ];

  const app = new Hono<AppEnv>();
  app.use(requestScope(options));
  if (options.loopbackOnly) app.use(checkLoopbackHost);
  app.use(allowOrigins(options.allowedOrigins));
  if (apiKeys.length > 0) app.use(requireKey(checkKey, options.allowedOrigins));
  for (const path of new Set(routes.map((route) => route.path))) app.use(path, nameRoute(path));
  for (const { method, path, handle } of routes) {
    app.on(method, [path], ...(method === "POST" ? bounds : []), handle);
  }
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
    return answerFailure(error, c);
  });
  app.onError(answerFailure);
  return app;
}
