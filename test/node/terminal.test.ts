import { describe, expect, it } from "vitest";
import { createTerminal, withoutControls } from "../../src/node/terminal.ts";
import { stringWriter } from "./string-writer.ts";

describe("text without controls", () => {
  it.each([
    ["an escape sequence", "a\u001b[31mb", "a?[31mb"],
    ["a carriage return", "safe\rEVIL", "safe?EVIL"],
    ["a bell, a backspace and a delete", "\u0007\u0008\u007f", "???"],
    ["a control sequence of one byte", "\u009b2J", "?2J"],
    ["a change of direction", "\u202eabc\u2066", "?abc?"],
  ])("can't steer a terminal by %s", (_, text, shown) => {
    expect(withoutControls(text)).toBe(shown);
  });

  it("keeps line breaks, tabs and letters of every script", () => {
    expect(withoutControls("a\n\tb é 東京 👍")).toBe("a\n\tb é 東京 👍");
  });
});

describe("a terminal", () => {
  it.each([false, true])("has results on one stream and all else on the other, with --json: %s", (json) => {
    const [stdout, stderr] = [stringWriter(), stringWriter()];
    const terminal = createTerminal({ json, stdout: stdout.stream, stderr: stderr.stream });
    terminal.write("result\u001b");
    terminal.warn("warning\u001b");
    terminal.progress("progress\u001b");
    expect(stdout.text()).toBe("result?\n");
    expect(stderr.text()).toBe(json ? "warning?\n" : "warning?\nprogress?\n");
  });
});
