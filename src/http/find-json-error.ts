/** The first place where a text stops being JSON; `position` is in UTF-16 code units, `line` and `column` count from 1. */
export interface JsonError {
  readonly position: number;
  readonly line: number;
  readonly column: number;
  readonly expected: string;
}

const stringToken = String.raw`"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"`;
const numberToken = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const scalarPattern = `${stringToken}|${numberToken}|true|false|null`;

/** What may come next, in the words of the error. */
type State = "a value" | "a value or ]" | "a property name" | "a property name or }" | "a colon" | "a comma or the end";

/**
 * Walks the grammar of RFC 8259 without recursion and returns null for valid JSON. It exists because engines name the place
 * only in some of their messages, and each in other words. The place is the start of the token that doesn't fit.
 */
export function findJsonError(text: string): JsonError | null {
  const scan = scanner(text);
  const open: ("{" | "[")[] = [];
  let state: State = "a value";
  for (;;) {
    scan.skipSpace();
    const next = scan.peek();
    if (state === "a comma or the end") {
      const container = open.at(-1);
      if (container === undefined) return next === "" ? null : scan.errorHere("the end of the text");
      if (next === ",") state = container === "{" ? "a property name" : "a value";
      else if (next === closing(container)) open.pop();
      else return scan.errorHere(`a comma or ${closing(container)}`);
      scan.take(1);
    } else if (state === "a colon") {
      if (next !== ":") return scan.errorHere("a colon");
      scan.take(1);
      state = "a value";
    } else if ((state === "a value or ]" && next === "]") || (state === "a property name or }" && next === "}")) {
      open.pop();
      scan.take(1);
      state = "a comma or the end";
    } else if (state === "a property name" || state === "a property name or }") {
      if (!scan.takeToken("name")) return scan.errorHere(state);
      state = "a colon";
    } else if (next === "{" || next === "[") {
      open.push(next);
      scan.take(1);
      state = next === "{" ? "a property name or }" : "a value or ]";
    } else {
      if (!scan.takeToken("scalar")) return scan.errorHere(state);
      state = "a comma or the end";
    }
  }
}

function closing(container: "{" | "["): string {
  return container === "{" ? "}" : "]";
}

function scanner(text: string) {
  const patterns = { name: new RegExp(stringToken, "y"), scalar: new RegExp(scalarPattern, "y") };
  let at = 0;
  return {
    skipSpace() {
      while (at < text.length && " \t\n\r".includes(text.charAt(at))) at++;
    },
    peek: () => text.charAt(at),
    take(length: number) {
      at += length;
    },
    takeToken(kind: "name" | "scalar"): boolean {
      const pattern = patterns[kind];
      pattern.lastIndex = at;
      const token = pattern.exec(text)?.[0];
      if (token === undefined) return false;
      at += token.length;
      return true;
    },
    errorHere(expected: string): JsonError {
      const before = text.slice(0, at);
      const lastBreak = before.lastIndexOf("\n");
      return { position: at, line: before.split("\n").length, column: at - lastBreak, expected };
    },
  };
}
