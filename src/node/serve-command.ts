import { createApp } from "../http/create-app.ts";
import { followGeneration } from "./follow-generation.ts";
import { createAssistantOpener } from "./open-assistant.ts";
import { startServer } from "./serve.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";
import { createWebAssets } from "./web-assets.ts";

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/u;

/** Serves the index, and each that takes its place, until a signal ends it; in-flight answers finish first. */
export async function runServe(settings: Settings, terminal: Terminal): Promise<number> {
  const followed = await followGeneration(settings.indexDir, {
    open: await createAssistantOpener(settings, terminal.warn),
    onMove: (generation) => terminal.progress(`now serving generation ${generation}`),
    onProblem: terminal.warn,
  });
  const app = createApp({
    assistant: followed.assistant,
    assets: createWebAssets(),
    allowedOrigins: settings.origins,
    loopbackOnly: loopback.test(settings.host),
    log: ({ error, requestId }) => {
      if (error !== undefined) terminal.warn(`${requestId}: ${error instanceof Error ? error.message : String(error)}`);
    },
  });
  const server = await startServer({ app, host: settings.host, port: settings.port });
  terminal.write(
    terminal.json
      ? JSON.stringify({ url: server.url, generation: followed.assistant().generation })
      : `Annalist answers at ${server.url}`,
  );
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  followed.close();
  await server.close();
  return 0;
}
