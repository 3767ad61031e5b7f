import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { parseFile } from "../../src/corpus/parse-file.ts";
import { AnnalistError } from "../../src/domain/errors.ts";
import { type BuildOptions, buildIndex } from "../../src/node/build-index.ts";
import { soundGeneration } from "../../src/node/current-generation.ts";
import { readSettings } from "../../src/node/settings.ts";
import { temporaryFolder } from "../node/temporary-folder.ts";
import { faultyStorage } from "./faulty-storage.ts";
import { byTier } from "./tier.ts";
import { verifyHere } from "./verify-here.ts";

/** THE MODEL: paths and the texts that they hold. What a generation holds is one of these, as it was at some time. */
type Model = ReadonlyMap<string, string>;

type Step =
  | { readonly kind: "put"; readonly path: string; readonly words: number }
  | { readonly kind: "remove"; readonly path: string }
  | { readonly kind: "ingest" }
  | { readonly kind: "crash"; readonly at: number };

const paths = fc.constantFrom("a.txt", "b.md", "notes/c.txt", "notes/d.md", "notes/a.txt", "e.txt");
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("put" as const), path: paths, words: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), path: paths }) },
  { weight: 3, arbitrary: fc.constant({ kind: "ingest" as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("crash" as const), at: fc.integer({ min: 1, max: 30 }) }) },
);

/** A text whose sentences tell it from that of every other number. */
function textOf(path: string, words: number): string {
  const sentences = Array.from({ length: 1 + (words % 5) }, (_, i) => `Entry ${words} of ${path} counts ${i} boats.`);
  return `${sentences.join(words % 2 === 0 ? " " : "\n\n")}\n`;
}

async function apply(step: Step, corpus: string, model: Map<string, string>): Promise<void> {
  if (step.kind === "put") {
    const text = textOf(step.path, step.words);
    await mkdir(dirname(join(corpus, step.path)), { recursive: true });
    await writeFile(join(corpus, step.path), text);
    model.set(step.path, text);
  } else if (step.kind === "remove") {
    await rm(join(corpus, step.path), { force: true });
    model.delete(step.path);
  }
}

async function heldBy(index: string): Promise<Model | null> {
  const generation = await soundGeneration(index);
  return generation && new Map(generation.documents.map(({ path, text }) => [path, text]));
}

const sorted = (model: Model | null) => model && [...model].sort();

it("whatever is added, edited, removed and killed, the index holds what the model says", {
  timeout: byTier(180_000, 3_600_000),
}, async () => {
  const seen = { ingests: 0, unchanged: 0, crashes: 0, afterCrash: 0 };
  const property = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
    const folder = await temporaryFolder();
    const settings = readSettings({ corpus: join(folder, "corpus"), index: join(folder, "index") }, {});
    await mkdir(settings.corpusDir);
    const now = new Map<string, string>();
    let published: Model | null = null;
    for (const each of [...steps, { kind: "ingest" } as const]) {
      await apply(each, settings.corpusDir, now);
      if (each.kind === "ingest") {
        if (now.size === 0) continue;
        const report = await buildIndex(settings, options());
        expect(report.published).toBe(JSON.stringify(sorted(published)) !== JSON.stringify(sorted(now)));
        expect(report.documents).toBe(now.size);
        published = new Map(now);
        seen.ingests++;
        if (!report.published) seen.unchanged++;
        expect(await readdir(settings.indexDir)).toSatisfy((entries: string[]) =>
          entries.every((entry) => /^(?:CURRENT|gen-\d{6})$/u.test(entry)),
        );
      }
      if (each.kind === "crash" && now.size > 0) {
        await crash(settings, each.at);
        const held = await heldBy(settings.indexDir);
        const isNew = JSON.stringify(sorted(held)) === JSON.stringify(sorted(now));
        if (isNew) published = new Map(now);
        seen.crashes++;
        if (isNew) seen.afterCrash++;
      }
      expect(sorted(await heldBy(settings.indexDir))).toEqual(sorted(published));
    }
  });
  await fc.assert(property, { numRuns: byTier(15, 400), endOnFailure: true });
  expect(seen.ingests).toBeGreaterThan(15);
  expect(seen.unchanged).toBeGreaterThan(0);
  expect(seen.crashes).toBeGreaterThan(5);
});

function options(): BuildOptions {
  return { verify: verifyHere, openParser: () => ({ parse: parseFile, close: () => {} }) };
}

/** A build whose process ends at an operation: nothing of it, and of what would come after, happens. */
async function crash(settings: Parameters<typeof buildIndex>[0], at: number): Promise<void> {
  try {
    await buildIndex(settings, { ...options(), storage: faultyStorage({ at, kind: "CRASH" }) });
  } catch (error) {
    if (!(error instanceof AnnalistError)) throw error;
  }
  // A process that ended holds no lock; this one goes on.
  for (const entry of await readdir(settings.indexDir).catch(() => [])) {
    if (entry.startsWith(`writer-${process.pid}-`)) await rm(join(settings.indexDir, entry));
  }
}
