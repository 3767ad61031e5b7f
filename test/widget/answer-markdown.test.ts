import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import { answerMarkdown } from "../../src/widget/answer-markdown.ts";
import { safeLink } from "../../src/widget/safe-link.ts";
import { makeAnswer, makeCitation } from "../browser/answers.ts";
import { makeHostilePayloads } from "../browser/hostile-payloads.ts";

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root["children"][number];

const page = "http://127.0.0.1:1/page";
const payloads = makeHostilePayloads("http://127.0.0.1:2");
const linkOf = (url: string): string | null => safeLink(url, "", page);

/** Everything in the Markdown that is more than words, emphasis aside: `type` and where it leads. */
function markupIn(markdown: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if ("url" in node) found.push(`${node.type} ${node.url}`);
    else if (!["root", "paragraph", "text"].includes(node.type)) found.push(node.type);
    if ("children" in node) for (const child of node.children) visit(child as Node);
  };
  visit(fromMarkdown(markdown));
  return found;
}

/** The words a reader of the Markdown sees, white space as one space, as a document holds it. */
function wordsIn(markdown: string): string {
  const read = (node: Node): string =>
    "children" in node ? node.children.map((child) => read(child as Node)).join("") : "value" in node ? node.value : "";
  return read(fromMarkdown(markdown));
}

const asRead = (text: string): string => text.replaceAll("\u0000", "\ufffd").replace(/\s+/gu, " ").trim();

function copied(payload: string, url: string): string {
  const citation = { ...makeCitation(1, "Loans are renewed at the desk."), title: payload, quote: payload, url };
  const { answer, citations } = makeAnswer({ answer: `${payload} [1]`, citations: [citation] });
  return answerMarkdown({ answer, citations }, linkOf);
}

describe("a copied answer", () => {
  it.each([...new Set(payloads.map(({ family }) => family))])(
    "holds no markup but the links of its footnotes, whatever stands in the documents: %s",
    (family) => {
      for (const { text } of payloads.filter((each) => each.family === family)) {
        const found = markupIn(copied(text, "/read/handbook?cite=1-2"));
        expect(found, text).toEqual(["link http://127.0.0.1:1/read/handbook?cite=1-2"]);
        expect(markupIn(copied(text, "javascript:executed(1)")), text).toEqual([]);
      }
    },
  );

  it("keeps every word of the answer", () => {
    for (const { text } of payloads) {
      const words = wordsIn(answerMarkdown({ answer: text, citations: [] }, linkOf));
      expect(asRead(words), text).toBe(asRead(text));
    }
  });

  it("links nowhere unsafe, whatever a server calls the address of a citation", () => {
    for (const { text } of payloads) {
      for (const url of [text, `/read/x?quote=${text}`, `/read/x#${text}`]) {
        for (const link of markupIn(copied("Words.", url))) expect(link).toMatch(/^link http:\/\/127\.0\.0\.1:1\//u);
      }
    }
  });
});
