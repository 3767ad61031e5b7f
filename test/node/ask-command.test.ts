import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { answerText } from "../../src/domain/answer-text.ts";
import { runCli } from "../../src/node/cli.ts";
import { harbourTexts } from "../harbour-texts.ts";
import { answerOf, handbook } from "../http/fake-assistant.ts";
import { makeDocument } from "../make-document.ts";
import { stringWriter } from "./string-writer.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function run(...words: readonly string[]) {
  const [stdout, stderr] = [stringWriter(), stringWriter()];
  const code = await runCli(words, { env: {}, stdout: stdout.stream, stderr: stderr.stream });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

it("a footnote says on which page of a paged document its sentence is", () => {
  const quote = "On Saturdays the reading room opens at 9:30.";
  const answer = answerOf(`${quote} [1]`, [quote]);
  const [citation] = answer.citations;
  const place = `    ${handbook.title}, ${citation?.start}-${citation?.end}`;
  const pages = [0, 5, citation?.start ?? 0, handbook.text.length];
  const withPages = answerText(answer, () => makeDocument({ ...handbook, pages }));
  expect(withPages.split("\n")).toContain(`${place}, page 3`);
  for (const document of [handbook, null]) expect(answerText(answer, () => document).split("\n")).toContain(place);
});

it("ask --collection answers from that folder alone, and names those there are where it is none of them", async () => {
  const folder = await temporaryFolder();
  const flags = ["--corpus", join(folder, "corpus"), "--index", join(folder, "index")];
  for (const [path, name] of [
    ["port/harbour.md", "harbour.md"],
    ["town/museum.md", "museum.md"],
  ] as const) {
    const file = join(folder, "corpus", path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, harbourTexts[name] ?? "");
  }
  expect((await run("ingest", ...flags)).code).toBe(0);
  const question = "When was the harbour of Port Vale opened?";
  const ask = (...words: readonly string[]) => run("ask", ...flags, ...words, question);
  expect((await ask("--collection", "port")).stdout).toContain("In short: 3 May 1850\n");
  expect(JSON.parse((await ask("--json", "--collection=town")).stdout)).toMatchObject({ citations: [] });
  expect(await ask("--collection", "ports")).toEqual({
    code: 2,
    stdout: "",
    stderr: 'annalist: --collection: "ports" is no collection; expected one of "port", "town"\n',
  });
});
