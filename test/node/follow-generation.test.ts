import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createExtractiveAnswerer } from "../../src/answering/extractive-answerer.ts";
import { createAssistant } from "../../src/ask.ts";
import { sourceOf } from "../../src/corpus/source-file.ts";
import type { Answer } from "../../src/domain/answer.ts";
import { ingest } from "../../src/ingest.ts";
import { replaceCurrent } from "../../src/node/current-generation.ts";
import { type FollowOptions, followGeneration } from "../../src/node/follow-generation.ts";
import { diskStorage } from "../../src/node/index-storage.ts";
import { openGeneration } from "../../src/node/open-generation.ts";
import { publishGeneration } from "../../src/node/publish-generation.ts";
import { shippedModels } from "../build-generation.ts";
import { createTestApp, post } from "../http/test-app.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const shipped = shippedModels();
const answerer = createExtractiveAnswerer();
const question = "When was the lighthouse of Harrow built?";
const longAgo = 3_600_000;
let indexDir = "";

beforeEach(async () => {
  indexDir = await temporaryFolder();
});

const textOf = (year: number) =>
  `The lighthouse of Harrow was built in ${year}. Its keeper of ${year} was Ada Fenn. The harbour of ${year} had two piers.\n`;

/** Publishes a corpus in which everything happened in `year`, and returns the name of its generation. */
async function publish(year: number): Promise<string> {
  const source = sourceOf({ path: "harrow.txt", bytes: new TextEncoder().encode(textOf(year)) });
  const { content } = await ingest([source], shipped);
  if (content === null) throw new Error("ingest built nothing");
  const { name } = await publishGeneration(indexDir, content, { verify: async () => null });
  return name;
}

const open = async () => {
  const generation = await openGeneration(indexDir, { embedder: shipped.embedder });
  return createAssistant({ ...shipped, generation, answerer });
};

/** Follows the index, and gives what was told and a promise of the next move. */
async function follow(options: Partial<FollowOptions> = {}) {
  const moves: string[] = [];
  const problems: string[] = [];
  let moved = Promise.withResolvers<string>();
  const followed = await followGeneration(indexDir, {
    open,
    pollMs: longAgo,
    onMove: (name) => {
      moves.push(name);
      moved.resolve(name);
      moved = Promise.withResolvers();
    },
    onProblem: (problem) => problems.push(problem),
    ...options,
  });
  onTestFinished(followed.close);
  await followed.look();
  return { ...followed, moves, problems, nextMove: () => moved.promise };
}

const pointTo = (name: string) => replaceCurrent(indexDir, name, diskStorage);

describe("following the published generation", () => {
  it("rejects where there is none at the start, as opening it does", async () => {
    await expect(followGeneration(indexDir, { open })).rejects.toMatchObject({ code: "index_missing" });
  });

  it("moves to a new one, and back when CURRENT goes back", async () => {
    const first = await publish(1850);
    const followed = await follow();
    expect(followed.assistant().generation).toBe(first);
    const forth = followed.nextMove();
    const second = await publish(1911);
    expect(await forth).toBe(second);
    expect(followed.assistant().document("harrow")?.text).toBe(textOf(1911));
    const back = followed.nextMove();
    await pointTo(first);
    expect(await back).toBe(first);
    expect(followed.assistant().document("harrow")?.text).toBe(textOf(1850));
    expect(followed.moves).toEqual([second, first]);
    expect(followed.problems).toEqual([]);
  });

  it("opens nothing while CURRENT stays, and one at a time when it changes", async () => {
    await publish(1850);
    let opening = 0;
    let most = 0;
    let opened = 0;
    const followed = await follow({
      open: async () => {
        most = Math.max(most, ++opening);
        opened++;
        const assistant = await open();
        opening--;
        return assistant;
      },
    });
    await Promise.all([followed.look(), followed.look(), followed.look()]);
    expect(opened).toBe(1);
    const last = await publish(1911);
    await Promise.all([followed.look(), followed.look()]);
    await followed.look();
    expect(followed.assistant().generation).toBe(last);
    expect([most, opened]).toEqual([1, 2]);
  });

  it("looks once more where CURRENT changes while a generation is opened", async () => {
    await publish(1850);
    const followed = await follow({
      open: async () => {
        const assistant = await open();
        if (assistant.document("harrow")?.text === textOf(1911)) await publish(1912);
        return assistant;
      },
    });
    await publish(1911);
    await vi.waitFor(() => expect(followed.moves).toEqual(["000002", "000003"]));
    expect(followed.assistant().document("harrow")?.text).toBe(textOf(1912));
  });

  it("finds an index that was deleted and built anew under the same name, by the poll alone", async () => {
    await publish(1850);
    const followed = await follow({ pollMs: 20 });
    await rm(indexDir, { recursive: true });
    const moved = followed.nextMove();
    expect(await publish(1911)).toBe("000001");
    expect(await moved).toBe("000001");
    expect(followed.assistant().document("harrow")?.text).toBe(textOf(1911));
  });

  it("stays where it is once it is closed", async () => {
    const first = await publish(1850);
    const followed = await follow({ pollMs: 5 });
    followed.close();
    await publish(1911);
    await followed.look();
    expect(followed.assistant().generation).toBe(first);
  });

  it("lets go of the one that was served before", async () => {
    await publish(1850);
    const followed = await follow();
    await followed.assistant().ask({ question, history: [], limit: 1 });
    const before = new WeakRef(followed.assistant());
    await publish(1911);
    await followed.look();
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    for (let tries = 0; tries < 20 && before.deref() !== undefined; tries++) {
      await new Promise((resolve) => setImmediate(resolve));
      collect();
    }
    expect(before.deref()).toBeUndefined();
  });
});

describe("a generation that can't be opened", () => {
  it("leaves the one before in service and is told once, until CURRENT changes again", async () => {
    const first = await publish(1850);
    const second = await publish(1911);
    await pointTo(first);
    const file = join(indexDir, `gen-${second}`, "chunks.jsonl");
    const intact = await readFile(file);
    await writeFile(file, intact.subarray(1));
    const followed = await follow();
    await pointTo(second);
    for (let looks = 0; looks < 8; looks++) await followed.look();
    expect(followed.assistant().generation).toBe(first);
    expect(followed.problems).toEqual([
      expect.stringMatching(
        new RegExp(`^generation ${first} goes on being served: gen-${second}/chunks.jsonl is damaged: .*ingest$`, "u"),
      ),
    ]);
    expect((await followed.assistant().ask({ question, history: [], limit: 1 })).answer).toContain("1850");

    await writeFile(file, intact);
    const moved = followed.nextMove();
    await pointTo(second);
    expect(await moved).toBe(second);
    expect(followed.problems).toHaveLength(1);
  });

  it("is tried again without a change, at growing distances", async () => {
    await publish(1850);
    let tries = 0;
    const followed = await follow({
      open: async () => (tries++ === 0 ? open() : Promise.reject(new Error("no room"))),
    });
    await publish(1911);
    const looksAtTry: number[] = [];
    for (let looks = 0, seen = tries; looks < 40; looks++, seen = tries) {
      await followed.look();
      if (tries > seen) looksAtTry.push(looks);
    }
    const distances = looksAtTry.slice(1).map((look, i) => look - (looksAtTry[i] as number));
    expect(distances.length).toBeGreaterThan(2);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
    expect(distances.at(-1)).toBeGreaterThanOrEqual(8);
    expect(followed.problems).toEqual(["generation 000001 goes on being served: no room"]);
  });

  it.each(["../outside\n", ""])("is also what a CURRENT that holds %j names", async (name) => {
    const first = await publish(1850);
    const followed = await follow();
    await writeFile(join(indexDir, "CURRENT"), name);
    await followed.look();
    expect(followed.assistant().generation).toBe(first);
    expect(followed.problems).toEqual([expect.stringContaining("CURRENT is damaged")]);
  });
});

it("requests during publications never fail, and no answer mixes two generations", async () => {
  const years = new Map<string, number>();
  years.set(await publish(1850), 1850);
  const followed = await follow();
  const app = createTestApp({ assistant: followed.assistant });
  let isOver = false;
  const answers: Answer[] = [];
  const statuses = new Set<number>();
  const askOn = async () => {
    while (!isOver) {
      const response = await post(app, "/ask", { question });
      statuses.add(response.status);
      answers.push((await response.json()) as Answer);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const loops = Array.from({ length: 4 }, askOn);
  for (let year = 1900; year < 1905; year++) {
    const name = await publish(year);
    years.set(name, year);
    await followed.look();
    expect(((await (await post(app, "/ask", { question })).json()) as Answer).generation).toBe(name);
    if (year % 3 === 0) await pointTo([...years.keys()].at(-2) as string);
  }
  isOver = true;
  await Promise.all(loops);

  expect([...statuses]).toEqual([200]);
  expect(answers.length).toBeGreaterThan(20);
  for (const { generation, citations, answer, passages } of answers) {
    const year = years.get(generation) as number;
    expect(answer).toContain(String(year));
    expect(citations.length).toBeGreaterThan(0);
    for (const { start, end: last, quote, documentId, url } of citations) {
      expect(textOf(year).slice(start, last)).toBe(quote);
      expect(url).toContain(documentId);
    }
    for (const { text } of passages) expect(textOf(year)).toContain(text);
  }
});
