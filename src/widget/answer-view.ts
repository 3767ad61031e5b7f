import type { Answer } from "../domain/answer.ts";
import type { Citation } from "../domain/citation.ts";
import type { PassageView } from "../domain/passage.ts";
import { createEvidence } from "./answer-evidence.ts";
import { answerMarkdown } from "./answer-markdown.ts";
import { type AnswerText, createAnswerText } from "./answer-text.ts";
import type { Words } from "./choose-words.ts";
import { copyButton } from "./copy-button.ts";
import type { Failure } from "./describe-failure.ts";
import { button, element } from "./element.ts";
import { createFeedbackForm, type Rating } from "./feedback-form.ts";
import { icon } from "./icon.ts";

/** Passages shown beside an answer that found nothing better. */
const maxClosest = 3;

/** From which probability an answer is called well supported, and from which probably right. */
const likelyFrom = 0.8;
const probableFrom = 0.5;

/** One question with its answer: streaming, complete, stopped or failed. */
export interface AnswerView {
  readonly root: HTMLElement;
  readonly text: AnswerText;
  complete(answer: Answer): void;
  /** Forgets the words so far, because the answer begins again. */
  restart(): void;
  stop(onRetry: () => void, title?: string): void;
  fail(failure: Failure, onRetry: () => void): void;
}

export interface AnswerViewOptions {
  readonly words: Words;
  readonly onCite: (citation: Citation, passages: readonly PassageView[], opener: HTMLElement) => void;
  readonly onEdit: () => void;
  /** Null where no feedback is asked for. */
  readonly sendFeedback: ((answer: Answer, rating: Rating, comment: string | null) => Promise<boolean>) | null;
  /** The absolute address for a citation's link, null for none that is safe. */
  readonly linkOf: (url: string) => string | null;
  readonly isEvidenceOpen: boolean;
}

export function createAnswerView(question: string, options: AnswerViewOptions): AnswerView {
  const { words, onCite, onEdit } = options;
  const { say } = words;
  let passages: readonly PassageView[] = [];
  const text = createAnswerText(words, (citation, opener) => onCite(citation, passages, opener));
  const waiting = element("p", { class: "waiting" }, say("searching"));
  const body = element("div", { class: "answer", "aria-busy": "true" }, text.root, waiting);
  const asked = element(
    "div",
    { class: "asked" },
    element(
      "p",
      { class: "question", dir: "auto" },
      element("bdi", { class: "unseen" }, `${say("youAsked")}: `),
      question,
    ),
    button("action", { label: say("edit") }, onEdit, icon("edit")),
  );

  function settle(...more: readonly HTMLElement[]): void {
    waiting.remove();
    body.removeAttribute("aria-busy");
    body.append(...more);
  }

  return {
    root: element("article", { class: "exchange" }, asked, body),
    text,
    restart() {
      text.replace("");
      waiting.textContent = say("interrupted");
    },
    complete(answer) {
      passages = answer.passages;
      for (const citation of answer.citations) text.addCitation(citation);
      if (text.text() !== answer.answer) text.replace(answer.answer);
      settle();
      body.prepend(...leadIn(answer, words));
      body.append(...underneath(answer, options));
    },
    stop(onRetry, title = say("stopped")) {
      settle(notice("interruption", title, null, button("retry", {}, onRetry, say("retry"))));
    },
    fail({ title, detail }, onRetry) {
      const block = notice("failure", title, detail, button("retry", {}, onRetry, say("retry")));
      block.setAttribute("role", "alert");
      settle(block);
    },
  };
}

function leadIn({ status, reason, short }: Answer, { say }: Words): HTMLElement[] {
  const lead: HTMLElement[] = [];
  // A newer server may know reasons that have no words here; then the answer's own have to do.
  const label = status === "partial" ? say("partial") : reason === null ? "" : say(reason);
  if (label !== "") lead.push(element("p", { class: "status" }, label));
  if (short !== null && status !== "unanswerable") {
    const unseen = element("bdi", { class: "unseen" }, `${say("shortAnswer")}: `);
    lead.push(element("p", { class: "short", dir: "auto" }, unseen, short));
  }
  return lead;
}

function underneath(answer: Answer, { words, linkOf, isEvidenceOpen, sendFeedback }: AnswerViewOptions): HTMLElement[] {
  const parts: HTMLElement[] = [];
  const isAnswered = answer.status !== "unanswerable";
  if (!isAnswered && answer.passages.length > 0) parts.push(closestPassages(answer.passages, words));
  if (answer.citations.length > 0) {
    parts.push(createEvidence(answer.citations, words, { isOpen: isEvidenceOpen, linkOf }));
  }
  const confidence = element("p", { class: "confidence" }, isAnswered ? confidenceIn(answer, words) : "");
  const actions = element("div", { class: "actions" }, confidence);
  actions.append(copyButton(words, () => answerMarkdown(answer, linkOf)));
  parts.push(actions);
  if (sendFeedback !== null) {
    const { thumbs, form } = createFeedbackForm(words, (rating, comment) => sendFeedback(answer, rating, comment));
    actions.append(...thumbs);
    parts.push(form);
  }
  return parts;
}

function confidenceIn({ confidence }: Answer, { say }: Words): string {
  return say(confidence >= likelyFrom ? "likely" : confidence >= probableFrom ? "probable" : "uncertain");
}

function closestPassages(passages: readonly PassageView[], { say }: Words): HTMLElement {
  const items = passages.slice(0, maxClosest).map(({ text, heading }) => {
    const path = element("p", { class: "note", dir: "auto" }, heading.join(" › "));
    path.hidden = heading.length === 0;
    return element("li", {}, element("blockquote", { dir: "auto" }, text), path);
  });
  return element("details", { class: "closest" }, element("summary", {}, say("closest")), element("ul", {}, ...items));
}

function notice(name: string, title: string, detail: string | null, action: HTMLElement): HTMLElement {
  const said = detail === null ? [] : [element("p", { class: "note", dir: "auto" }, detail)];
  return element("div", { class: `notice ${name}` }, element("p", { class: "notice-title" }, title), ...said, action);
}
