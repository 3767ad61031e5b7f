import type { Answer } from "../../src/domain/answer.ts";
import type { ChatElement } from "../../src/widget/chat-element.ts";

/** What a person sees of one exchange, as text; the same from the page and from the answer. */
export interface SeenExchange {
  readonly question: string;
  /** Null where the chat shows none. */
  readonly short: string | null;
  /** Markers of known citations as `[1]`, without the space before them. */
  readonly text: string;
  readonly markers: readonly string[];
  readonly evidence: readonly string[];
  readonly closest: readonly string[];
  readonly panel: readonly string[];
  readonly suggestions: readonly string[];
}

/**
 * Runs in the page: asks each question and reads what came of it, its first citation opened. A conversation has ten
 * questions. Returns JSON, which keeps lone surrogates.
 */
export async function askAndRead(questions: readonly string[]): Promise<string> {
  const chat = document.querySelector("annalist-chat") as ChatElement;
  const seen: unknown[] = [];
  for (const question of questions) {
    await chat.ask(question);
    const root = chat.shadowRoot as ShadowRoot;
    const texts = (selector: string, within: ParentNode = root) =>
      [...within.querySelectorAll(selector)].map(({ textContent }) => textContent ?? "");
    const exchange = [...root.querySelectorAll(".exchange")].at(-1) as Element;
    const text = exchange.querySelector(".text") as Element;
    const citation = exchange.querySelector<HTMLElement>(".citation");
    citation?.click();
    seen.push({
      question: texts(".question", exchange)[0],
      short: texts(".short", exchange)[0] ?? null,
      text: [...text.childNodes]
        .map((node) => (node instanceof Element ? `[${node.querySelector("button")?.textContent}]` : node.textContent))
        .join(""),
      markers: [
        citation?.getAttribute("aria-label"),
        citation?.getAttribute("aria-description"),
        ...texts(".tooltip", exchange).slice(0, 1),
      ],
      evidence: [...texts(".origin", exchange), ...texts(".evidence blockquote", exchange)],
      closest: [...texts(".closest blockquote", exchange), ...texts(".closest .note", exchange)],
      panel: [...texts(".panel-title"), ...texts(".panel .note"), ...texts(".panel li"), ...texts(".panel blockquote")],
      suggestions: texts(".suggestion", exchange),
    });
    citation?.click();
    if (exchange.parentElement?.childElementCount === 10) chat.clear();
  }
  return JSON.stringify(seen);
}

/** What the chat has to show of an answer: every word of it. */
export function expectedExchange(question: string, { status, answer, short, ...rest }: Answer): SeenExchange {
  const [citation] = rest.citations;
  const [passage] = rest.passages;
  if (citation === undefined || passage === undefined) throw new Error("The answer needs a citation and a passage.");
  const { marker, title, date, quote, prefix, suffix } = citation;
  return {
    question: `You asked: ${question.trim()}`,
    short: short === null || status === "unanswerable" ? null : `Short answer: ${short}`,
    text: answer.replace(/\s*\[(\d{1,4})\]/g, (whole, number) => (Number(number) === marker ? `[${marker}]` : whole)),
    markers: [`Source ${marker}: ${title}`, quote, quote],
    evidence: [
      `${marker} · ${title} · ${date}`,
      `…${prefix.replace(/^\S*\s/, "")}${quote}${suffix.replace(/\s\S*$/, "")}…`,
    ],
    closest: status === "unanswerable" ? [passage.text, passage.heading.join(" › ")] : [],
    panel: [title, date ?? "", ...passage.heading, passage.text],
    suggestions: rest.suggestions,
  };
}
