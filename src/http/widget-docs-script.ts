import { copyScript } from "./copy-script.ts";

/**
 * The script of `/docs/widget`: buttons that call the methods of one chat, and a log of the events of all. It builds elements
 * and text nodes only, since questions, answers and quotes are shown in the log.
 */
export const widgetDocsScript = `"use strict";
${copyScript}
const calls = document.querySelector(".calls");
const target = document.getElementById(calls.dataset.target);
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const question = make("input", { type: "text", dir: "auto", maxLength: 2000, autocomplete: "off" });
fetch("/suggestions")
  .then((response) => response.json())
  .then(({ suggestions }) => {
    question.value ||= suggestions[0] ?? "";
  })
  .catch(() => {});
const call = (name, run) => make("button", { type: "button", className: "plain", onclick: run }, name);
customElements.whenDefined("annalist-chat").then(() => {
  calls.append(
    make("label", {}, "Question ", question),
    call("ask()", () => {
      target.open();
      target.ask(question.value);
    }),
    call("open()", () => target.open()),
    call("close()", () => target.close()),
    call("clear()", () => target.clear()),
  );
});

const maxEntries = 40;
const maxShown = 240;
const log = document.querySelector(".log");
const entries = log.querySelector("ol");
for (const name of log.dataset.events.split(" ")) {
  document.addEventListener(name, ({ target: { id }, detail }) => {
    const shown = JSON.stringify(detail);
    const words = shown.length > maxShown ? shown.slice(0, maxShown) + "…" : shown;
    entries.prepend(make("li", {}, make("code", {}, name), " #" + id + " ", make("span", { dir: "auto" }, words)));
    if (entries.children.length > maxEntries) entries.lastChild.remove();
  });
}
`;
