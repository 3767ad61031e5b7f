import { type Aim, markupVectors, mutatingVectors, type Vector } from "./hostile-markup.ts";

/** A text that would run `executed(id)`, load from another server or forge what the chat shows, if anything took it for more. */
export interface HostilePayload {
  readonly id: number;
  readonly family: HostileFamily;
  readonly text: string;
}

export type HostileFamily = keyof typeof families;

const schemes: readonly ((aim: Aim) => string)[] = [
  ({ run }) => `javascript:${run}`,
  ({ run }) => `JaVaScRiPt:${run}`,
  ({ run }) => `java\tscript:${run}`,
  ({ run }) => `\u0001javascript:${run}`,
  ({ run }) => `javascript&colon;${run}`,
  ({ run }) => `&#106;avascript&#58;${run}`,
  ({ run }) => `javascript://%0a${run}`,
  ({ run }) => `vbscript:${run}`,
  ({ run }) => `data:text/html,<script>parent.${run}</script>`,
  ({ run }) => `data:text/html;base64,${btoa(`<script>parent.${run}</script>`)}`,
  ({ load }) => load,
  ({ load }) => load.replace("http:", ""),
];

/** Ways to write a link or an image in Markdown, wiki text, HTML and other markup. */
const linkForms: readonly ((address: string) => string)[] = [
  (to) => `[open](${to})`,
  (to) => `[1](${to})`,
  (to) => `[x](<${to}> "title")`,
  (to) => `![x](${to})`,
  (to) => `[![x](${to})](${to})`,
  (to) => `<${to}>`,
  (to) => `[open][r]\n\n[r]: ${to}`,
  (to) => `[^1]: ${to}`,
  (to) => `](${to})`,
  (to) => `\\](${to} "x")[`,
  (to) => `[[${to}|open]]`,
  (to) => `<a href="${to}">open</a>`,
  (to) => `**[open](${to})** _${to}_`,
];

const eventWords = `{"type":"text-delta","delta":"<img src=x onerror=RUN>"}`;

const families = {
  markup: markupVectors,
  mutation: mutatingVectors,
  link: schemes.flatMap((scheme) =>
    linkForms.map(
      (form): Vector =>
        (aim) =>
          form(scheme(aim)),
    ),
  ),
  navigation: aimed([
    `<meta http-equiv=refresh content="0;url=LOAD">`,
    `<base href="LOAD/">`,
    `<form action="LOAD"><button autofocus>x</button></form>`,
    `<a href="LOAD" ping="LOAD" download>x</a>`,
  ]),
  encoded: aimed([
    `&lt;img src=x onerror=RUN&gt;`,
    `&amp;lt;script&amp;gt;RUN&amp;lt;/script&amp;gt;`,
    `&#60;script&#62;RUN&#60;/script&#62;`,
    `\\u003cscript\\u003eRUN\\u003c/script\\u003e`,
    `%3Cscript%3ERUN%3C/script%3E`,
    `＜script＞RUN＜/script＞`,
    `\u2039script\u203aRUN\u2039/script\u203a`,
    `<scr\u0000ipt>RUN</scr\u0000ipt>`,
    `<scr\u200bipt>RUN</scr\u200bipt>`,
    `<\u202etpircs>RUN`,
    `+ADw-script+AD4-RUN+ADw-/script+AD4-`,
    `\ufeff<img src=x onerror=RUN>`,
    `%00%3Cimg src=x onerror=RUN%3E`,
  ]),
  unicode: [
    "a\u202eb\u2066c\u2069d\u202c",
    "\u2067\u2068\u202d\u202e\u200f\u200e",
    "zero\u200bwidth\u200c\u200d\u2060\ufeffword",
    "null\u0000byte\u0001\u0008\u001b[31m",
    "lone \ud800 high",
    "lone \udc00 low",
    "\udc00\ud800 turned round",
    "\ud83d",
    "e\u0301".repeat(30) + "\u0300".repeat(200),
    "\u{1f469}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}\u{e0041}\u{e007f}",
    "line\u2028separator\u2029paragraph\u0085next\u000bvertical\u000cform",
    "\uffff\ufffe\u{10ffff}\ufdd0",
    "ﷺ ﷽ אבג [1] دهو",
    "x".repeat(1500),
    "\u4e00".repeat(1500),
    `https://${"long".repeat(300)}.example/`,
  ].map((text) => () => text),
  marker: aimed([
    "[[1]]",
    "[1][1][1]",
    "[1](javascript:RUN)",
    "[[1](javascript:RUN)](javascript:RUN)",
    "[1<img src=x onerror=RUN>]",
    `[1" onclick="RUN]`,
    "[0] [-1] [1.5] [9999] [99999] [1e3] [０] [١]",
    "[\u200b1] [1\u200b] [ 1 ]",
    "\\[1\\] [^1] [^1]: fake",
    "[1",
    "1]",
    "[__proto__] [constructor] [toString]",
  ]),
  event: aimed([
    `data: ${eventWords}\n\n`,
    `\ndata: ${eventWords}\n\ndata: {"type":"answer-end"}\n\n`,
    `\r\rdata: {"type":"answer-error","error":{"type":"","title":"forged","detail":"forged"}}\r\r`,
    `: comment\nevent: answer-end\nid: 1\nretry: 1\n`,
    `"}\n\ndata: ${eventWords}`,
    `{"type":"answer-end","answer":{}}`,
    `\u2028data: ${eventWords}\u2029`,
  ]),
  json: aimed([
    `"`,
    `\\`,
    `\\"},{"text":"forged`,
    `"],"suggestions":["forged`,
    `</script><script>RUN//`,
    `__proto__`,
    `{"__proto__":{"executed":true,"innerHTML":"<img src=x onerror=RUN>"}}`,
    `constructor.prototype.x`,
    `hasOwnProperty`,
    "undefined",
    "null",
    "NaN",
    "[object Object]",
    "0",
  ]),
  template: aimed([
    `\${RUN}`,
    `\`\${RUN}\``,
    "'+RUN+'",
    `";RUN;//`,
    "{{constructor.constructor('RUN')()}}",
    "{{RUN}}",
    "<%= RUN %>",
    "#{RUN}",
    "{n} {0} {constructor} {__proto__}",
    "%s %d %o %c",
    "$& $1 $` $' $$",
    "@{RUN}",
  ]),
  css: aimed([
    "} * { background: url(LOAD) } {",
    "</style><style>*{background:url(LOAD)}</style>",
    "expression(RUN)",
    "-moz-binding:url(LOAD)",
    "position:fixed;inset:0;z-index:2147483647",
    "@import url(LOAD);",
    "*/ body{display:none} /*",
    `";}body{background:url('LOAD')}`,
    "\\3c script\\3e RUN",
  ]),
  clobbering: aimed([
    ...["currentScript", "body", "baseURI", "customElements", "sessionStorage", "annalist-chat", "__proto__"].flatMap(
      (name) => [`<img name="${name}" id="${name}">`, `<form id="${name}"><input name="attributes"></form>`],
    ),
    `<a id="executed"></a><a id="executed" name="x" href="javascript:RUN">x</a>`,
    `<p id="panel">x</p><p id="input">x</p>`,
    `<annalist-chat endpoint="LOAD"></annalist-chat>`,
    `<slot name=x>RUN</slot>`,
  ]),
  footnote: aimed([
    `x](javascript:RUN) [y`,
    `x\\](javascript:RUN)`,
    `x>)\n\n[evil](javascript:RUN)`,
    `x\n[^2]: [evil](javascript:RUN)`,
    `x”\n\n# heading\n\n[evil]: javascript:RUN`,
    `x\\`,
    `x\\\\](javascript:RUN)`,
    "`](javascript:RUN)`",
    "~~~\n](javascript:RUN)",
    `"x"`,
    `(x)`,
    `- [ ] task\n- item`,
    `1. item`,
    `---`,
    `+++`,
    `| a | b |\n|---|---|\n| [x](javascript:RUN) | y |`,
    `$$\\href{javascript:RUN}{x}$$`,
    `:::html\n<script>RUN</script>`,
    `&#91;x&#93;(javascript:RUN)`,
    `*a*_b_**c**__d__~~e~~`,
  ]),
} as const satisfies Record<string, readonly Vector[]>;

/** All payloads, ids from 1; `foreign` is the origin of the other server, as `http://host:port`. */
export function makeHostilePayloads(foreign: string): readonly HostilePayload[] {
  return Object.entries(families)
    .flatMap(([family, vectors]) => vectors.map((vector) => ({ family: family as HostileFamily, vector })))
    .map(({ family, vector }, index) => {
      const id = index + 1;
      return { id, family, text: vector({ run: `executed(${id})`, load: `${foreign}/${id}` }) };
    });
}

/** Patterns in which RUN and LOAD stand for what the payload does. */
function aimed(patterns: readonly string[]): readonly Vector[] {
  return patterns.map(
    (pattern): Vector =>
      ({ run, load }) =>
        pattern.replaceAll("RUN", run).replaceAll("LOAD", load),
  );
}
