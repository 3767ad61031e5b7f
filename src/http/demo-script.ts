import { copyScript } from "./copy-script.ts";

/**
 * The script of `/`: the example questions become buttons that put them to the chat. It waits for the widget, so that there is
 * no button that does nothing.
 */
export const demoScript = `"use strict";
${copyScript}
const chat = document.querySelector("annalist-chat");
customElements.whenDefined("annalist-chat").then(() => {
  for (const item of document.querySelectorAll(".questions li")) {
    const question = item.textContent;
    const ask = document.createElement("button");
    ask.type = "button";
    ask.dir = "auto";
    ask.textContent = question;
    ask.addEventListener("click", () => {
      chat.ask(question);
      chat.scrollIntoView({ block: "nearest" });
    });
    item.replaceChildren(ask);
  }
});
`;
