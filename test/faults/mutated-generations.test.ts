import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { byTier } from "./tier.ts";

const program = fileURLToPath(new URL("./open-mutated.ts", import.meta.url));
const run = promisify(execFile);
const batch = byTier(100, 500);
const total = byTier(300, 10_000);

it("a generation with a change in it is refused or answers as before, and never ends the process", {
  timeout: byTier(120_000, 7_200_000),
}, async () => {
  const outcome = { refused: 0, same: 0, wrong: [] as string[] };
  for (let seed = 1; seed <= total / batch; seed++) {
    const { stdout } = await run(process.execPath, [program, String(seed), String(batch)]);
    const { refused, same, wrong } = JSON.parse(stdout) as typeof outcome;
    outcome.refused += refused;
    outcome.same += same;
    outcome.wrong.push(...wrong);
  }
  expect(outcome.wrong).toEqual([]);
  expect(outcome.refused + outcome.same).toBe(total);
  expect(outcome.refused).toBeGreaterThan(0.8 * total);
});
