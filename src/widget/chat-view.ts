import { streamAnswer } from "../client/ask-client.ts";
import { ClientError } from "../client/client-error.ts";
import { fetchSuggestions } from "../client/fetch-suggestions.ts";
import { recentTurns } from "../client/recent-turns.ts";
import { requestJson } from "../client/send-request.ts";
import type { Answer } from "../domain/answer.ts";
import type { Turn } from "../domain/question.ts";
import { type AnswerView, createAnswerView } from "./answer-view.ts";
import type { Emit } from "./chat-events.ts";
import type { Words } from "./choose-words.ts";
import { createCitationPanel } from "./citation-panel.ts";
import { createComposer } from "./composer.ts";
import { type Exchange, keepExchange, loadConversation, type NumberedExchange } from "./conversation-store.ts";
import { describeFailure } from "./describe-failure.ts";
import { element } from "./element.ts";
import { safeLink } from "./safe-link.ts";
import { createSuggestionList } from "./suggestion-list.ts";
import { createTranscript } from "./transcript.ts";

const maxStarters = 4;

/** Until a question whose connection was lost is asked once more. */
const reconnectAfterMs = 700;

/** How long events that came together are shown in one go; then the page gets its turn. */
const sliceMs = 12;

export interface ChatView {
  readonly root: HTMLElement;
  /** Asks and resolves when the answer is complete, stopped or failed; while one is running it does nothing. */
  ask(question: string): Promise<void>;
  stop(): void;
  /** Begins a new conversation; the old one is forgotten. */
  clear(): void;
  /** Loads the questions to start with. */
  offerStarters(): Promise<void>;
  /** Closes the citation panel; false when it was closed already. */
  closePanel(): boolean;
  focus(): void;
}

/** What the page chose; each is read when it is needed, because attributes may change. */
export interface ChatOptions {
  readonly words: Words;
  readonly heading: string;
  readonly emit: Emit;
  readonly endpoint: () => string;
  readonly collection: () => string | null;
  /** How the keys begin under which the conversation is kept in session storage; null for nowhere. */
  readonly storagePrefix: () => string | null;
  readonly isEvidenceOpen: () => boolean;
  readonly asksFeedback: () => boolean;
}

interface Entry extends NumberedExchange {
  answer: Answer | null;
  readonly view: AnswerView;
}

/** The conversation: what was said, the question field and the evidence beside it. */
export function createChatView(options: ChatOptions): ChatView {
  const { words, emit, endpoint } = options;
  const { say } = words;
  const composer = createComposer(words, { onSend: send, onStop: stop, onCancelEdit: () => setEdited(null) });
  const panel = createCitationPanel(words, composer.focus);
  const welcome = element(
    "div",
    { class: "welcome" },
    element("p", { class: "welcome-title" }, options.heading),
    element("p", { class: "welcome-text" }, say("promise")),
  );
  const transcript = createTranscript(words, welcome);
  const root = element("div", { class: "chat" }, transcript.root, transcript.announcer, panel.root, composer.root);
  const entries: Entry[] = [];
  let edited: Entry | null = null;
  let followUps: HTMLElement | null = null;
  let running: AbortController | null = null;
  restore();

  function send(question: string): void {
    if (edited !== null) dropFrom(edited);
    setEdited(null);
    void ask(question);
  }

  async function ask(question: string): Promise<void> {
    if (running !== null) return;
    const controller = new AbortController();
    running = controller;
    const turns = entries.flatMap(turnsOf);
    const entry = addEntry(question);
    keep(entry);
    setBusy(true);
    emit("annalist-question", { question });
    try {
      await showAnswer(entry, turns, controller.signal);
    } catch (error) {
      if (entries.includes(entry))
        transcript.follow(() => showFailure(entry, controller.signal.aborted ? null : error));
    } finally {
      running = null;
      setBusy(false);
    }
  }

  /** An answer only reads, so one whose connection was lost is asked for again, once and without a word from the person. */
  async function showAnswer(entry: Entry, turns: readonly Turn[], signal: AbortSignal): Promise<void> {
    try {
      await showStream(entry, turns, signal);
    } catch (error) {
      const isLost = error instanceof ClientError && (error.kind === "interrupted" || error.kind === "unreachable");
      if (!isLost || !navigator.onLine || signal.aborted) throw error;
      entry.view.restart();
      await new Promise((resolve) => setTimeout(resolve, reconnectAfterMs));
      await showStream(entry, turns, signal);
    }
  }

  async function showStream({ question, view }: Entry, turns: readonly Turn[], signal: AbortSignal): Promise<void> {
    const collection = options.collection();
    const request = { question, history: recentTurns(turns), ...(collection !== null && { collection }) };
    let since = performance.now();
    for await (const event of streamAnswer(endpoint(), request, signal)) {
      if (performance.now() - since > sliceMs) {
        await new Promise((resolve) => setTimeout(resolve));
        signal.throwIfAborted();
        since = performance.now();
      }
      if (event.type === "citation") view.text.addCitation(event.citation);
      if (event.type === "text-delta") transcript.follow(() => view.text.append(event.delta));
      if (event.type === "answer-end") complete(view, event.answer);
      if (event.type === "answer-error") throw new ClientError("refused", event.error.detail);
    }
  }

  function complete(view: AnswerView, answer: Answer): void {
    const entry = entries.find((each) => each.view === view);
    if (entry === undefined) return;
    entry.answer = answer;
    transcript.follow(() => showComplete(entry, answer));
    transcript.announce(answer);
    keep(entry);
    emit("annalist-answer", { answer });
  }

  function showComplete({ view }: Entry, answer: Answer): void {
    view.complete(answer);
    followUps = createSuggestionList(say("suggestions"), answer.suggestions, pick);
    view.root.append(followUps);
  }

  /** `error` is null when the person stopped the answer. */
  function showFailure(entry: Entry, error: unknown): void {
    if (error === null) {
      entry.view.stop(() => askAgain(entry));
      return;
    }
    const failure = describeFailure(error, navigator.onLine, words);
    entry.view.fail(failure, () => askAgain(entry));
    emit("annalist-error", failure);
    if (!navigator.onLine)
      addEventListener("online", () => entry === entries.at(-1) && askAgain(entry), { once: true });
  }

  function askAgain(entry: Entry): void {
    if (running !== null || !entries.includes(entry)) return;
    dropFrom(entry, entry);
    pick(entry.question);
  }

  /** The button that was pressed goes away, so the focus moves to the question field. */
  function pick(question: string): void {
    if (running !== null) return;
    composer.focus();
    void ask(question);
  }

  function addEntry(question: string, number = (entries.at(-1)?.number ?? 0) + 1): Entry {
    followUps?.remove();
    const view: AnswerView = createAnswerView(question, {
      words,
      linkOf,
      isEvidenceOpen: options.isEvidenceOpen(),
      onCite(citation, passages, opener) {
        panel.toggle({ citation, passages, href: linkOf(citation.url) }, opener);
        emit("annalist-citation", { citation });
      },
      onEdit: () => edit(entry),
      sendFeedback: options.asksFeedback() ? sendFeedback : null,
    });
    const entry: Entry = { number, question, answer: null, view };
    entries.push(entry);
    transcript.add(view.root);
    return entry;
  }

  function edit(entry: Entry): void {
    stop();
    setEdited(entry);
    composer.edit(entry.question);
  }

  function setEdited(entry: Entry | null): void {
    for (const each of entries)
      each.view.root.classList.toggle("replaced", entry !== null && entries.indexOf(each) >= entries.indexOf(entry));
    edited = entry;
  }

  /** Takes out an exchange and what came after it, or up to `last`. */
  function dropFrom(first: Entry, last: Entry | undefined = entries.at(-1)): void {
    panel.close();
    const from = entries.indexOf(first);
    if (from === -1 || last === undefined) return;
    for (const entry of entries.splice(from, entries.indexOf(last) - from + 1)) {
      transcript.remove(entry.view.root);
      keep(entry, true);
    }
  }

  function linkOf(url: string): string | null {
    return safeLink(url, endpoint(), document.baseURI);
  }

  async function sendFeedback({ id, question, answer }: Answer, rating: "up" | "down", comment: string | null) {
    const given = { answerId: id, question, answer, rating, ...(comment !== null && { comment }) };
    const read = (body: unknown): boolean => Object(body).stored === true;
    const stored = await requestJson(endpoint(), { path: "feedback", body: given }, read);
    emit("annalist-feedback", { answerId: id, rating, comment });
    return stored;
  }

  function restore(): void {
    const prefix = options.storagePrefix();
    for (const { number, question, answer } of prefix === null ? [] : loadConversation(prefix)) {
      const entry = addEntry(question, number);
      entry.answer = answer;
      if (answer === null) entry.view.stop(() => askAgain(entry), say("interrupted"));
      else showComplete(entry, answer);
    }
  }

  function keep({ number, question, answer }: Entry, isGone = false): void {
    const prefix = options.storagePrefix();
    if (prefix !== null) keepExchange(prefix, number, isGone ? null : { question, answer });
  }

  function setBusy(isBusy: boolean): void {
    composer.setBusy(isBusy);
    transcript.setBusy(isBusy);
  }

  function stop(): void {
    running?.abort();
  }

  return {
    root,
    ask,
    stop,
    clear() {
      stop();
      const [first] = entries;
      if (first !== undefined) dropFrom(first);
      setEdited(null);
      emit("annalist-clear", null);
    },
    async offerStarters() {
      welcome.append(createSuggestionList(say("suggestions"), await fetchSuggestions(endpoint(), maxStarters), pick));
    },
    closePanel: panel.close,
    focus: composer.focus,
  };
}

/** What a follow-up question rests on: only answers that were given. */
function turnsOf({ question, answer }: Exchange): Turn[] {
  if (answer === null) return [];
  return [
    { role: "user", content: question },
    { role: "assistant", content: answer.answer },
  ];
}
