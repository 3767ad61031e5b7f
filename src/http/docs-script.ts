/**
 * The script of `/docs`: a form under each route that takes a body, filled with the page's example. It builds elements
 * and text nodes only, so that whatever a server answers is shown and never run, and it calls this server alone.
 */
export const docsScript = `"use strict";
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
const key = make("input", { type: "password", autocomplete: "off", placeholder: "only where the server asks for one" });
document.querySelector("main section").before(make("p", {}, make("label", {}, "API key ", key)));

const show = async (response) => {
  const text = await response.text();
  const type = response.headers.get("content-type") || "";
  let shown = text;
  if (type.includes("json")) {
    try {
      shown = JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      shown = text;
    }
  }
  return response.status + " " + type + "\\n\\n" + shown;
};

for (const route of document.querySelectorAll("section[data-post]")) {
  const example = route.querySelector(".example");
  const body = make("textarea", { rows: 8, spellcheck: false, value: example.textContent });
  body.setAttribute("aria-label", "Body of POST " + route.dataset.post);
  const send = make("button", {}, "Send");
  const result = make("pre", { hidden: true, tabIndex: 0 });
  result.setAttribute("aria-live", "polite");
  const form = make("form", {}, body, send, result);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    send.disabled = true;
    result.hidden = false;
    result.textContent = "Sending";
    const headers = { "content-type": "application/json" };
    if (key.value !== "") headers.authorization = "Bearer " + key.value;
    try {
      const response = await fetch(route.dataset.post, { method: "POST", headers, body: body.value });
      result.textContent = await show(response);
    } catch (error) {
      result.textContent = "The server can't be reached: " + error.message;
    } finally {
      send.disabled = false;
    }
  });
  example.replaceWith(form);
}
`;
