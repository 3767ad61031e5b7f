import { streamAnswer } from "../client/ask-client.ts";
import { ClientError } from "../client/client-error.ts";
import { fetchSuggestions } from "../client/fetch-suggestions.ts";
import { recentTurns } from "../client/recent-turns.ts";
import type { Answer } from "../domain/answer.ts";
import type { Turn } from "../domain/question.ts";
import { type AnswerView, createAnswerView } from "./answer-view.ts";
import { createCitationPanel } from "./citation-panel.ts";
import { createComposer } from "./composer.ts";
import { describeFailure } from "./describe-failure.ts";
import { element } from "./element.ts";
import { safeLink } from "./safe-link.ts";
import type { Strings } from "./strings.ts";
import { createSuggestionList } from "./suggestion-list.ts";
import { createTranscript } from "./transcript.ts";

const maxStarters = 4;

export interface ChatView {
  readonly root: HTMLElement;
  /** Asks and resolves when the answer is complete, stopped or failed; while one is running it does nothing. */
  ask(question: string): Promise<void>;
  stop(): void;
  /** Loads the questions to start with. */
  offerStarters(): Promise<void>;
  /** Closes the citation panel; false when it was closed already. */
  closePanel(): boolean;
  focus(): void;
}

/** The conversation: what was said, the question field and the evidence beside it. `endpoint` is read at each request. */
export function createChatView({
  endpoint,
  strings,
}: {
  readonly endpoint: () => string;
  readonly strings: Strings;
}): ChatView {
  const composer = createComposer(strings, { onSend: (question) => void ask(question), onStop: stop });
  const panel = createCitationPanel(strings, composer.focus);
  const welcome = element(
    "div",
    { class: "welcome", part: "welcome" },
    element("p", { class: "welcome-title" }, strings.welcome),
    element("p", { class: "welcome-text" }, strings.promise),
  );
  const transcript = createTranscript(strings, welcome);
  const turns: Turn[] = [];
  let followUps: HTMLElement | null = null;
  let running: AbortController | null = null;

  async function ask(question: string): Promise<void> {
    if (running !== null) return;
    const controller = new AbortController();
    running = controller;
    followUps?.remove();
    const view = createAnswerView(question, {
      strings,
      onCite(citation, passages, opener) {
        const href = safeLink(citation.url, endpoint(), document.baseURI);
        panel.toggle({ citation, passages, href }, opener);
      },
    });
    transcript.add(view.root);
    setBusy(true);
    try {
      await showStream(question, view, controller.signal);
    } catch (error) {
      transcript.follow(() => showFailure(question, view, controller.signal.aborted ? null : error));
    } finally {
      running = null;
      setBusy(false);
    }
  }

  async function showStream(question: string, view: AnswerView, signal: AbortSignal): Promise<void> {
    for await (const event of streamAnswer(endpoint(), { question, history: recentTurns(turns) }, signal)) {
      if (event.type === "citation") view.text.addCitation(event.citation);
      if (event.type === "text-delta") transcript.follow(() => view.text.append(event.delta));
      if (event.type === "answer-end") transcript.follow(() => complete(question, view, event.answer));
      if (event.type === "answer-error") throw new ClientError("refused", event.error.detail);
    }
  }

  function complete(question: string, view: AnswerView, answer: Answer): void {
    view.complete(answer);
    turns.push({ role: "user", content: question }, { role: "assistant", content: answer.answer });
    followUps = createSuggestionList(strings.followUps, answer.suggestions, pick);
    view.root.append(followUps);
    transcript.announce(answer);
  }

  /** `error` is null when the person stopped the answer. */
  function showFailure(question: string, view: AnswerView, error: unknown): void {
    const retry = () => {
      if (running !== null) return;
      view.root.remove();
      pick(question);
    };
    if (error === null) view.stop(retry);
    else view.fail(describeFailure(error, navigator.onLine, strings), retry);
  }

  /** The button that was pressed goes away, so the focus moves to the question field. */
  function pick(question: string): void {
    if (running !== null) return;
    composer.focus();
    void ask(question);
  }

  function setBusy(isBusy: boolean): void {
    composer.setBusy(isBusy);
    transcript.setBusy(isBusy);
  }

  function stop(): void {
    running?.abort();
  }

  return {
    root: element("div", { class: "chat" }, transcript.root, transcript.announcer, panel.root, composer.root),
    ask,
    stop,
    async offerStarters() {
      welcome.append(createSuggestionList(strings.suggestions, await fetchSuggestions(endpoint(), maxStarters), pick));
    },
    closePanel: panel.close,
    focus: composer.focus,
  };
}
