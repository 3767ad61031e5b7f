import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { KindFigures } from "../../eval/figures.ts";
import { checkGates, describeGate } from "../../eval/gates.ts";
import { proportion } from "../../eval/statistics.ts";
import { parseThresholds } from "../../eval/thresholds.ts";

function figures(fields: Partial<KindFigures>): KindFigures {
  return {
    kind: "direct",
    half: "gating",
    cases: 20,
    answerable: 20,
    verdicts: { right: 19, hedged: 0, misquote: 0, wrong: 1 },
    strict: proportion(19, 20),
    lenient: proportion(19, 20),
    falseAnswers: null,
    falseRefusals: proportion(1, 20),
    withheldRight: null,
    citationVerbatim: proportion(30, 30),
    citationFirst: proportion(18, 19),
    citationAny: proportion(19, 19),
    citationPrecision: proportion(20, 30),
    recallAt1: proportion(15, 20),
    recallAt5: proportion(20, 20),
    recallAt10: proportion(20, 20),
    mrr: 0.8,
    exactMatch: 0.5,
    f1: 0.6,
    wordsMedian: 30,
    wordsP90: 60,
    ...fields,
  };
}

const outcomes = (...args: Parameters<typeof checkGates>) =>
  checkGates(...args).map(({ kind, figure, outcome }) => `${kind} ${figure} ${outcome}`);

describe("checkGates", () => {
  it("passes at the bar itself and fails below it", () => {
    expect(outcomes("s", [figures({})], { s: { direct: { strict: 0.95 } } })).toEqual(["direct strict passed"]);
    expect(outcomes("s", [figures({})], { s: { direct: { strict: 0.951 } } })).toEqual(["direct strict failed"]);
  });

  it("takes a bar for errors and for words as a ceiling", () => {
    const thresholds = { s: { direct: { falseRefusals: 0.05, wordsMedian: 29 } } };
    expect(outcomes("s", [figures({})], thresholds)).toEqual([
      "direct falseRefusals passed",
      "direct wordsMedian failed",
    ]);
  });

  it("names the figure, the bar and what was measured", () => {
    const [gate] = checkGates("s", [figures({})], { s: { direct: { strict: 0.97 } } });
    expect(gate && describeGate(gate)).toBe("failed: s direct strict 0.95, bar at least 0.97 (20 gating cases)");
  });

  it("looks at the gating half alone", () => {
    const perfect = figures({ half: "tuning", strict: proportion(20, 20) });
    expect(outcomes("s", [perfect, figures({})], { s: { direct: { strict: 1 } } })).toEqual(["direct strict failed"]);
  });

  it("reports a kind with fewer than 20 gating cases and does not gate it", () => {
    const few = figures({ cases: 19, strict: proportion(0, 19) });
    expect(outcomes("s", [few], { s: { direct: { strict: 1 } } })).toEqual(["direct strict too few cases"]);
    expect(outcomes("s", [], { s: { direct: { strict: 1 } } })).toEqual(["direct strict too few cases"]);
  });

  it("holds the bars under * against every kind by itself, a kind's own bar first", () => {
    const kinds = [figures({}), figures({ kind: "typo" })];
    const thresholds = { s: { typo: { strict: 0.5 }, "*": { strict: 1, f1: 0.1 } } };
    expect(outcomes("s", kinds, thresholds)).toEqual([
      "typo strict passed",
      "typo f1 passed",
      "direct strict failed",
      "direct f1 passed",
    ]);
  });

  it("fails where all was refused, so that no citation could be judged", () => {
    const silent = figures({ citationFirst: null });
    expect(outcomes("s", [silent], { s: { "*": { citationFirst: 0.85 } } })).toEqual(["direct citationFirst failed"]);
  });

  it("spares a kind without answerable cases what it can't have, unless the bar names the kind", () => {
    const near = figures({ kind: "unanswerable", answerable: 0, citationFirst: null, falseAnswers: proportion(1, 20) });
    expect(outcomes("s", [near], { s: { "*": { citationFirst: 0.85, falseAnswers: 0.1 } } })).toEqual([
      "unanswerable falseAnswers passed",
    ]);
    expect(outcomes("s", [near], { s: { unanswerable: { citationFirst: 0.85 } } })).toEqual([
      "unanswerable citationFirst failed",
    ]);
  });

  it("has no gates for a set that the thresholds don't name, even one called like a method", () => {
    expect(checkGates("other", [figures({})], { s: { direct: { strict: 1 } } })).toEqual([]);
    expect(checkGates("constructor", [figures({})], {})).toEqual([]);
  });
});

describe("parseThresholds", () => {
  it("takes the thresholds as committed", () => {
    const text = readFileSync(new URL("../../eval/thresholds.json", import.meta.url), "utf8");
    expect(Object.keys(parseThresholds(text, "thresholds.json"))).toContain("chronicle");
  });

  it("names every unknown kind, unknown figure and bar out of range", () => {
    const thresholds = { s: { odd: { strict: 1.1 }, direct: { score: 1, mrr: "1", wordsP90: 90 } }, t: [] };
    expect(() => parseThresholds(JSON.stringify(thresholds), "t.json")).toThrow(
      new RegExp(
        [
          String.raw`^t\.json: s\.odd: found an unknown kind; expected \* or one of .*`,
          String.raw`t\.json: s\.odd\.strict: found 1\.1; expected a number from 0 to 1`,
          String.raw`t\.json: s\.direct\.score: found an unknown figure; expected one of .*`,
          String.raw`t\.json: s\.direct\.mrr: found "1"; expected a number from 0 to 1`,
          String.raw`t\.json: t: found \[\]; expected an object$`,
        ].join("\n"),
        "u",
      ),
    );
  });

  it("refuses what is no JSON", () => {
    expect(() => parseThresholds("{", "t.json")).toThrow(/^t\.json: found no valid JSON/u);
  });
});
