import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../src/widget/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));

function read(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] as string);
}

/** What a page can use of the widget, read out of its sources. */
export function readWidgetSources() {
  const entry = read("annalist-chat.ts");
  const element = read("chat-element.ts");
  return {
    scriptAttributes: all(/const settings = \[([^\]]*)\]/u.exec(entry)?.[1] ?? "", /"([\w-]+)"/gu),
    elementAttributes: [
      ...all(element, /this\.(?:get|has|set|toggle|remove)Attribute\("([\w-]+)"/gu),
      ...all(/observedAttributes = \[([^\]]*)\]/u.exec(element)?.[1] ?? "", /"([\w-]+)"/gu),
      ...all(/wording[^=]*= \[([^\]]*)\]/u.exec(element)?.[1] ?? "", /"([\w-]+)"/gu),
    ],
    styledAttributes: files
      .filter((name) => name.endsWith("-style.ts"))
      .flatMap((name) => all(read(name), /:host\([^)]*?\[([\w-]+)/gu)),
    methods: [...element.matchAll(/^ {2}(?:async )?([a-z]\w*)\((.*)\): /gmu)]
      .map(([, name, parameters = ""]) => `${name}(${all(parameters, /(\w+):/gu).join(", ")})`)
      .filter((method) => !/Callback\(/u.test(method)),
    events: readEvents(read("chat-events.ts")),
    properties: readProperties(),
    parts: [...new Set(files.flatMap((name) => partsIn(read(name))))],
  };
}

/** Name of each event -> the fields of its detail. */
function readEvents(source: string): Readonly<Record<string, readonly string[]>> {
  const events = /interface ChatEvents \{([\s\S]*?)\n\}/u.exec(source)?.[1] ?? "";
  const failure = /interface Failure \{([\s\S]*?)\n\}/u.exec(read("describe-failure.ts"))?.[1] ?? "";
  return Object.fromEntries(
    [...events.matchAll(/"([\w-]+)": (null|Failure|\{[^}]*\});/gu)].map(([, name, type]) => [
      name,
      all(type === "Failure" ? failure : (type as string), /readonly (\w+):/gu),
    ]),
  );
}

/** Each custom property with the values that it has where a page sets none. */
function readProperties(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const name of files.filter((each) => each.endsWith("-style.ts"))) {
    for (const [, property = "", values = ""] of read(name).matchAll(
      /var\((--annalist-[\w-]+), (?:light-dark\()?([^)]*)\)/gu,
    )) {
      found.set(property, [
        ...(found.get(property) ?? []),
        ...values.split(", ").map((each) => each.replaceAll('"', "")),
      ]);
    }
  }
  return found;
}

/** A class is a part of the same name. */
function partsIn(source: string): string[] {
  const patterns = [
    /\bclass: "([\w -]+)"/gu,
    /\bclass: `([\w-]+) \$/gu,
    /\bbutton\(\s*"([\w-]+)"/gu,
    /\bnotice\("([\w-]+)"/gu,
  ];
  return patterns.flatMap((pattern) => all(source, pattern)).flatMap((names) => names.split(" "));
}
