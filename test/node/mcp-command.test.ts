import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../../src/node/cli.ts";
import { harbourTexts } from "../harbour-texts.ts";
import { stringWriter } from "./string-writer.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const cli = join(import.meta.dirname, "../../src/node/cli.ts");
const question = "When was the harbour of Port Vale opened?";

describe("annalist mcp", () => {
  let folder = "";
  let index = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "annalist-mcp-"));
    const corpus = join(folder, "corpus");
    index = join(folder, "index");
    await mkdir(corpus);
    for (const [name, content] of Object.entries(harbourTexts)) await writeFile(join(corpus, name), content);
    const [stdout, stderr] = [stringWriter().stream, stringWriter().stream];
    expect(await runCli(["ingest", "--corpus", corpus, "--index", index], { env: {}, stdout, stderr })).toBe(0);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const start = () => spawn(process.execPath, [cli, "mcp", "--index", index], { stdio: "pipe" });

  it("serves the SDK's client over standard input and output", async () => {
    const client = new Client({ name: "test", version: "1" });
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [cli, "mcp", "--index", index],
      stderr: "ignore",
    });
    await client.connect(transport);
    const result = await client.callTool({ name: "ask", arguments: { question } });
    expect(result.structuredContent).toMatchObject({
      short: "3 May 1850",
      citations: [{ quote: "The harbour of Port Vale was opened on 3 May 1850." }],
    });
    await client.close();
  });

  it("answers all of an input that ends, writes nothing else to standard output, and ends with 0", async () => {
    const child = start();
    const lines = [
      {
        jsonrpc: "2.0",
        id: 1,
        method: "initialize",
        params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } },
      },
      { jsonrpc: "2.0", method: "notifications/initialized" },
      { jsonrpc: "2.0", id: 2, method: "tools/call", params: { name: "ask", arguments: { question } } },
    ];
    child.stdin.end(`${lines.map((line) => JSON.stringify(line)).join("\n")}\nno message\n`);
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
    const answers = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual([1, 2]);
    expect(answers[1].result.structuredContent.short).toBe("3 May 1850");
    expect(err).toContain("a message was not understood");
    expect(code).toBe(0);
  });

  it("ends with 0 when it is told to", async () => {
    const child = start();
    child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" })}\n`);
    await once(child.stdout, "data");
    child.kill("SIGTERM");
    expect((await once(child, "exit"))[0]).toBe(0);
  });

  it("says on standard error that there is no index", async () => {
    const [stdout, stderr] = [stringWriter(), stringWriter()];
    const options = { env: {}, stdout: stdout.stream, stderr: stderr.stream };
    expect(await runCli(["mcp", "--index", await temporaryFolder()], options)).toBe(1);
    expect(stdout.text()).toBe("");
    expect(stderr.text()).toContain("npm run ingest");
  });
});
