import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAddresses } from "../../src/grounding/check-addresses.ts";
import { checkDates } from "../../src/grounding/check-dates.ts";
import { checkDirection } from "../../src/grounding/check-direction.ts";
import { checkNames } from "../../src/grounding/check-names.ts";
import { checkNegation } from "../../src/grounding/check-negation.ts";
import { checkQuantities } from "../../src/grounding/check-quantities.ts";
import { checkWords } from "../../src/grounding/check-words.ts";
import type { Finding } from "../../src/grounding/finding.ts";
import { readStatement, type Statement } from "../../src/grounding/statement.ts";

type Check = (claim: Statement, evidence: Statement) => readonly Finding[];
type Row = readonly [claim: string, evidence: string, ...findings: string[]];

const names: Check = (claim, evidence) => checkNames(claim, evidence, readStatement(""));

/** `kind verdict "words of the claim" < "words of the evidence" (severity)`. */
function told(check: Check, claim: string, evidence: string): readonly string[] {
  return check(readStatement(claim), readStatement(evidence)).map(({ kind, verdict, severity, ...spans }) => {
    const there = spans.evidence === null ? "" : ` < "${evidence.slice(spans.evidence.start, spans.evidence.end)}"`;
    const words = claim.slice(spans.claim.start, spans.claim.end);
    return `${kind} ${verdict} "${words}"${there}${severity === null ? "" : ` (${severity})`}`;
  });
}

const tables: Readonly<Record<string, readonly [Check, readonly Row[]]>> = {
  "numbers with units": [
    checkQuantities,
    [
      ["It weighs 3.5 tons.", "The bell weighs 3500 kg.", 'number met "3.5 tons" < "3500 kg"'],
      ["It weighs 4 tons.", "The bell weighs 3500 kg.", 'number differs "4 tons" < "3500 kg" (contradicted)'],
      ["It has 12 arches.", "A bridge of nine arches.", 'number differs "12" < "nine" (contradicted)'],
      ["It has 12 arches.", "A bridge of arches.", 'number missing "12" (unsupported)'],
      ["It cost $5 million.", "It cost 5 million dollars.", 'number met "5 million" < "5 million dollars"'],
      ["Over 40% came.", "More than 40 percent came.", 'number met "40%" < "40 percent"'],
      ["Under 40% came.", "Over 40% came.", 'number differs "40%" < "40%" (contradicted)'],
      [
        "From 20 to 20 tons.",
        "From 10 to 20 tons.",
        'number met "20" < "20 tons"',
        'number differs "20 tons" < "20 tons" (partial)',
      ],
      ["Built in 1904.", "It was built in 1904.", 'date met "1904" < "1904"'],
      ["Built in 1905.", "It was built in 1904.", 'date missing "1905" (unsupported)'],
      ["No number here.", "It has 12 arches."],
    ],
  ],
  dates: [
    checkDates,
    [
      ["Opened on 2 April.", "It opened on April 2.", 'date met "2 April" < "April 2"', 'date met "April" < "April"'],
      [
        "Opened on 3 April.",
        "It opened on April 2.",
        'date differs "3 April" < "April 2" (contradicted)',
        'date met "April" < "April"',
      ],
      ["Opened in May.", "It opened in June.", 'date differs "May" < "June" (contradicted)'],
      ["Opened in May.", "It opened.", 'date missing "May" (unsupported)'],
      ["It may open.", "It opened in June."],
      [
        "On 2023-05-15 it opened.",
        "It opened on 15 May 2023.",
        'date met "2023-05-15" < "15 May"',
        'date met "2023-05-15" < "May"',
      ],
    ],
  ],
  names: [
    names,
    [
      ["The keeper was Ada Holm.", "Ada Holm kept it.", 'name met "Ada" < "Ada"', 'name met "Holm" < "Holm"'],
      ["The Chinese fleet.", "A fleet of China.", 'name met "Chinese" < "China"'],
      ["The keeper was Ada.", "The keeper was Per.", 'name differs "Ada" < "Per" (unsupported)'],
      ["The keeper was Ada.", "There was a keeper.", 'name missing "Ada" (unsupported)'],
      ["The GDP grew.", "The gross domestic product grew.", 'name met "GDP" < "gross domestic product"'],
    ],
  ],
  addresses: [
    checkAddresses,
    [
      ["See www.port.example.", "At www.port.example/ it is.", 'name met "www.port.example" < "www.port.example"'],
      ["Write to a@b.example.", "Write to us.", 'name missing "a@b.example" (unsupported)'],
    ],
  ],
  negation: [
    checkNegation,
    [
      ["Dogs are not allowed.", "Dogs are never allowed.", 'negation met "not allowed" < "never allowed"'],
      ["Dogs are not allowed.", "Dogs are allowed.", 'negation differs "not allowed" < "allowed" (contradicted)'],
      ["Dogs are allowed.", "No dogs are allowed.", 'negation differs "Dogs" < "No dogs" (contradicted)'],
      ["Dogs are not allowed.", "Dogs run.", 'negation missing "not allowed" (unsupported)'],
      ["No more than two dogs.", "At most two dogs."],
    ],
  ],
  "direction of change": [
    checkDirection,
    [
      ["Exports rose by 5%.", "Exports grew by 5%.", 'direction met "rose" < "grew"'],
      ["Exports fell by 5%.", "Exports grew by 5%.", 'direction differs "fell" < "grew" (contradicted)'],
      [
        "Sales fell rather than fell.",
        "Sales rose rather than fell.",
        'direction differs "fell" < "rose" (contradicted)',
        'direction met "fell" < "fell"',
      ],
      ["Exports rose.", "Exports came to 5 tons.", 'direction missing "rose"'],
      [
        "Exports fell and imports rose.",
        "Exports rose and imports rose.",
        'direction differs "fell" < "rose" (contradicted)',
        'direction met "rose" < "rose"',
      ],
    ],
  ],
  "content words": [
    checkWords,
    [
      ["The keepers lit it.", "A keeper lights lamps.", 'word met "keepers" < "keeper"', 'word missing "lit"'],
      ["The 12 keepers.", "It was so.", 'word missing "keepers"'],
      ["It was so.", "It was so."],
    ],
  ],
};

for (const [what, [check, rows]] of Object.entries(tables)) {
  describe(what, () => {
    it.each(rows)("%s | %s", (claim, evidence, ...findings) => {
      expect(told(check, claim, evidence)).toEqual(findings);
    });
  });
}

describe("every check", () => {
  const checks = Object.entries(tables).map(([what, [check]]) => [what, check] as const);

  it.each(checks)("%s: spans lie inside the texts and are never empty, whatever these are", (_what, check) => {
    const words = [
      "not",
      "rose",
      "fell",
      "5 %",
      "May 2",
      "2 May 2020",
      "Ada",
      "İ",
      "www.a.example",
      "😀",
      "GDP",
      ".",
      "and",
    ];
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(text, text, (claim, evidence) => {
        for (const finding of check(readStatement(claim), readStatement(evidence))) {
          for (const [span, whole] of [
            [finding.claim, claim],
            [finding.evidence, evidence],
          ] as const) {
            if (span === null) continue;
            expect([0 <= span.start, span.start < span.end, span.end <= whole.length]).toEqual([true, true, true]);
          }
          expect(finding.verdict === "met").toBe(finding.verdict !== "missing" && finding.severity === null);
          expect(finding.verdict === "missing").toBe(finding.verdict !== "met" && finding.evidence === null);
        }
      }),
    );
  });

  it.each(checks)("%s: finds nothing unmet between a text and itself", (_what, check) => {
    const words = ["Ada", "rose", "fell", "not", "5 %", "on 2 May", "in 1999", "and", "the port", "no more than"];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => `It is ${parts.join(" ")}.`);
    fc.assert(
      fc.property(text, (claim) => {
        const [statement, again] = [readStatement(claim), readStatement(claim)];
        expect(check(statement, again).filter(({ verdict }) => verdict !== "met")).toEqual([]);
      }),
    );
  });
});
