import { expect, it } from "vitest";
import { limits } from "../../src/domain/limits.ts";
import { holdUntilDone } from "../../src/http/hold-until-done.ts";

const piece = new Uint8Array(64 * 1024);
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function streamOf(pieces: number, contentType = "text/event-stream; charset=utf-8") {
  const seen = { made: 0, done: 0, left: false };
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (seen.made === pieces) return controller.close();
        seen.made++;
        controller.enqueue(piece);
      },
      cancel() {
        seen.left = true;
      },
    },
    { highWaterMark: 0 },
  );
  const init = { status: 201, headers: { "content-type": contentType, "x-own": "kept" } };
  return { seen, response: holdUntilDone(new Response(source, init), () => seen.done++) };
}

it("a stream within the bound is done without a reader, and reads back whole", async () => {
  const { seen, response } = streamOf(3);
  await settled();
  expect(seen).toEqual({ made: 3, done: 1, left: false });
  expect([response.status, response.headers.get("x-own")]).toEqual([201, "kept"]);
  expect((await response.arrayBuffer()).byteLength).toBe(3 * piece.length);
});

it("of a longer one no more is made than the bound until somebody reads", async () => {
  const { seen, response } = streamOf(100);
  await settled();
  expect(seen.made * piece.length).toBeLessThanOrEqual(limits.streamAheadBytes + 2 * piece.length);
  expect(seen.done).toBe(0);
  expect((await response.arrayBuffer()).byteLength).toBe(100 * piece.length);
  await settled();
  expect(seen).toEqual({ made: 100, done: 1, left: false });
});

it("a reader who leaves ends it, and its source hears of that", async () => {
  const { seen, response } = streamOf(100);
  await response.body?.cancel();
  await settled();
  expect([seen.done, seen.left]).toEqual([1, true]);
});

it("what is no stream is done at once", () => {
  const { seen, response } = streamOf(1, "application/json");
  expect(seen.done).toBe(1);
  expect(response.status).toBe(201);
});
