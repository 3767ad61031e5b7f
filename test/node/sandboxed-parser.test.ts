import { describe, expect, it, onTestFinished } from "vitest";
import { parseFile } from "../../src/corpus/parse-file.ts";
import { CorpusError } from "../../src/domain/errors.ts";
import { createSandboxedParser, type SandboxOptions } from "../../src/node/sandboxed-parser.ts";

const options = { textColumn: null };
const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const prose = file("a.md", "# Title\n\nProse is here.");

function open(given: SandboxOptions = {}) {
  const parser = createSandboxedParser(given);
  onTestFinished(() => parser.close());
  return parser;
}

describe("a parser in a process of its own", () => {
  it("gives what the parser gives here, for file after file", async () => {
    const { parse } = open();
    for (const each of [prose, file("b.txt", "Title\n\nMore prose."), prose]) {
      expect(await parse(each, options)).toEqual(await parseFile(each, options));
    }
  });

  it("gives the same reason for a file that can't be read", async () => {
    const { parse } = open();
    await expect(parse(file("a.txt", ""), options)).rejects.toThrow(new CorpusError("the file is empty"));
    await expect(parse(file("a.exe", "MZ"), options)).rejects.toThrow("unknown format");
    expect(await parse(prose, options)).toEqual(await parseFile(prose, options));
  });

  it("refuses a file that takes too long, and reads the next one", { timeout: 60_000 }, async () => {
    const slow = open({ timeoutMs: 1 });
    await expect(slow.parse(prose, options)).rejects.toThrow("parsing it took longer than 0.001 s");
    const { parse } = open();
    expect(await parse(prose, options)).toEqual(await parseFile(prose, options));
  });

  it("refuses a file that takes too much memory, and reads the next one", { timeout: 60_000 }, async () => {
    const { parse } = open({ memoryMiB: 96 });
    const row = `${JSON.stringify({ text: "A boat came in." })}\n`;
    const large = file("a.jsonl", row.repeat(400_000));
    await expect(parse(large, options)).rejects.toThrow("parsing it needed more than 96 MiB");
    expect(await parse(prose, options)).toEqual(await parseFile(prose, options));
  });

  it("ends with the work", async () => {
    const stop = new AbortController();
    const { parse } = open({ signal: stop.signal });
    await parse(prose, options);
    const waiting = parse(prose, options);
    stop.abort();
    await expect(waiting).rejects.toThrow(expect.objectContaining({ code: "aborted" }));
    await expect(parse(prose, options)).rejects.toThrow(expect.objectContaining({ code: "aborted" }));
  });
});
