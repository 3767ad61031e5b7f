import type { Server } from "../client/send-request.ts";
import { type AnswerSource, localSource, remoteSource } from "./answer-source.ts";
import type { Settings } from "./settings.ts";

export interface AnswerSourceOptions {
  /** In place of the index of the settings. */
  readonly server: Server | null;
  readonly onNotice: (notice: string) => void;
}

/** The server where there is one, which is not asked anything yet; else the published index, opened. */
export async function openAnswerSource(
  settings: Settings,
  { server, onNotice }: AnswerSourceOptions,
): Promise<AnswerSource> {
  if (server !== null) {
    const { createClient } = await import("../client/create-client.ts");
    return remoteSource(createClient(server), server.url);
  }
  const { openAssistant } = await import("./open-assistant.ts");
  return localSource(await openAssistant(settings, onNotice));
}
