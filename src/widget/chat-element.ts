import { type ChatView, createChatView } from "./chat-view.ts";
import { button, element } from "./element.ts";
import { icon } from "./icon.ts";
import { english as strings } from "./strings.ts";
import { widgetStyles } from "./widget-styles.ts";

/**
 * The element `<annalist-chat endpoint mode theme>`. `endpoint` is the base URL of an Annalist server, `mode` is `inline`
 * (default) or `launcher` (a button that opens the chat, shown while `open` is set), `theme` is `auto` (default), `light` or `dark`.
 */
export class ChatElement extends HTMLElement {
  static readonly observedAttributes = ["mode", "open"];

  /** The server to ask where the attribute `endpoint` is missing; an empty string means the page's own. */
  protected readonly defaultEndpoint: string = "";

  readonly #view: ChatView;
  readonly #frame: HTMLElement;
  readonly #launcher: HTMLElement;
  #hasStarters = false;

  constructor() {
    super();
    this.#view = createChatView({ endpoint: () => this.getAttribute("endpoint") ?? this.defaultEndpoint, strings });
    const head = element(
      "div",
      { class: "head", part: "head" },
      element("p", { class: "name" }, strings.name),
      button("close", { "aria-label": strings.close }, () => this.close(), icon("close")),
    );
    this.#frame = element(
      "section",
      { class: "frame", part: "frame", "aria-label": strings.name },
      head,
      this.#view.root,
    );
    this.#launcher = button("launcher", { "aria-label": strings.open }, () => this.open(), icon("chat"));
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = widgetStyles();
    root.append(this.#frame, this.#launcher);
    this.#frame.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.stopPropagation();
      if (!this.#view.closePanel() && this.#isLauncher) this.close();
    });
  }

  connectedCallback(): void {
    this.#update();
  }

  disconnectedCallback(): void {
    this.#view.stop();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#update();
  }

  /** Opens the chat of a launcher and puts the focus into its question field. */
  open(): void {
    this.setAttribute("open", "");
    this.#view.focus();
  }

  /** Closes the chat of a launcher and gives the focus back to its button; the conversation stays. */
  close(): void {
    this.removeAttribute("open");
    if (this.#isLauncher) this.#launcher.focus();
  }

  /** Asks as if the question had been typed; resolves when the answer is complete, stopped or failed. */
  ask(question: string): Promise<void> {
    return this.#view.ask(question);
  }

  get #isLauncher(): boolean {
    return this.getAttribute("mode") === "launcher";
  }

  #update(): void {
    const isShown = !this.#isLauncher || this.hasAttribute("open");
    this.#frame.setAttribute("role", this.#isLauncher ? "dialog" : "region");
    if (!isShown || this.#hasStarters) return;
    this.#hasStarters = true;
    void this.#view.offerStarters();
  }
}
