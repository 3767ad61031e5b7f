import { expect, it } from "vitest";
import { hashInTurns } from "../../src/node/hash-in-turns.ts";
import { sha256 } from "../../src/search-index/sha256.ts";

it.each([0, 1, 2 ** 20, 2 ** 20 + 1, 3_000_000])(
  "the hash of %i bytes is that of all of them at once",
  async (length) => {
    const bytes = Uint8Array.from({ length }, (_, i) => i % 251);
    expect(await hashInTurns(bytes)).toBe(await sha256(bytes));
  },
);
