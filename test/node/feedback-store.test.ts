import { mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RequestError } from "../../src/domain/errors.ts";
import type { FeedbackEntry } from "../../src/domain/feedback.ts";
import { feedbackFile, parseFeedback } from "../../src/node/feedback-file.ts";
import { openFeedbackStore } from "../../src/node/feedback-store.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const entry: FeedbackEntry = {
  answerId: "ans_1",
  question: "When does it open?",
  answer: "It opens at 9:30. [1]",
  rating: "up",
  generation: "000001",
};
const at = "2026-01-02T03:04:05.000Z";
const now = () => new Date(at);
const read = (folder: string) => parseFeedback(readFileSync(join(folder, feedbackFile), "utf8"));

describe("the feedback store", () => {
  it("keeps each entry as a line of its own, for its owner alone", async () => {
    const folder = join(await temporaryFolder(), "new/data");
    const store = await openFeedbackStore(folder, { now });
    await store.add(entry);
    await store.add({ ...entry, rating: "down", comment: "Line\nbreak \u2028 \u0000", generation: null });
    expect(read(folder)).toEqual({
      entries: [
        { at, ...entry },
        { at, ...entry, rating: "down", comment: "Line\nbreak \u2028 \u0000", generation: null },
      ],
      torn: [],
    });
    expect(statSync(join(folder, feedbackFile)).mode & 0o777).toBe(0o600);
  });

  it("adds to what earlier servers kept", async () => {
    const folder = await temporaryFolder();
    for (const _ of "ab") await (await openFeedbackStore(folder)).add(entry);
    expect(read(folder).entries).toHaveLength(2);
  });

  it("keeps all of what comes at once, in order", async () => {
    const folder = await temporaryFolder();
    const store = await openFeedbackStore(folder);
    const ids = Array.from({ length: 200 }, (_, i) => `ans_${i}`);
    await Promise.all(ids.map((answerId) => store.add({ ...entry, answerId })));
    expect(read(folder).entries.map(({ answerId }) => answerId)).toEqual(ids);
  });

  it("keeps whole lines where two servers share a folder", async () => {
    const folder = await temporaryFolder();
    const stores = await Promise.all([openFeedbackStore(folder), openFeedbackStore(folder)]);
    await Promise.all(stores.flatMap((store) => Array.from({ length: 50 }, () => store.add(entry))));
    const { entries, torn } = read(folder);
    expect([entries.length, torn]).toEqual([100, []]);
  });

  it("refuses with 503 what does not fit, keeps what there is, and goes on with what fits", async () => {
    const folder = await temporaryFolder();
    const line = `${JSON.stringify({ at, ...entry })}\n`.length;
    const store = await openFeedbackStore(folder, { now, maxBytes: 2 * line });
    await store.add(entry);
    const refused = await store.add({ ...entry, comment: "long" }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RequestError);
    expect(refused).toMatchObject({ status: 503, retryAfterSeconds: 600 });
    expect((refused as Error).message).toContain("full");
    await store.add(entry);
    expect(read(folder).entries).toEqual([
      { at, ...entry },
      { at, ...entry },
    ]);
  });

  it("begins a new line behind one that was torn at any place, and the reader leaves only that out", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, feedbackFile);
    const store = await openFeedbackStore(folder, { now });
    await store.add(entry);
    await store.add({ ...entry, comment: "Käse 😀" });
    const whole = readFileSync(path);
    const first = `${JSON.stringify({ at, ...entry })}\n`.length;
    for (let length = first + 1; length < whole.length - 1; length += 7) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      await store.add(entry);
      const { entries, torn } = read(folder);
      expect([length, entries.length, torn]).toEqual([length, 2, [2]]);
    }
  });

  it("begins a new file after its file was taken away", async () => {
    const folder = await temporaryFolder();
    const store = await openFeedbackStore(folder, { now });
    rmSync(join(folder, feedbackFile));
    await store.add(entry);
    expect(read(folder).entries).toHaveLength(1);
  });

  it("says which folder can't be used, and how to name another", async () => {
    const folder = await temporaryFolder();
    writeFileSync(join(folder, "file"), "");
    await expect(openFeedbackStore(join(folder, "file"))).rejects.toThrow(/file.*ANNALIST_DATA/u);
    mkdirSync(join(folder, "data", feedbackFile), { recursive: true });
    await expect(openFeedbackStore(join(folder, "data"))).rejects.toThrow(/ANNALIST_DATA/u);
    if (process.platform === "linux") await expect(openFeedbackStore("/proc/none")).rejects.toThrow(/ANNALIST_DATA/u);
  });

  it("tells nothing of the machine where a write fails", async () => {
    const folder = await temporaryFolder();
    const store = await openFeedbackStore(join(folder, "data"));
    rmSync(join(folder, "data"), { recursive: true });
    const refused = await store.add(entry).catch((error: unknown) => error as Error);
    expect(refused).toMatchObject({ status: 503, cause: { code: "ENOENT" } });
    expect((refused as Error).message).not.toContain(folder);
  });
});
