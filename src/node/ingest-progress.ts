import type { BuildStep } from "./build-index.ts";
import type { Terminal } from "./terminal.ts";

/** What a step is called, and what it counts. */
const steps: Readonly<Record<BuildStep, readonly [name: string, unit: string]>> = {
  list: ["compared", "files"],
  read: ["read", "files"],
  embed: ["embedded", "chunks"],
  index: ["indexed", "chunks"],
  suggest: ["found", "questions that it answers"],
  write: ["wrote", "files of the index"],
  graph: ["linked", "chunks"],
  check: ["checked", "generation"],
};

/** At most so often, in milliseconds, is a line drawn again or an event written. */
const everyMs = 200;

/**
 * Shows how far an ingest is: on a terminal one line that is drawn again, with rate and time left; elsewhere one line a
 * step; with `--json` one event a line, `{"event":"progress","step","done","total"}`. `now` is in milliseconds.
 */
export function createIngestProgress(
  terminal: Terminal,
  now: () => number = () => performance.now(),
): (step: BuildStep, done: number, total: number) => void {
  let current: BuildStep | null = null;
  let since = now();
  let shown = Number.NEGATIVE_INFINITY;

  return (step, done, total) => {
    if (step !== current) {
      since = now();
      shown = Number.NEGATIVE_INFINITY;
    }
    current = step;
    const isComplete = done >= total;
    if (!isComplete && now() - shown < everyMs) return;
    shown = now();
    if (terminal.json) {
      terminal.write(JSON.stringify({ event: "progress", step, done, total }));
      return;
    }
    const elapsedMs = now() - since;
    if (isComplete) terminal.progress(describe(step, total));
    else terminal.status(`${describe(step, done)} of ${count(total)}${pace(done, total, elapsedMs)}`);
  };
}

function describe(step: BuildStep, number: number): string {
  const [name, unit] = steps[step];
  return `${name} ${count(number)} ${unit}`;
}

/** Rate and time left, once there is something to tell them from. */
function pace(done: number, total: number, elapsedMs: number): string {
  if (done === 0 || elapsedMs < 500) return "";
  const perSecond = (1000 * done) / elapsedMs;
  const secondsLeft = Math.ceil((total - done) / perSecond);
  const left = secondsLeft < 120 ? `${secondsLeft} s` : `${Math.round(secondsLeft / 60)} min`;
  return `, ${count(Math.round(perSecond))} a second, ${left} left`;
}

function count(number: number): string {
  return number.toLocaleString("en");
}
