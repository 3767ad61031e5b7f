import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../../src/node/cli.ts";
import { openAssistant } from "../../src/node/open-assistant.ts";
import { type RunningServer, startServer } from "../../src/node/serve.ts";
import { readSettings } from "../../src/node/settings.ts";
import { createTestApp } from "../http/test-app.ts";
import { buildHarbourIndex } from "./harbour-index.ts";
import { stringWriter } from "./string-writer.ts";

const question = "When was the harbour of Port Vale opened?";
const key = "a-key-of-the-server";

async function run(env: Readonly<Record<string, string>>, ...words: readonly string[]) {
  const [stdout, stderr] = [stringWriter(), stringWriter()];
  const code = await runCli(words, { env, stdout: stdout.stream, stderr: stderr.stream });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

let built: Awaited<ReturnType<typeof buildHarbourIndex>>;
let server: RunningServer;
let guarded: RunningServer;
let out: string;
beforeAll(async () => {
  built = await buildHarbourIndex((name) => (name === "museum.md" ? `town/${name}` : name));
  out = await mkdtemp(join(tmpdir(), "annalist-remote-"));
  const assistant = await openAssistant(readSettings({ index: built.index }, {}));
  const app = createTestApp({ assistant: () => assistant });
  server = await startServer({ app, host: "127.0.0.1", port: 0 });
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  const apiKeys = [Buffer.from(digest).toString("hex")];
  guarded = await startServer({
    app: createTestApp({ assistant: () => assistant, apiKeys }),
    host: "127.0.0.1",
    port: 0,
  });
});
afterAll(async () => {
  await Promise.all([server.close(), guarded.close(), built.remove(), rm(out, { recursive: true })]);
});

describe("annalist ask --url", () => {
  it("gives the answer of the index that the server has", async () => {
    const here = await run({}, "ask", "--index", built.index, question);
    expect(await run({}, "ask", "--url", server.url, question)).toEqual(here);
    expect(here.stdout).toContain("In short: 3 May 1850");
    const parse = ({ stdout }: { stdout: string }) => ({ ...JSON.parse(stdout), id: "", timings: {} });
    const there = parse(await run({}, "ask", "--json", "--url", `${server.url}/`, question));
    expect(there).toEqual(parse(await run({}, "ask", "--json", "--index", built.index, question)));
  });

  it("says how the answer came about", async () => {
    const { stdout } = await run({}, "ask", "--explain", "--url", server.url, question);
    expect(stdout).toContain("\nHow this came about\n");
  });

  it("stays in a collection, and names those there are", async () => {
    const museum = await run({}, "ask", "--json", "--url", server.url, "--collection", "town", question);
    expect(JSON.parse(museum.stdout)).toMatchObject({ citations: [] });
    expect(await run({}, "ask", "--url", server.url, "--collection", "towns", question)).toMatchObject({
      code: 2,
      stderr: 'annalist: --collection: "towns" is no collection; expected one of "town"\n',
    });
  });

  it("sends the key of ANNALIST_API_KEY, and says that one is missing", async () => {
    const refused = await run({}, "ask", "--url", guarded.url, question);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("Set ANNALIST_API_KEY") });
    const taken = await run({ ANNALIST_API_KEY: key }, "ask", "--url", guarded.url, question);
    expect(taken.stdout).toContain("In short: 3 May 1850");
  });
});

describe("annalist eval --url", () => {
  const cases = () => join(out, "harbour.jsonl");
  beforeAll(async () => {
    const lines = [
      { id: "a", question, answers: ["3 May 1850"], evidence: ["The harbour of Port Vale was opened on 3 May 1850."] },
      {
        id: "b",
        question: "How many loaves does the bread museum show?",
        answers: ["300"],
        evidence: ["It shows 300 loaves from 21 countries."],
      },
    ];
    await writeFile(cases(), lines.map((line) => JSON.stringify({ kind: "direct", ...line })).join("\n"));
  });

  it("judges the server's answers as it judges those of an index built for it", async () => {
    const report = async (...words: readonly string[]) => {
      const where = ["--cases", cases(), "--corpus", built.corpus, "--out", out];
      const { code, stderr } = await run({}, "eval", ...where, ...words);
      const { latencies: _, ...figures } = JSON.parse(await readFile(join(out, "report.json"), "utf8"));
      return { code, stderr, figures };
    };
    const there = await report("--url", server.url);
    expect(there).toEqual(await report());
    expect(there.figures.sets).toMatchObject([{ cases: 2, documents: 3, embedder: expect.stringContaining("static") }]);
  });

  it("says that the server has another corpus, and that sets lie over several", async () => {
    const other = await run({}, "eval", "--cases", cases(), "--corpus", out, "--url", server.url, "--out", out);
    expect(other).toMatchObject({ code: 1, stderr: expect.stringContaining("it serves another corpus than that") });
    const several = await run({}, "eval", "--url", server.url, "--out", out);
    expect(several).toMatchObject({ code: 2, stderr: expect.stringContaining("name sets over one with --set") });
  });

  it("says that no server is there", async () => {
    const closed = await startServer({ app: createTestApp(), host: "127.0.0.1", port: 0 });
    await closed.close();
    const words = ["--cases", cases(), "--corpus", built.corpus, "--url", closed.url, "--out", out];
    expect(await run({}, "eval", ...words)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("can't be reached"),
    });
  });
});
