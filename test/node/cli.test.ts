import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../../src/node/cli.ts";
import { harbourTexts } from "../harbour-texts.ts";
import { stringWriter } from "./string-writer.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function run(...words: readonly string[]) {
  const [stdout, stderr] = [stringWriter(), stringWriter()];
  const code = await runCli(words, { env: {}, stdout: stdout.stream, stderr: stderr.stream });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

async function harbourFolder() {
  const folder = await temporaryFolder();
  const corpus = join(folder, "corpus");
  await mkdir(corpus);
  for (const [name, text] of Object.entries(harbourTexts)) await writeFile(join(corpus, name), text);
  return { corpus, flags: ["--corpus", corpus, "--index", join(folder, "index")] };
}

describe("the program", () => {
  it("shows its help on standard output, and a command's own", async () => {
    expect(await run("--help")).toMatchObject({
      code: 0,
      stderr: "",
      stdout: expect.stringContaining("annalist COMMAND"),
    });
    expect(await run("ask", "--help")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("annalist ask QUESTION"),
    });
    expect((await run("help", "ask")).stdout).toBe((await run("ask", "--help")).stdout);
  });

  it.each([
    ["an unknown command", ["bake"], '"bake" is no command'],
    ["an unknown flag", ["doctor", "--nope"], "'--nope'"],
    ["a wrong value", ["serve", "--port", "x"], '--port is "x"'],
    ["no question", ["ask"], "the question has 0 characters: expected 1 to 2000"],
    ["too long a question", ["ask", "x".repeat(2001)], "the question has 2001 characters"],
  ])("exits 2 on %s, and says why on standard error", async (_, words, message) => {
    const { code, stdout, stderr } = await run(...words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^annalist: /u);
    expect(stderr).toContain(message);
  });

  it("exits 1 where there is no index, and says how to build it", async () => {
    const { code, stdout, stderr } = await run("ask", "Who?", "--index", await temporaryFolder());
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("npm run ingest");
  });

  it("exits 1 where there is no corpus", async () => {
    const folder = await temporaryFolder();
    const { code, stderr } = await run("ingest", "--corpus", join(folder, "none"), "--index", join(folder, "index"));
    expect(code).toBe(1);
    expect(stderr).toContain("can't be read");
  });

  it("shows control characters of its input as question marks", async () => {
    expect((await run("\u001b[2Jbake")).stderr).toContain('"?[2Jbake" is no command');
  });

  it("indexes a folder, then answers from it, as JSON and with footnotes", async () => {
    const { flags } = await harbourFolder();
    const built = await run("ingest", ...flags, "--json");
    expect(built.code).toBe(0);
    const events = built.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events.slice(0, -1).every(({ event, done, total }) => event === "progress" && done <= total)).toBe(true);
    expect(events.at(-1)).toMatchObject({
      event: "done",
      generation: "000001",
      published: true,
      documents: 3,
      problems: [],
    });

    const asked = await run("ask", ...flags, "--json", "When was the harbour of Port Vale opened?");
    expect([asked.code, asked.stdout.split("\n").length]).toEqual([0, 2]);
    const [citation] = JSON.parse(asked.stdout).citations;
    expect(citation).toMatchObject({ marker: 1, quote: "The harbour of Port Vale was opened on 3 May 1850." });
    expect(harbourTexts["harbour.md"]?.slice(citation.start, citation.end)).toBe(citation.quote);

    const { stdout } = await run("ask", ...flags, "When was the harbour of Port Vale opened?");
    expect(stdout).toContain("In short: 3 May 1850\n");
    expect(stdout).toContain(
      `[1] “${citation.quote}”\n    The harbour of Port Vale, ${citation.start}-${citation.end}\n`,
    );
  });

  it("says how an answer came about where it is asked to, as text and as JSON", async () => {
    const { flags } = await harbourFolder();
    await run("ingest", ...flags);
    const question = "When was the harbour of Port Vale opened?";
    const { stdout } = await run("ask", ...flags, "--explain", question);
    expect(stdout).toMatch(/^The harbour of Port Vale was opened on 3 May 1850\. \[1\]/u);
    expect(stdout).toContain(`\nHow this came about\n\nAsked: ${question}\n`);
    for (const part of ["It asks for: date", "\nrank  dense", "\nSentences reranked: ", "\nConfidence 0.", "\nchosen "])
      expect(stdout).toContain(part);
    const json = JSON.parse((await run("ask", ...flags, "--explain", "--json", question)).stdout);
    expect(json.explanation.parts).toHaveLength(1);
    expect(JSON.parse((await run("ask", ...flags, "--json", question)).stdout)).not.toHaveProperty("explanation");
    expect((await run("ask", ...flags, question)).stdout).not.toContain("How this came about");
  });

  it("builds nothing anew where the corpus is unchanged", async () => {
    const { corpus, flags } = await harbourFolder();
    await run("ingest", ...flags);
    expect((await run("ingest", ...flags)).stdout).toMatch(/^Up to date: generation 000001: 3 documents/u);
    await writeFile(join(corpus, "new.txt"), "A new boat came in today.");
    expect((await run("ingest", ...flags)).stdout).toMatch(/^Published generation 000002: 4 documents/u);
  });

  it("says whether the index is stale, and writes nothing", async () => {
    const { corpus, flags } = await harbourFolder();
    const none = await run("ingest", ...flags, "--check");
    expect([none.code, none.stdout]).toEqual([1, expect.stringContaining("there is no index")]);
    await run("ingest", ...flags);
    expect(await run("ingest", ...flags, "--check")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Up to/u),
    });
    await writeFile(join(corpus, "new.txt"), "A new boat came in today.");
    await writeFile(join(corpus, "museum.md"), "# The museum\n\nIt is closed.");
    await rm(join(corpus, "lighthouse.txt"));
    const { code, stdout } = await run("ingest", ...flags, "--check", "--json");
    expect([code, JSON.parse(stdout)]).toEqual([
      1,
      {
        event: "checked",
        isCurrent: false,
        generation: "000001",
        added: ["new.txt"],
        changed: ["museum.md"],
        removed: ["lighthouse.txt"],
        reason: null,
        problems: [],
      },
    ]);
    expect((await run("ingest", ...flags, "--check")).stdout).toContain("\n  removed: lighthouse.txt\n");
    expect(await run("ingest", ...flags, "--check", "--watch")).toMatchObject({ code: 2 });
  });

  it("never cites a document again that was deleted", async () => {
    const { corpus, flags } = await harbourFolder();
    await run("ingest", ...flags);
    await rm(join(corpus, "lighthouse.txt"));
    expect((await run("ingest", ...flags)).stdout).toContain("2 documents");
    const { citations, passages } = JSON.parse(
      (await run("ask", ...flags, "--json", "How tall is the lighthouse on Gull Rock?")).stdout,
    );
    expect([...citations, ...passages].filter(({ documentId }) => documentId === "lighthouse")).toEqual([]);
  });

  it("goes back to the generation before, and says so where there is none", async () => {
    const { corpus, flags } = await harbourFolder();
    const [, , ...index] = flags;
    await run("ingest", ...flags);
    expect(await run("rollback", ...index)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("there is no generation before 000001"),
    });
    await rm(join(corpus, "lighthouse.txt"));
    await run("ingest", ...flags);
    expect(await run("rollback", ...index)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Generation 000001 is current again, in place of 000002."),
    });
    expect(JSON.parse((await run("ask", ...flags, "--json", "How tall is the lighthouse?")).stdout)).toMatchObject({
      generation: "000001",
      citations: [{ documentId: "lighthouse" }],
    });
    expect((await run("doctor", ...flags)).stdout).toContain("gen-000002 is not in use");
    expect((await run("ingest", ...flags)).stdout).toContain("Published generation 000003: 2 documents");
  });

  it("takes the files that the patterns say", async () => {
    const { corpus, flags } = await harbourFolder();
    await mkdir(join(corpus, "drafts"));
    await writeFile(join(corpus, "drafts", "new.md"), "# New\n\nA draft of it.");
    await writeFile(join(corpus, ".annalistignore"), "# not yet\ndrafts/\n");
    expect((await run("ingest", ...flags)).stdout).toContain("3 documents");
    expect((await run("ingest", ...flags, "--include", "*.md")).stdout).toContain("2 documents");
    expect((await run("ingest", ...flags, "--include=*.md", "--exclude=museum*")).stdout).toContain("1 documents");
  });

  it("names a file that was left out, and fails for it with --strict alone", async () => {
    const { corpus, flags } = await harbourFolder();
    await writeFile(join(corpus, "broken.txt"), Uint8Array.of(0x61, 0xff));
    const lenient = await run("ingest", ...flags);
    expect(lenient.code).toBe(0);
    expect(lenient.stderr).toContain("left out: broken.txt: byte 1 (0xff) is not UTF-8");
    expect((await run("ingest", ...flags, "--strict")).code).toBe(1);
  });
});
