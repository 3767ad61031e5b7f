import { createEmit } from "./chat-events.ts";
import { type ChatView, createChatView } from "./chat-view.ts";
import { chooseWords } from "./choose-words.ts";
import { button, element } from "./element.ts";
import { hideTooltips } from "./hide-tooltips.ts";
import { icon } from "./icon.ts";
import { keepAboveKeyboard } from "./keep-above-keyboard.ts";
import { widgetStyles } from "./widget-styles.ts";

/** Attributes that a change of makes the chat be built anew; the conversation goes on from where it was kept. */
const wording: readonly string[] = ["lang", "strings", "heading"];

/**
 * The element `<annalist-chat>`. Attributes: `endpoint` (base URL of an Annalist server), `mode` (`inline`, the default, or
 * `launcher`: a button that opens the chat, shown while `open` is set), `theme` (`auto`, `light`, `dark`), `lang` (`en`, `zh`,
 * `ar`; default: the page's), `strings` (JSON that overrides words), `heading`, `collection` (a sub-folder of the corpus),
 * `evidence="closed"`, `feedback="off"` and `persist="off"`. Events: see `ChatEvents`.
 */
export class ChatElement extends HTMLElement {
  static readonly observedAttributes = ["mode", "open", ...wording];

  /** The server to ask where the attribute `endpoint` is missing; an empty string means the page's own. */
  protected readonly defaultEndpoint: string = "";

  readonly #emit = createEmit(this);
  #view: ChatView | null = null;
  #launcher: HTMLElement | null = null;
  #frame: HTMLElement | null = null;
  #wasShown = false;
  #letGo: (() => void) | null = null;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = widgetStyles();
  }

  connectedCallback(): void {
    if (this.#view === null) this.#build();
    this.#update();
  }

  disconnectedCallback(): void {
    this.#view?.stop();
    this.#letGo?.();
    this.#letGo = null;
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.isConnected || before === after) return;
    if (wording.includes(name)) this.#build();
    this.#update();
  }

  /** Opens the chat of a launcher and puts the focus into its question field. */
  open(): void {
    const wasOpen = this.hasAttribute("open");
    this.setAttribute("open", "");
    this.#view?.focus();
    if (!wasOpen) this.#emit("annalist-open", null);
  }

  /** Closes the chat of a launcher and gives the focus back to its button; the conversation stays. */
  close(): void {
    const wasOpen = this.hasAttribute("open");
    this.removeAttribute("open");
    if (this.#isLauncher) this.#launcher?.focus();
    if (wasOpen) this.#emit("annalist-close", null);
  }

  /** Asks as if the question had been typed; resolves when the answer is complete, stopped or failed. */
  async ask(question: string): Promise<void> {
    const words = question.trim();
    if (words !== "") await this.#view?.ask(words);
  }

  /** Begins a new conversation; the old one is forgotten. */
  clear(): void {
    this.#view?.clear();
  }

  get #isLauncher(): boolean {
    return this.getAttribute("mode") === "launcher";
  }

  #build(): void {
    this.#view?.stop();
    const words = chooseWords(
      this.getAttribute("lang") ?? (document.documentElement.lang || "en"),
      this.getAttribute("strings"),
    );
    const { say, language, direction } = words;
    const heading = this.getAttribute("heading") ?? say("name");
    const endpoint = () => this.getAttribute("endpoint") ?? this.defaultEndpoint;
    const view = createChatView({
      words,
      heading,
      endpoint,
      emit: this.#emit,
      collection: () => this.getAttribute("collection"),
      storagePrefix: () => (this.getAttribute("persist") === "off" ? null : `annalist:${endpoint()}:${this.id}:`),
      isEvidenceOpen: () => this.getAttribute("evidence") !== "closed",
      asksFeedback: () => this.getAttribute("feedback") !== "off",
    });
    const clear = button("clear", { label: say("clear") }, () => this.clear(), icon("clear"));
    clear.addEventListener("click", view.focus);
    const head = element(
      "div",
      { class: "head" },
      element("p", { class: "name", dir: "auto" }, heading),
      clear,
      button("close", { label: say("close") }, () => this.close(), icon("close")),
    );
    const frame = element(
      "section",
      { class: "frame", "aria-label": heading, lang: language, dir: direction },
      head,
      view.root,
    );
    frame.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.stopPropagation();
      if (!view.closePanel() && !hideTooltips(frame) && this.#isLauncher) this.close();
    });
    const launcher = button(
      "launcher",
      { label: say("open"), lang: language, dir: direction },
      () => this.open(),
      icon("chat"),
    );
    this.shadowRoot?.replaceChildren(frame, launcher);
    [this.#view, this.#frame, this.#launcher, this.#wasShown] = [view, frame, launcher, false];
    this.#letGo?.();
    this.#letGo = null;
  }

  #update(): void {
    const frame = this.#frame;
    if (frame === null) return;
    const isShown = !this.#isLauncher || this.hasAttribute("open");
    frame.setAttribute("role", this.#isLauncher ? "dialog" : "region");
    this.#letGo ??= this.#isLauncher ? keepAboveKeyboard(frame) : null;
    if (!isShown || this.#wasShown) return;
    this.#wasShown = true;
    void this.#view?.offerStarters();
  }
}
