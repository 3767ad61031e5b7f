import { describe, expect, it } from "vitest";
import { recentTurns } from "../../src/client/recent-turns.ts";
import type { Turn } from "../../src/domain/question.ts";

function exchanges(count: number, length = 1): Turn[] {
  return Array.from({ length: count }, (_, index): Turn[] => [
    { role: "user", content: `${index}`.padEnd(length, "京") },
    { role: "assistant", content: `${index}` },
  ]).flat();
}

describe("recentTurns", () => {
  it("keeps the newest twenty turns in order", () => {
    expect(recentTurns(exchanges(3))).toEqual(exchanges(3));
    expect(recentTurns(exchanges(14))).toEqual(exchanges(14).slice(8));
  });

  it("drops whole old exchanges that a request of 64 KiB has no room for", () => {
    const kept = recentTurns(exchanges(10, 2000));
    expect(kept).toEqual(exchanges(10, 2000).slice(-kept.length));
    expect(kept[0]?.role).toBe("user");
    expect(kept.length).toBeGreaterThan(10);
    expect(new TextEncoder().encode(JSON.stringify(kept)).length).toBeLessThan(49 * 1024);
  });

  it("cuts the end off an answer that one turn has no room for", () => {
    const long: Turn[] = [
      { role: "user", content: "Why?" },
      { role: "assistant", content: `${"😀".repeat(8000)}x` },
    ];
    expect(recentTurns(long).map(({ content }) => content)).toEqual(["Why?", "😀".repeat(8000)]);
  });

  it("sends nothing of an exchange that is too large by itself", () => {
    expect(recentTurns(exchanges(1, 20_000))).toEqual([]);
  });
});
