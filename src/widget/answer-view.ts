import type { Answer } from "../domain/answer.ts";
import type { Citation } from "../domain/citation.ts";
import type { PassageView } from "../domain/passage.ts";
import { type AnswerText, createAnswerText } from "./answer-text.ts";
import type { Failure } from "./describe-failure.ts";
import { button, element } from "./element.ts";
import type { Strings } from "./strings.ts";

/** Passages shown beside an answer that found nothing better. */
const maxClosest = 3;

/** One question with its answer: streaming, complete, stopped or failed. */
export interface AnswerView {
  readonly root: HTMLElement;
  readonly text: AnswerText;
  complete(answer: Answer): void;
  stop(onRetry: () => void): void;
  fail(failure: Failure, onRetry: () => void): void;
}

export interface AnswerViewOptions {
  readonly strings: Strings;
  readonly onCite: (citation: Citation, passages: readonly PassageView[], opener: HTMLElement) => void;
}

export function createAnswerView(question: string, { strings, onCite }: AnswerViewOptions): AnswerView {
  let passages: readonly PassageView[] = [];
  const text = createAnswerText(strings, (citation, opener) => onCite(citation, passages, opener));
  const waiting = element("p", { class: "waiting" }, strings.searching);
  const body = element("div", { class: "answer", "aria-busy": "true" }, text.root, waiting);
  const asked = element(
    "p",
    { class: "question", part: "question", dir: "auto" },
    element("span", { class: "unseen" }, `${strings.youAsked}: `),
    question,
  );

  function settle(...more: readonly HTMLElement[]): void {
    waiting.remove();
    body.removeAttribute("aria-busy");
    body.append(...more);
  }

  return {
    root: element("article", { class: "exchange" }, asked, body),
    text,
    complete(answer) {
      passages = answer.passages;
      for (const citation of answer.citations) text.addCitation(citation);
      if (text.text() !== answer.answer) text.replace(answer.answer);
      settle();
      body.prepend(...leadIn(answer, strings));
      if (answer.status === "unanswerable" && passages.length > 0) body.append(closestPassages(passages, strings));
      if (answer.citations.length > 0) body.append(sourceLine(answer.citations, strings));
    },
    stop(onRetry) {
      settle(notice("note", strings.stopped, null, button("retry", {}, onRetry, strings.askAgain)));
    },
    fail({ title, detail }, onRetry) {
      const block = notice("failure", title, detail, button("retry", {}, onRetry, strings.retry));
      block.setAttribute("role", "alert");
      settle(block);
    },
  };
}

function leadIn({ status, reason, short }: Answer, strings: Strings): HTMLElement[] {
  const lead: HTMLElement[] = [];
  const label = status === "partial" ? strings.partial : reasonLabel(reason, strings);
  if (label !== null) lead.push(element("p", { class: "status", part: "status" }, label));
  if (short !== null && status !== "unanswerable") {
    const unseen = element("span", { class: "unseen" }, `${strings.shortAnswer}: `);
    lead.push(element("p", { class: "short", part: "short", dir: "auto" }, unseen, short));
  }
  return lead;
}

/** A newer server may know reasons that this widget doesn't; then the answer's own words have to do. */
function reasonLabel(reason: Answer["reason"], { reasons }: Strings): string | null {
  return reason !== null && Object.hasOwn(reasons, reason) ? reasons[reason] : null;
}

function closestPassages(passages: readonly PassageView[], strings: Strings): HTMLElement {
  const items = passages.slice(0, maxClosest).map(({ text, heading }) => {
    const path = element("p", { class: "note", dir: "auto" }, heading.join(" › "));
    path.hidden = heading.length === 0;
    return element("li", {}, element("blockquote", { dir: "auto" }, text), path);
  });
  return element(
    "details",
    { class: "closest", part: "closest" },
    element("summary", {}, strings.closest),
    element("ul", {}, ...items),
  );
}

function sourceLine(citations: readonly Citation[], strings: Strings): HTMLElement {
  const titles = [...new Set(citations.map(({ title }) => title))];
  const words = [strings.sources(citations.length), ...titles].join(" · ");
  return element("p", { class: "sources", part: "sources", dir: "auto" }, words);
}

function notice(name: string, title: string, detail: string | null, action: HTMLElement): HTMLElement {
  const words = element("p", { class: "notice-title" }, title);
  const said = detail === null ? [] : [element("p", { class: "note", dir: "auto" }, detail)];
  return element("div", { class: `notice ${name}`, part: name }, words, ...said, action);
}
