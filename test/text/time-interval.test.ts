import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayAfter,
  daysBetween,
  formatDay,
  monthAfter,
  monthsInterval,
  parseDay,
} from "../../src/text/time-interval.ts";

describe("days of the calendar", () => {
  it.each([["2023-02-29"], ["1900-02-29"], ["2023-13-01"], ["2023-00-10"], ["0000-01-01"], ["23-01-01"], [""], [null]])(
    "that don't exist are none: %s",
    (iso) => {
      expect(parseDay(iso)).toBeNull();
    },
  );

  it("are counted as the engine's own calendar counts them", () => {
    const days = fc.date({ min: new Date("0002-01-01"), max: new Date("9998-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: -300, max: 300 }), (date, count) => {
        const iso = date.toISOString().slice(0, 10);
        const day = parseDay(iso);
        if (day === null) throw new Error(`${iso} was refused`);
        const later = formatDay(dayAfter(day, count));
        expect(later).toBe(new Date(Date.parse(iso) + count * 86_400_000).toISOString().slice(0, 10));
        expect(daysBetween(iso, later)).toBe(count);
      }),
    );
  });

  it("a month on from the 31st are the last of a shorter month", () => {
    expect(formatDay(monthAfter({ year: 2023, month: 12, day: 31 }, 2))).toBe("2024-02-29");
    expect(formatDay(monthAfter({ year: 2023, month: 1, day: 15 }, -13))).toBe("2021-12-15");
  });

  it("of months beyond December are in the next year", () => {
    expect(monthsInterval(2019, 12, { count: 3, grain: "season" })).toEqual({
      from: "2019-12-01",
      to: "2020-02-29",
      grain: "season",
    });
    expect(monthsInterval(2019, 0)?.from).toBe("2018-12-01");
  });
});
