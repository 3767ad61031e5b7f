import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../../src/node/cli.ts";
import { feedbackFile } from "../../src/node/feedback-file.ts";
import { openFeedbackStore } from "../../src/node/feedback-store.ts";
import { stringWriter } from "./string-writer.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function run(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const [stdout, stderr] = [stringWriter(), stringWriter()];
  const code = await runCli(words, { env, stdout: stdout.stream, stderr: stderr.stream });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

describe("annalist feedback export", () => {
  it("writes one case a line, the same at every run, and names lines that were torn", async () => {
    const folder = await temporaryFolder();
    const store = await openFeedbackStore(folder);
    const given = {
      answerId: "ans_1",
      question: "When?\u202e\u009b",
      answer: "At 9:30. [1]",
      generation: null,
    } as const;
    await store.add({ ...given, rating: "up" });
    appendFileSync(join(folder, feedbackFile), '{"at":"2026');
    const first = await run(["feedback", "export", "--data", folder]);
    expect(first.code).toBe(0);
    expect(first.stdout.split("\n")).toHaveLength(2);
    expect(JSON.parse(first.stdout)).toMatchObject({ question: given.question, answers: ["At 9:30."] });
    expect(first.stdout).not.toMatch(/[\u009b\u202e]/u);
    expect(first.stderr).toContain("left out 1 lines that are no feedback: 2");
    expect(await run(["feedback", "export"], { ANNALIST_DATA: folder })).toEqual(first);
  });

  it("writes nothing where nothing was kept", async () => {
    expect(await run(["feedback", "export", "--data", await temporaryFolder()])).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
  });

  it.each([[[]], [["import"]], [["export", "more"]]])(
    "feedback %j is a usage error that says what to write",
    async (words) => {
      const { code, stderr } = await run(["feedback", ...words, "--data", await temporaryFolder()]);
      expect([code, stderr.includes("annalist feedback export [--data DIR]")]).toEqual([2, true]);
    },
  );

  it("asks for a folder", async () => {
    const { code, stderr } = await run(["feedback", "export"]);
    expect([code, stderr.includes("ANNALIST_DATA")]).toEqual([2, true]);
  });
});
