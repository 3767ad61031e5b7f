import { ChatElement } from "./chat-element.ts";
import type { ChatEventMap } from "./chat-events.ts";

declare global {
  interface HTMLElementTagNameMap {
    "annalist-chat": ChatElement;
  }
  interface HTMLElementEventMap extends ChatEventMap {}
}

/** Attributes of the element that the script tag may carry as `data-*`; any of them adds an element to the page. */
const settings = [
  "endpoint",
  "mode",
  "theme",
  "lang",
  "strings",
  "heading",
  "collection",
  "evidence",
  "feedback",
  "persist",
] as const;

defineElement(document.currentScript instanceof HTMLScriptElement ? document.currentScript : null);

/** The entry of the bundle: names the element and, where its script tag says so, puts one on the page. */
function defineElement(script: HTMLScriptElement | null): void {
  const home = script === null || script.src === "" ? "" : new URL(".", script.src).href;
  if (customElements.get("annalist-chat") === undefined) {
    customElements.define(
      "annalist-chat",
      class extends ChatElement {
        protected override readonly defaultEndpoint = home;
      },
    );
  }
  if (script === null || !settings.some((name) => name in script.dataset)) return;
  if (document.body === null) document.addEventListener("DOMContentLoaded", () => addElement(script, home));
  else addElement(script, home);
}

function addElement({ dataset }: HTMLScriptElement, home: string): void {
  const chat = document.createElement("annalist-chat");
  const values: Readonly<DOMStringMap> = { endpoint: home, mode: "launcher", ...dataset };
  for (const name of settings) {
    const value = values[name];
    if (value !== undefined) chat.setAttribute(name, value);
  }
  document.body.append(chat);
}
