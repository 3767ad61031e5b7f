import { describe, expect, it } from "vitest";
import { createQuestionGate, type QuestionGateOptions } from "../../src/http/question-gate.ts";

const never = new AbortController().signal;
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

function gateOf(options: QuestionGateOptions = {}) {
  return createQuestionGate({ nextTurn: turn, maxWaitMs: 60_000, ...options });
}

async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await turn();
}

describe("the gate", () => {
  it("lets as many in as it takes, the others in the order they came", async () => {
    const gate = gateOf({ maxInWork: 2 });
    const entered: number[] = [];
    const releases = await Promise.all([gate.enter(never), gate.enter(never)]);
    const later = [1, 2, 3].map((number) => gate.enter(never).then((release) => [entered.push(number), release]));
    await turns(5);
    expect([gate.inWork, gate.waiting, entered]).toEqual([2, 3, []]);
    for (const release of releases) release();
    await Promise.all(later.slice(0, 2));
    expect([gate.inWork, gate.waiting, entered]).toEqual([2, 1, [1, 2]]);
  });

  it("begins one question a turn of the event loop", async () => {
    let nextTurns = 0;
    const gate = gateOf({
      nextTurn: () => {
        nextTurns++;
        return turn();
      },
    });
    await Promise.all([1, 2, 3].map(() => gate.enter(never)));
    expect(nextTurns).toBe(3);
  });

  it("refuses with 503 and a time to come back what has waited too long, and takes it out of the queue", async () => {
    let refused = 0;
    const gate = gateOf({ maxInWork: 1, maxWaitMs: 5, onRefuse: () => refused++ });
    const release = await gate.enter(never);
    await expect(gate.enter(never)).rejects.toMatchObject({ status: 503, retryAfterSeconds: 1 });
    expect([gate.waiting, refused]).toEqual([0, 1]);
    release();
    await gate.enter(never);
    expect(gate.inWork).toBe(1);
  });

  it("forgets a question whose caller leaves while it waits, or has left before", async () => {
    const gate = gateOf({ maxInWork: 1 });
    const release = await gate.enter(never);
    const caller = new AbortController();
    const waiting = gate.enter(caller.signal);
    caller.abort();
    await expect(waiting).rejects.toMatchObject({ code: "aborted" });
    await expect(gate.enter(caller.signal)).rejects.toMatchObject({ code: "aborted" });
    release();
    await turns(3);
    expect([gate.inWork, gate.waiting]).toEqual([0, 0]);
  });

  it("gives a place back once, however often it is given back", async () => {
    const gate = gateOf({ maxInWork: 1 });
    const release = await gate.enter(never);
    release();
    release();
    expect(gate.inWork).toBe(0);
  });

  it("tells how long a question waited", async () => {
    let clock = 0;
    const waits: number[] = [];
    const gate = gateOf({ maxInWork: 1, now: () => clock, onEnter: (ms) => waits.push(ms) });
    const release = await gate.enter(never);
    const second = gate.enter(never);
    clock = 40;
    release();
    await second;
    expect(waits).toEqual([0, 40]);
  });
});
