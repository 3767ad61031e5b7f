import { expect, it } from "vitest";
import { helpText } from "../../src/node/command-line.ts";

it.each(["constructor", "toString", "__proto__"])("help for %s, which is no command, lists the commands", (name) => {
  expect(helpText(name)).toContain("annalist COMMAND");
});
