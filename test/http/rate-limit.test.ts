import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRateLimit } from "../../src/http/rate-limit.ts";

describe("the rate limit", () => {
  it("takes a minute's share at once, then one each time that a share has grown back", () => {
    let clock = 0;
    const limit = createRateLimit({ perMinute: 60, now: () => clock });
    for (let i = 0; i < 60; i++) expect(limit.take("a")).toBe(0);
    expect(limit.take("a")).toBe(1);
    clock = 1000;
    expect(limit.take("a")).toBe(0);
    expect(limit.take("a")).toBe(1);
  });

  it("says how long to wait, such that the next one passes after it", () => {
    let clock = 0;
    const limit = createRateLimit({ perMinute: 2, now: () => clock });
    limit.take("a");
    limit.take("a");
    const seconds = limit.take("a");
    expect(seconds).toBe(30);
    clock = seconds * 1000;
    expect(limit.take("a")).toBe(0);
  });

  it("counts each client by itself", () => {
    const limit = createRateLimit({ perMinute: 1, now: () => 0 });
    expect([limit.take("a"), limit.take("b"), limit.take("a")]).toEqual([0, 0, 60]);
  });

  it("forgets the client that was silent longest, and no other, once there are too many", () => {
    const limit = createRateLimit({ perMinute: 1, maxClients: 2, now: () => 0 });
    limit.take("a");
    limit.take("b");
    limit.take("a");
    limit.take("c");
    expect(limit.take("a")).toBeGreaterThan(0);
    expect(limit.take("b")).toBe(0);
  });

  it("never takes more of a client than its share and what grew back", () => {
    void fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.array(fc.nat(5000), { maxLength: 200 }), (perMinute, pauses) => {
        let clock = 0;
        const limit = createRateLimit({ perMinute, now: () => clock });
        let taken = 0;
        for (const pause of pauses) {
          clock += pause;
          if (limit.take("a") === 0) taken++;
          expect(taken).toBeLessThanOrEqual(perMinute + (clock / 60_000) * perMinute + 1e-6);
        }
      }),
    );
  });
});
