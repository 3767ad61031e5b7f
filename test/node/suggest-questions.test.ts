import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runCli } from "../../src/node/cli.ts";
import { openAssistant } from "../../src/node/open-assistant.ts";
import { readSettings } from "../../src/node/settings.ts";
import { harbourTexts } from "../harbour-texts.ts";
import { stringWriter } from "./string-writer.ts";
import { temporaryFolder } from "./temporary-folder.ts";

it("an index that is built holds questions, which the assistant over it offers and answers", async () => {
  const folder = await temporaryFolder();
  const corpus = join(folder, "corpus");
  await mkdir(corpus);
  for (const [name, text] of Object.entries(harbourTexts)) await writeFile(join(corpus, name), text);
  const index = join(folder, "index");
  const [stdout, stderr] = [stringWriter().stream, stringWriter().stream];
  expect(await runCli(["ingest", "--corpus", corpus, "--index", index], { env: {}, stdout, stderr })).toBe(0);

  const assistant = await openAssistant(readSettings({ index }, {}));
  const questions = assistant.suggestions();
  expect(questions.length).toBeGreaterThanOrEqual(5);
  for (const question of questions) {
    const { status, suggestions } = await assistant.ask({ question, history: [], limit: 8 });
    expect([question, status]).toEqual([question, "answered"]);
    expect(suggestions).not.toContain(question);
  }
});
