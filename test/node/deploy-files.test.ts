import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const variablesIn = (text: string) => new Set(text.match(/\b(?:ANNALIST|OPENAI)_[A-Z_]+\b/gu));

/** What the program reads, by the names that stand in its sources. */
function variablesRead(): ReadonlySet<string> {
  const files = readdirSync(join(root, "src/node")).filter((file) => file.endsWith(".ts"));
  return variablesIn(files.map((file) => read(`src/node/${file}`)).join("\n"));
}

it("every variable that the program reads stands in .env.example and in the README, and no other", () => {
  const known = [...variablesRead()].sort();
  expect(known.length).toBeGreaterThan(15);
  expect([...variablesIn(read(".env.example"))].sort()).toEqual(known);
  expect(known.filter((variable) => !variablesIn(read("README.md")).has(variable))).toEqual([]);
});

it("every RUN of the Dockerfile is a step of .ci/run", () => {
  const steps = [...read("Dockerfile").matchAll(/^RUN (?<step>.+)$/gmu)].map((match) => match.groups?.step);
  // `npm cit` is `npm ci` and then the tests.
  const ci = read(".ci/run").replace(/^npm cit\b/gmu, "npm ci");
  expect(steps.length).toBeGreaterThan(1);
  for (const step of steps) expect(ci).toMatch(new RegExp(`^(?:run )?${step}(?: |$)`, "mu"));
});

it("every variable in docs/deploy.md is one that the program reads", () => {
  const known = variablesRead();
  expect([...variablesIn(read("docs/deploy.md"))].filter((variable) => !known.has(variable))).toEqual([]);
});
