import type { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createIngestProgress } from "../../src/node/ingest-progress.ts";
import { createTerminal } from "../../src/node/terminal.ts";
import { stringWriter } from "./string-writer.ts";

/** A run of one step of 1,000 files that takes 10 seconds, then of another. */
function run(json: boolean, isTTY: boolean) {
  const [stdout, stderr] = [stringWriter(), stringWriter()];
  let time = 0;
  const onScreen: Writable = Object.assign(stderr.stream, { isTTY });
  const terminal = createTerminal({ json, stdout: stdout.stream, stderr: onScreen });
  const onProgress = createIngestProgress(terminal, () => time);
  for (let done = 1; done <= 1000; done++) {
    time = done * 10;
    onProgress("read", done, 1000);
  }
  onProgress("embed", 4000, 4000);
  return { stdout: stdout.text(), stderr: stderr.text() };
}

describe("the progress of an ingest", () => {
  it("is one line a step where nobody watches", () => {
    expect(run(false, false)).toEqual({ stdout: "", stderr: "read 1,000 files\nembedded 4,000 chunks\n" });
  });

  it("is on a terminal a line that is drawn again, with rate and time left", () => {
    const { stderr } = run(false, true);
    expect(stderr).toContain("\r\u001b[Kread 501 files of 1,000, 100 a second, 5 s left");
    expect(stderr.split("\r").length).toBeGreaterThan(20);
    expect(stderr.split("\r").length).toBeLessThan(60);
    expect(stderr.endsWith("\r\u001b[Kread 1,000 files\nembedded 4,000 chunks\n")).toBe(true);
  });

  it("is with --json an event a line, five a second at most", () => {
    const { stdout, stderr } = run(true, true);
    const events = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(stderr).toBe("");
    expect(events.length).toBeLessThan(60);
    expect(events[0]).toEqual({ event: "progress", step: "read", done: 1, total: 1000 });
    expect(events.slice(-2).map(({ step, done }) => [step, done])).toEqual([
      ["read", 1000],
      ["embed", 4000],
    ]);
  });
});
