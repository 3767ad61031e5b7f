import type { Assistant } from "../domain/assistant.ts";
import { createApp } from "../http/create-app.ts";
import type { Env, WorkerContext } from "./bindings.ts";
import { loadIndex } from "./load-index.ts";
import { readAsset } from "./read-asset.ts";

type App = ReturnType<typeof createApp>;

export interface Worker {
  fetch(request: Request, env: Env, context: WorkerContext): Promise<Response>;
}

/**
 * The app over the staged index, which the first request opens for all that follow. While opening fails, the routes that
 * need the index answer with that failure, the others work, and each request tries again.
 */
export function createWorker(): Worker {
  let opening: Promise<App> | null = null;

  const openOnce = (env: Env): Promise<App> => {
    if (opening !== null) return opening;
    const attempt = openApp(env);
    opening = attempt;
    attempt.catch(() => {
      opening = null;
    });
    return attempt;
  };

  return {
    fetch: async (request, env, context) => {
      const attempt = openOnce(env);
      // Other requests may wait for this one's attempt: it goes on when this caller leaves.
      context.waitUntil(attempt.catch(() => {}));
      const app = await attempt.catch((cause: unknown) => failingApp(env, cause));
      return app.fetch(request);
    },
  };
}

async function openApp(env: Env): Promise<App> {
  const assistant = await loadIndex(env.ASSETS);
  return appOver(env, () => assistant);
}

function failingApp(env: Env, cause: unknown): App {
  return appOver(env, () => {
    throw cause;
  });
}

function appOver(env: Env, assistant: () => Assistant | null): App {
  return createApp({
    assistant,
    assets: { read: (name) => readAsset(env.ASSETS, name) },
    allowedOrigins: (env.ANNALIST_ORIGINS ?? "").split(/[\s,]+/u).filter((origin) => origin !== ""),
    log: ({ error, requestId }) => {
      if (error !== undefined) console.error(`${requestId}: ${error instanceof Error ? error.message : String(error)}`);
    },
  });
}
