import { describe, expect, it } from "vitest";
import type { Case } from "../../eval/case.ts";
import { type EvaluationOptions, evaluate } from "../../eval/evaluate.ts";
import { reportJson } from "../../eval/report-json.ts";
import { reportMarkdown } from "../../eval/report-markdown.ts";
import { failureList, reportTable } from "../../eval/report-table.ts";
import { halfOf } from "../../eval/split.ts";
import { AnnalistError } from "../../src/domain/errors.ts";
import type { AskRequest } from "../../src/domain/question.ts";
import { makeAnswer, makeCase, makeCitation, makeExplanation } from "./make-answer.ts";

const hours = Array.from({ length: 60 }, (_, i) => `Gate ${i} opens at ${i + 100} hours.`);
const text = `# Gates\n\n${hours.join("\n\n")}`;
const documents = [{ id: "gates", fileName: "gates.md", text }];

function gateCase(i: number, fields: Partial<Case> = {}): Case {
  const question = `When does gate ${i} open?`;
  return makeCase({ id: `g${i}`, question, answers: [`${i + 100}`], evidence: [hours[i] ?? ""], ...fields });
}

const cases = [
  ...hours.map((_, i) => gateCase(i)),
  makeCase({ id: "n1", kind: "unanswerable", question: "Who built gate 3?", abstain: true, closest: hours[3] ?? "" }),
];

/** Answers a question for gate i with the sentence of gate i, and refuses every other question. */
async function ask({ question }: AskRequest) {
  const gate = Number(/^When does gate (\d+)/u.exec(question)?.[1] ?? Number.NaN);
  const quote = hours[gate];
  if (quote === undefined) return makeAnswer({ status: "unanswerable", answer: "Not said.", confidence: 0.2 });
  const start = text.indexOf(quote);
  const end = start + quote.length;
  const place = { documentId: "gates", start, end };
  return makeAnswer({
    answer: `${quote} [1]`,
    short: String(gate + 100),
    confidence: 0.9,
    citations: [makeCitation({ ...place, quote })],
    passages: [{ ...place, chunkId: `gates#${start}-${end}`, text: quote, heading: [] }],
  });
}

const bars = { gates: { direct: { strict: 1 }, "*": { citationVerbatim: 1, citationFirst: 1 } } };

function options(fields: Partial<EvaluationOptions["sets"][number]> = {}): EvaluationOptions {
  const set = { name: "gates", cases, documents, ask, embedder: "static", answerer: "extractive", ...fields };
  return { sets: [set], thresholds: bars };
}

describe("evaluate", () => {
  it("counts every figure of a system that is always right", async () => {
    const report = await evaluate(options());
    const gating = report.sets[0]?.kinds.find(({ kind, half }) => kind === "direct" && half === "gating");
    expect(gating?.cases).toBeGreaterThanOrEqual(20);
    for (const figure of [gating?.strict, gating?.citationVerbatim, gating?.citationFirst, gating?.recallAt1]) {
      expect(figure).toMatchObject({ value: 1, high: 1 });
    }
    expect(gating).toMatchObject({ mrr: 1, exactMatch: 1, f1: 1, wordsMedian: 6 });
    expect(gating?.falseRefusals).toMatchObject({ count: 0 });
    expect(report.passed).toBe(true);
    expect(report.gatingCalibration.forecasts).toBeGreaterThanOrEqual(20);
  });

  it("fails the gate of the figure that fell", async () => {
    const report = await evaluate(
      options({
        ask: async (request) => ({ ...(await ask(request)), citations: [makeCitation({ quote: "Made up." })] }),
      }),
    );
    expect(report.passed).toBe(false);
    const failed = report.gates.filter(({ outcome }) => outcome === "failed").map(({ figure }) => figure);
    expect(failed).toEqual(["citationVerbatim", "citationFirst"]);
    expect(reportTable(report)).toContain("failed: gates direct citationVerbatim 0, bar at least 1");
  });

  it("tells false answers from false refusals", async () => {
    const always = await evaluate(options({ ask: async () => makeAnswer({ answer: "Yes." }) }));
    const never = await evaluate(options({ ask: async () => makeAnswer({ status: "unanswerable" }) }));
    const near = (report: typeof always) => report.sets[0]?.kinds.find(({ kind }) => kind === "unanswerable");
    const direct = (report: typeof always) => report.sets[0]?.kinds.find(({ kind }) => kind === "direct");
    expect(near(always)?.falseAnswers?.value).toBe(1);
    expect(direct(always)?.falseRefusals?.value).toBe(0);
    expect(near(never)?.falseAnswers?.value).toBe(0);
    expect(near(never)?.strict?.value).toBe(1);
    expect(direct(never)?.falseRefusals?.value).toBe(1);
    expect(direct(never)?.citationFirst).toBeNull();
    expect(never.passed).toBe(false);
  });

  it("gives the same bytes twice but for the latencies", async () => {
    let time = 0;
    const steady = { ...options(), now: () => time++ };
    const slower = { ...options(), now: () => (time += 7) };
    const [a, b, c] = [await evaluate(steady), await evaluate(steady), await evaluate(slower)];
    expect(reportJson(a)).toBe(reportJson(b));
    expect(reportMarkdown(a)).toBe(reportMarkdown(b));
    expect(reportJson(c)).not.toBe(reportJson(a));
    const untimed = (json: string) => json.slice(0, json.indexOf('"latencies"'));
    expect(untimed(reportJson(c))).toBe(untimed(reportJson(a)));
    const untimedPage = (page: string) => page.slice(0, page.indexOf("## Latency"));
    expect(untimedPage(reportMarkdown(c))).toBe(untimedPage(reportMarkdown(a)));
  });

  it("shows nothing of a gating case in any report, right or wrong", async () => {
    const secretive = cases.map((each) => ({ ...each, question: `${each.question} <${each.id}>` }));
    const report = await evaluate(options({ cases: secretive, ask: async () => makeAnswer({ answer: "Nothing." }) }));
    const shown = [reportJson(report), reportMarkdown(report), reportTable(report), failureList(report)].join("\n");
    let tuningShown = 0;
    for (const each of secretive) {
      if ((await halfOf(each.id)) === "gating") expect(shown).not.toContain(each.question);
      else if (shown.includes(each.question)) tuningShown++;
    }
    expect(tuningShown).toBe(report.sets[0]?.failures.length);
    expect(tuningShown).toBeGreaterThan(0);
  });

  it("asks one half alone where it is told to, and checks no gate on the tuning half", async () => {
    const asked: string[] = [];
    const counting = options({
      ask: (request) => {
        asked.push(request.question);
        return ask(request);
      },
    });
    const tuning = await evaluate({ ...counting, half: "tuning" });
    const tuningCount = asked.length;
    const gating = await evaluate({ ...counting, half: "gating" });
    expect(tuningCount).toBe(tuning.sets[0]?.cases);
    expect(asked.length).toBe(cases.length);
    expect(tuning.gates).toEqual([]);
    expect(reportTable(tuning)).toContain("tuning half alone: no gate was checked");
    expect(gating.gates.length).toBeGreaterThan(0);
    expect(gating.sets[0]?.failures).toEqual([]);
  });

  it("sends history and asks for as many passages as a request allows, never two questions at a time", async () => {
    const history = [{ role: "user", content: "Which gate?" } as const];
    const requests: AskRequest[] = [];
    let open = 0;
    const set = options({
      cases: [gateCase(1, { history }), gateCase(2)],
      ask: async (request) => {
        requests.push(request);
        expect(++open).toBe(1);
        const answer = await ask(request);
        open--;
        return answer;
      },
    });
    await evaluate(set);
    expect(requests.map((request) => [request.history.length, request.limit])).toEqual([
      [1, 20],
      [0, 20],
    ]);
  });

  it("asks again, for an explanation, what was refused and is answerable, and nothing else", async () => {
    const explained: string[] = [];
    let time = 0;
    const report = await evaluate({
      ...options({
        cases: [gateCase(1), gateCase(2), ...cases.slice(-1)],
        ask: async (request) => {
          time += 5;
          if (request.explain === true) explained.push(request.question);
          if (request.question === "When does gate 1 open?") return ask(request);
          const refusal = makeAnswer({ status: "unanswerable", answer: "Not said.", confidence: 0.2 });
          return request.explain === true
            ? { ...refusal, explanation: makeExplanation(["Gate 2 opens at 102 hours."]) }
            : refusal;
        },
      }),
      now: () => time,
    });
    expect(explained).toEqual(["When does gate 2 open?"]);
    const forecasts = report.sets[0]?.calibration.reduce((sum, each) => sum + each.forecasts, 0);
    expect(forecasts).toBe(3);
    expect(report.latencies.gates).toMatchObject({ p50Ms: 5, p99Ms: 5 });
  });

  it("names the case whose question failed and keeps the error's code", async () => {
    const broken = options({ ask: () => Promise.reject(new AnnalistError("aborted", "stopped")) });
    await expect(evaluate(broken)).rejects.toMatchObject({
      code: "aborted",
      message: "case g0 could not be asked: stopped",
    });
  });

  it("refuses evidence that no document holds", async () => {
    const wrong = options({ cases: [gateCase(1, { evidence: ["Gate 1 opens at noon."] })] });
    await expect(evaluate(wrong)).rejects.toThrow(
      'gates: case g1: evidence: found "Gate 1 opens at noon.", which stands in no document; expected one sentence',
    );
  });

  it("takes text that would move a terminal's cursor out of the list of failures", async () => {
    const report = await evaluate(options({ ask: async () => makeAnswer({ answer: "\u001b[2Jgone\u202e" }) }));
    const shown = failureList(report);
    expect(shown.includes("\u001b") || shown.includes("\u202e")).toBe(false);
    expect(shown).toContain("[2Jgone");
  });
});
