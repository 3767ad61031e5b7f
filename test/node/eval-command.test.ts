import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EvalCommandOptions, runEvalCommand } from "../../src/node/eval-command.ts";
import type { EvaluatedAssistant } from "../../src/node/open-eval-sets.ts";
import { makeAnswer, makeCitation } from "../eval/make-answer.ts";
import { makeDocument } from "../make-document.ts";

const sentences = Array.from({ length: 60 }, (_, i) => `Lock ${i} was built in ${1700 + i}.`);
const text = sentences.join("\n\n");
const locks = makeDocument({ id: "locks", title: "Locks", text });

let root: string;
let corpusDir: string;
let casesFile: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "annalist-eval-"));
  corpusDir = join(root, "corpus");
  casesFile = join(root, "locks.jsonl");
  mkdirSync(corpusDir);
  writeFileSync(join(corpusDir, "Locks.txt"), text);
  const lines = sentences.map((sentence, i) => ({
    id: `lock-${i}`,
    kind: "direct",
    question: `When was lock ${i} built?`,
    answers: [String(1700 + i)],
    evidence: [sentence],
  }));
  writeFileSync(casesFile, lines.map((line) => JSON.stringify(line)).join("\n"));
  writeFileSync(join(root, "thresholds.json"), JSON.stringify({ locks: { direct: { strict: 0.9 } } }));
});
afterEach(() => rmSync(root, { recursive: true }));

/** An assistant over one document that finds the sentence with the question's number, minus `shift`. */
function openLocks(shift = 0, document = locks): EvaluatedAssistant {
  return {
    embedder: "none",
    answerer: "by number",
    ask: async ({ question }) => {
      const quote = sentences[Number(/\d+/u.exec(question)?.[0]) - shift] ?? sentences[0] ?? "";
      const start = text.indexOf(quote);
      const citation = makeCitation({ documentId: "locks", start, end: start + quote.length, quote });
      return makeAnswer({ answer: `${quote} [1]`, citations: [citation] });
    },
    documents: () => [document],
    document: (id) => (id === document.id ? document : null),
  };
}

async function run(fields: Partial<EvalCommandOptions> = {}): Promise<{ code: number; output: string }> {
  let output = "";
  const code = await runEvalCommand({
    sets: [{ name: "locks", casesFile, corpusDir }],
    thresholdsFile: join(root, "thresholds.json"),
    openAssistant: async () => openLocks(),
    outDir: null,
    json: false,
    half: "all",
    failures: false,
    write: (piece) => {
      output += piece;
    },
    ...fields,
  });
  return { code, output };
}

describe("runEvalCommand", () => {
  it("ends with 0 and a table where every gate passes", async () => {
    const { code, output } = await run();
    expect(code).toBe(0);
    expect(output).toMatch(/^locks: cases 60, documents 1, embedder none, answerer by number\n/u);
    expect(output).toMatch(/gates: none of 1 failed$/u);
  });

  it("ends with 1 and names the gate that failed", async () => {
    const { code, output } = await run({ openAssistant: async () => openLocks(1) });
    expect(code).toBe(1);
    expect(output).toMatch(/failed: locks direct strict 0(?:\.\d+)?, bar at least 0\.9 \(\d+ gating cases\)$/u);
  });

  it("writes a JSON and a Markdown report into a folder that it makes", async () => {
    const outDir = join(root, "new/reports");
    const { output } = await run({ outDir, json: true });
    const json = readFileSync(join(outDir, "report.json"), "utf8");
    expect(`${output}\n`).toBe(json);
    expect(JSON.parse(json)).toMatchObject({ passed: true, sets: [{ name: "locks", cases: 60 }] });
    expect(readFileSync(join(outDir, "report.md"), "utf8")).toMatch(
      /^# Evaluation\n\nHalves asked: all\. No gate failed\./u,
    );
  });

  it("lists failures, when asked, of the tuning half alone", async () => {
    const broken = async () => openLocks(1);
    const { output } = await run({ failures: true, openAssistant: broken });
    const tuning = JSON.parse((await run({ json: true, half: "tuning", openAssistant: broken })).output);
    const listed = [...output.matchAll(/^wrong: locks direct (\S+) /gmu)].map(([, id]) => id);
    expect(listed.length).toBeGreaterThan(10);
    expect(listed).toEqual(tuning.sets[0].failures.map(({ id }: { id: string }) => id));
    expect((await run({ openAssistant: broken })).output).not.toContain("wrong:");
    expect((await run({ failures: true, half: "gating", openAssistant: broken })).output).not.toContain("wrong:");
  });

  it("opens one assistant for two sets over one corpus", async () => {
    const opened: string[] = [];
    const openAssistant = async (dir: string) => {
      opened.push(dir);
      return openLocks();
    };
    const second = { name: "again", casesFile, corpusDir };
    await run({ sets: [{ name: "locks", casesFile, corpusDir }, second], openAssistant });
    expect(opened).toEqual([corpusDir]);
  });

  it("tells of a broken case before anything is opened", async () => {
    writeFileSync(casesFile, "{}");
    const openAssistant = () => Promise.reject(new Error("opened"));
    await expect(run({ openAssistant })).rejects.toThrow(`${casesFile}:1: id: found nothing`);
  });

  it("says which file can't be read, and that there is no set", async () => {
    await expect(run({ sets: [{ name: "x", casesFile: join(root, "none.jsonl"), corpusDir }] })).rejects.toThrow(
      /none\.jsonl can't be read: ENOENT/u,
    );
    await expect(run({ sets: [] })).rejects.toThrow("found no set of cases");
  });
});
