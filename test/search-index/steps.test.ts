import { describe, expect, it } from "vitest";
import { breatheThrough, lazily, runSteps, type Steps } from "../../src/search-index/steps.ts";

function* sumTo(last: number, done: number[] = []): Steps<number> {
  let sum = 0;
  for (let i = 1; i <= last; i++) {
    sum += i;
    done.push(i);
    yield;
  }
  return sum;
}

describe("work in steps", () => {
  it("has the same result at once and a piece at a time", async () => {
    expect(runSteps(sumTo(100))).toBe(5050);
    expect(await breatheThrough(sumTo(100))).toBe(5050);
  });

  it("lets others have the thread in between", async () => {
    const order: string[] = [];
    function* slow(): Steps<void> {
      for (const until = performance.now() + 40; performance.now() < until; ) yield;
      order.push("work");
    }
    setTimeout(() => order.push("other"), 0);
    await breatheThrough(slow());
    expect(order).toEqual(["other", "work"]);
  });
});

describe("a value that is made when it is needed", () => {
  it("is not begun before", async () => {
    const done: number[] = [];
    const lazy = lazily(sumTo(3, done));
    expect(done).toEqual([]);
    await lazy.prepare();
    expect(done).toEqual([1, 2, 3]);
  });

  it("is made once, whoever asks for it while it is being made", async () => {
    const done: number[] = [];
    const lazy = lazily(sumTo(50, done));
    const [first, second] = [lazy.prepare(), lazy.prepare()];
    expect(lazy.get()).toBe(1275);
    await Promise.all([first, second]);
    expect(lazy.get()).toBe(1275);
    expect(done).toHaveLength(50);
  });
});
