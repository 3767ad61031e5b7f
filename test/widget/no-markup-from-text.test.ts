import { spawnSync } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rule = "src/widget/no-markup-from-text.grit";

/** The lines, from 1, where the linter as this project sets it up says that text is parsed, if this stood in the widget. */
async function linesRefused(code: readonly string[]): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), "annalist-lint-"));
  for (const file of ["biome.json", ".gitignore", rule]) await cp(join(root, file), join(folder, file));
  await writeFile(join(folder, "src/widget/example.ts"), code.join("\n"));
  const biome = join(root, "node_modules/.bin/biome");
  const { stdout } = spawnSync(biome, ["lint", "--reporter=github", "--max-diagnostics=none", "src"], {
    cwd: folder,
    encoding: "utf8",
  });
  await rm(folder, { recursive: true });
  const found = stdout.matchAll(/,line=(\d+)[^\n]*parses text as markup/gu);
  return [...new Set([...found].map(([, line]) => Number(line)))].sort((a, b) => a - b);
}

describe("the lint rule of the widget", () => {
  it("refuses every way to have text parsed", async () => {
    const ways = [
      "root.innerHTML = text;",
      'root["innerHTML"] = text;',
      "root.outerHTML += text;",
      "shown = root.innerHTML;",
      'root.insertAdjacentHTML("beforeend", text);',
      "frame.srcdoc = text;",
      "Object.assign(root, { innerHTML: text });",
      "document.write(text);",
      "document.writeln(text);",
      'new DOMParser().parseFromString(text, "text/html");',
      "range.createContextualFragment(text);",
      "root.setHTMLUnsafe(text);",
      "eval(text);",
      "new Function(text);",
    ];
    expect(await linesRefused(ways)).toEqual(ways.map((_, index) => index + 1));
  });

  it("lets text nodes and attributes be", async () => {
    expect(
      await linesRefused(["root.append(text);", "root.textContent = text;", 'root.setAttribute("title", text);']),
    ).toEqual([]);
  });
});
