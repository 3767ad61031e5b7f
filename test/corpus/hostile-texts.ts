import type { HostileFile } from "./hostile-files.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (sign) => sign.charCodeAt(0)).buffer);
const utf32 = (text: string) => new Uint8Array(Uint32Array.from(`\uFEFF${text}`, (sign) => sign.charCodeAt(0)).buffer);
const controls = (length: number) => Uint8Array.from({ length }, (_, at) => 1 + (at % 8));
const gzip = Uint8Array.of(0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 3);

/** Hostile files of the formats that are text: .txt, .md, .html, .jsonl and .csv. */
export function hostileTexts(): readonly HostileFile[] {
  return [...plain(), ...markdown(), ...html(), ...tables()];
}

function plain(): HostileFile[] {
  return [
    { name: "an empty file", path: "empty.txt", bytes: new Uint8Array(), reason: /the file is empty/u },
    { name: "a byte order mark and nothing else", path: "mark.txt", bytes: utf8("\uFEFF"), reason: /holds no prose/u },
    { name: "white space alone", path: "blank.txt", bytes: utf8(" \n\t".repeat(100_000)), reason: /holds no prose/u },
    { name: "UTF-16 text", path: "utf16.txt", bytes: utf16("Words."), reason: /it is UTF-16: save it as UTF-8/u },
    { name: "UTF-32 text", path: "utf32.md", bytes: utf32("Words."), reason: /it is UTF-32: save it as UTF-8/u },
    { name: "NUL bytes", path: "nul.txt", bytes: utf8("a\0b"), reason: /byte 1 is NUL/u },
    { name: "a megabyte of NUL", path: "zeros.md", bytes: new Uint8Array(2 ** 20), reason: /byte 0 is NUL/u },
    {
      name: "control characters",
      path: "binary.txt",
      bytes: controls(4096),
      reason: /control characters: this is a binary file/u,
    },
    { name: "a gzip under a text name", path: "gzip.txt", bytes: gzip, reason: /0x8b|is NUL/u },
    {
      name: "Latin-1 text",
      path: "latin.txt",
      bytes: Uint8Array.of(0x63, 0xe9, 0x21),
      reason: /byte 1 \(0xe9\) is not UTF-8/u,
    },
    {
      name: "an encoded lone surrogate",
      path: "surrogate.txt",
      bytes: Uint8Array.of(0xed, 0xa0, 0x80),
      reason: /byte 0 \(0xed\) is not UTF-8/u,
    },
    {
      name: "an overlong encoding",
      path: "overlong.txt",
      bytes: Uint8Array.of(0xc0, 0xaf),
      reason: /byte 0 \(0xc0\) is not UTF-8/u,
    },
    {
      name: "an end inside a character",
      path: "cut.txt",
      bytes: Uint8Array.of(0x61, 0xe2, 0x82),
      reason: /ends at byte 3 inside/u,
    },
    { name: "an unknown ending", path: "run.exe", bytes: utf8("MZ"), reason: /unknown format/u },
    {
      name: "an ending that is a property of every object",
      path: "a.constructor",
      bytes: utf8("x"),
      reason: /unknown format/u,
    },
  ];
}

function markdown(): HostileFile[] {
  return [
    {
      name: "a thousand quotations in one line",
      path: "quotes.md",
      bytes: utf8(`${"> ".repeat(1000)}deep`),
      reason: /line 1 opens more than 60/u,
    },
    {
      name: "a thousand lists in one line",
      path: "lists.md",
      bytes: utf8(`${"- ".repeat(1000)}deep`),
      reason: /line 1 opens more than 60/u,
    },
    { name: "front matter alone", path: "front.md", bytes: utf8("---\ntitle: A\n---\n"), reason: /holds no prose/u },
    { name: "headings alone", path: "heads.md", bytes: utf8("# A\n".repeat(1000)), reason: /holds no prose/u },
    {
      name: "front matter that multiplies itself by aliases",
      path: "aliases.md",
      bytes: utf8(yamlBomb()),
      reason: /holds no prose/u,
    },
    { name: "raw HTML alone", path: "raw.md", bytes: utf8("<script>alert(1)</script>\n"), reason: /holds no prose/u },
  ];
}

/** Ten to the power of nine words, were its aliases followed. */
function yamlBomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, at) => `l${at + 1}: &l${at + 1} [${Array(10).fill(`*l${at}`).join(", ")}]`,
  );
  return `---\nl0: &l0 word\n${levels.join("\n")}\n---\n# Nothing below\n`;
}

function html(): HostileFile[] {
  const deep = (tag: string, depth: number) => `<${tag}>`.repeat(depth);
  return [
    {
      name: "100,000 nested elements",
      path: "deep.html",
      bytes: utf8(`${deep("div", 100_000)}deep`),
      reason: /nest deeper than 512 levels/u,
    },
    {
      name: "20,000 nested tables",
      path: "tables.htm",
      bytes: utf8(`${deep("table><tr><td", 20_000)}deep`),
      reason: /nest deeper than 512 levels/u,
    },
    {
      name: "20,000 nested fonts",
      path: "fonts.html",
      bytes: utf8(`<p>${deep("font", 20_000)}deep`),
      reason: /nest deeper than 512 levels/u,
    },
    { name: "an empty page", path: "empty.html", bytes: utf8("<html><body></body></html>"), reason: /holds no prose/u },
    {
      name: "scripts alone",
      path: "scripts.html",
      bytes: utf8("<body><script>for (;;);</script></body>"),
      reason: /holds no prose/u,
    },
    {
      name: "a comment that is never closed",
      path: "comment.html",
      bytes: utf8(`<!--${"x".repeat(100_000)}`),
      reason: /holds no prose/u,
    },
    {
      name: "an attribute of five megabytes and no words",
      path: "attribute.html",
      bytes: utf8(`<p title="${"x".repeat(5e6)}"></p>`),
      reason: /holds no prose/u,
    },
    { name: "a page in UTF-16", path: "utf16.html", bytes: utf16("<p>Words.</p>"), reason: /it is UTF-16/u },
    {
      name: "a page in another encoding",
      path: "koi8.html",
      bytes: Uint8Array.of(...utf8(`<meta charset="koi8-r"><p>`), 0xf0),
      reason: /written in koi8-r: save it as UTF-8/u,
    },
    {
      name: "a PNG under the name of a page",
      path: "image.html",
      bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      reason: /byte 0 \(0x89\) is not UTF-8/u,
    },
  ];
}

function tables(): HostileFile[] {
  const open = "[".repeat(100_000);
  const row = (json: string) => utf8(`${json}\n`);
  return [
    {
      name: "a row 100,000 levels deep",
      path: "deep.jsonl",
      bytes: row(`{"text":"x","a":${open}${"]".repeat(100_000)}}`),
      reason: /line 1: it is nested deeper than 32 levels/u,
    },
    {
      name: "100,000 brackets that are never closed",
      path: "open.jsonl",
      bytes: row(open),
      reason: /line 1: it is no JSON/u,
    },
    {
      name: "a number that is a row",
      path: "number.jsonl",
      bytes: row("9".repeat(100_000)),
      reason: /line 1: it is a number/u,
    },
    {
      name: "a list of rows on one line",
      path: "list.jsonl",
      bytes: row('[{"text":"One."}]'),
      reason: /line 1: it is a list/u,
    },
    {
      name: "a JSON text over several lines",
      path: "pretty.jsonl",
      bytes: row('{\n"text": "One."\n}'),
      reason: /line 1: it is no JSON/u,
    },
    { name: "blank lines alone", path: "blank.jsonl", bytes: row("\n \n"), reason: /holds no rows/u },
    {
      name: "rows without any text",
      path: "numbers.jsonl",
      bytes: row('{"text":""}'),
      reason: /none of its columns holds text/u,
    },
    {
      name: "a row that sets a prototype alone",
      path: "prototype.jsonl",
      bytes: row('{"__proto__":{"text":"x"}}'),
      reason: /none of its columns holds text/u,
    },
    {
      name: "a quote that is never closed",
      path: "quote.csv",
      bytes: utf8(`text\n"${"x\n".repeat(100_000)}`),
      reason: /row that begins on line 2 is never closed/u,
    },
    { name: "a header and no rows", path: "header.csv", bytes: utf8("a,b\n"), reason: /holds no rows/u },
    {
      name: "100,000 columns without names",
      path: "commas.csv",
      bytes: utf8(",".repeat(100_000)),
      reason: /names no columns/u,
    },
    {
      name: "rows that don't fit their header",
      path: "ragged.csv",
      bytes: utf8("a,b\n1\n1,2,3\n"),
      reason: /line 2: it has 1 cell, and the header has 2/u,
    },
    { name: "a table in UTF-16", path: "excel.csv", bytes: utf16("text\nOne.\n"), reason: /it is UTF-16/u },
    {
      name: "an .xlsx under the name of a table",
      path: "sheet.csv",
      bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0),
      reason: /is NUL: this is a binary file/u,
    },
  ];
}
