import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEventStreamParser, readEventStream } from "../../src/client/event-stream.ts";
import { collect } from "./collect.ts";

/** A body whose chunks are the bytes cut at the given places. */
function bodyOf(bytes: Uint8Array, cuts: readonly number[] = []): ReadableStream<Uint8Array> {
  const edges = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
  return new ReadableStream({
    start(controller) {
      for (const [index, edge] of edges.entries()) controller.enqueue(bytes.slice(edges[index - 1] ?? 0, edge));
      controller.close();
    },
  });
}

async function eventsOf(text: string, cuts: readonly number[] = []): Promise<string[]> {
  return collect(readEventStream(bodyOf(new TextEncoder().encode(text), cuts)));
}

describe("readEventStream", () => {
  it.each([
    ["LF", "data: a\n\ndata: b\n\n"],
    ["CRLF", "data: a\r\n\r\ndata: b\r\n\r\n"],
    ["CR", "data: a\r\rdata: b\r\r"],
    ["a byte order mark", "\ufeffdata: a\n\ndata: b\n\n"],
    ["comments and other fields", ": open\n\nid: 7\nevent: x\ndata: a\nretry: 5\n\n:\n\ndata:b\n\n"],
    ["an empty event between", "data: a\n\n\n\ndata: b\n\n"],
  ])("reads events with %s", async (_, text) => {
    expect(await eventsOf(text)).toEqual(["a", "b"]);
  });

  it("joins the data lines of one event and strips one space only", async () => {
    expect(await eventsOf("data:  a\ndata\ndata:b\n\n")).toEqual([" a\n\nb"]);
  });

  it("drops an event that was cut off", async () => {
    expect(await eventsOf("data: a\n\ndata: b\n")).toEqual(["a"]);
  });

  it("gives the same events however the bytes are split, inside a character or a line end too", async () => {
    const lines = fc.constantFrom("data: 北京 😀", "data:", ": comment", "", "", "id: 1", "data: x");
    const ends = fc.constantFrom("\n", "\r\n", "\r");
    const text = fc.array(fc.tuple(lines, ends), { maxLength: 12 }).map((all) => all.flat().join(""));
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(150), { maxLength: 12 }), async (stream, cuts) => {
        expect(await eventsOf(stream, cuts)).toEqual(await eventsOf(stream));
      }),
    );
  });

  it("closes the connection when the reader leaves early", async () => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode("data: a\n\n")),
      cancel: () => {
        isCancelled = true;
      },
    });
    for await (const data of readEventStream(body)) {
      expect(data).toBe("a");
      break;
    }
    expect(isCancelled).toBe(true);
  });
});

describe("createEventStreamParser", () => {
  it("hands out an event as soon as its blank line is there", () => {
    const parse = createEventStreamParser();
    expect(parse("data: a\r\n")).toEqual([]);
    expect(parse("\r")).toEqual(["a"]);
    expect(parse("\ndata: b\n\n")).toEqual(["b"]);
  });
});
