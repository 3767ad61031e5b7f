import { openFeedbackStore } from "./feedback-store.ts";
import { followGeneration } from "./follow-generation.ts";
import { createLog } from "./log.ts";
import { createAssistantOpener } from "./open-assistant.ts";
import { startServer } from "./serve.ts";
import { createServedApp } from "./served-app.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

/** What is left of a server that was told to end is given this long to leave by itself. */
const leaveMs = 500;

/**
 * Serves the index, and each that takes its place, until a signal ends it; in-flight answers finish first. The log goes to
 * `logStream`, one JSON object a line.
 */
export async function runServe(
  settings: Settings,
  terminal: Terminal,
  logStream: { write(line: string): unknown },
): Promise<number> {
  const log = createLog({ level: settings.server.logLevel, stream: logStream, secrets: secretsOf(settings) });
  const feedback = settings.dataDir === null ? null : await openFeedbackStore(settings.dataDir);
  const followed = await followGeneration(settings.indexDir, {
    open: await createAssistantOpener(settings, terminal.warn),
    onMove: (generation) => log.info({ generation }, "now serving"),
    onProblem: (problem) => log.warn({ problem }, "generation refused"),
  });
  const { host, port } = settings;
  const { maxConnections } = settings.server;
  const { app, onRefuse, onGraceOver } = createServedApp({ settings, assistant: followed.assistant, feedback, log });
  let leftBehind = false;
  const server = await startServer({
    app,
    host,
    port,
    maxConnections,
    ...(onRefuse === undefined ? {} : { onRefuse }),
    onGraceOver: () => {
      leftBehind = true;
      log.warn("questions under way are broken off");
      onGraceOver?.();
    },
  });
  const signal = new Promise<string>((resolve) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => resolve(name));
  });
  const { generation } = followed.assistant();
  log.info({ url: server.url, generation }, "listening");
  terminal.write(terminal.json ? JSON.stringify({ url: server.url, generation }) : `Annalist answers at ${server.url}`);
  log.info({ signal: await signal }, "stopping");
  followed.close();
  await server.close();
  log.info("stopped");
  // A model that pays no heed to being broken off would keep the process alive.
  if (leftBehind) setTimeout(() => process.exit(0), leaveMs).unref();
  return 0;
}

function secretsOf({ embedder, answerer }: Settings): readonly string[] {
  return [embedder, answerer].flatMap((choice) => (typeof choice === "string" ? [] : [choice.apiKey]));
}
