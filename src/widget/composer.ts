import { questionLimits } from "../client/ask-client.ts";
import { button, element } from "./element.ts";
import { icon } from "./icon.ts";
import type { Strings } from "./strings.ts";

/** Characters left at which the counter appears. */
const counterFrom = 200;

export interface Composer {
  readonly root: HTMLElement;
  /** While busy the button stops the answer and Enter sends nothing. */
  setBusy(isBusy: boolean): void;
  focus(): void;
}

/** The question field with its one button. `onSend` gets a trimmed question within the limits. */
export function createComposer(
  strings: Strings,
  { onSend, onStop }: { readonly onSend: (question: string) => void; readonly onStop: () => void },
): Composer {
  const input = element("textarea", {
    id: "input",
    class: "input",
    part: "input",
    rows: "1",
    dir: "auto",
    placeholder: strings.inputHint,
    "aria-label": strings.inputLabel,
    "aria-describedby": "counter",
    autocomplete: "off",
    enterkeyhint: "send",
  });
  const counter = element("p", { id: "counter", class: "counter", part: "counter", role: "status" });
  // One button for both jobs, so that the focus stays where it is; a double click must not stop what its first half sent.
  const action = button("send", {}, (event) => {
    if (event.detail > 1) return;
    if (busy) onStop();
    else send();
  });
  let busy = false;

  function send(): void {
    const question = input.value.trim();
    if (busy || question === "" || excess(question) > 0) return;
    input.value = "";
    update();
    onSend(question);
  }

  function update(): void {
    const question = input.value.trim();
    const over = excess(question);
    counter.textContent = over > 0 ? strings.tooLong(over) : over >= -counterFrom ? strings.remaining(-over) : "";
    input.setAttribute("aria-invalid", String(over > 0));
    action.setAttribute("aria-label", busy ? strings.stop : strings.send);
    action.setAttribute("aria-disabled", String(!busy && (question === "" || over > 0)));
    action.replaceChildren(icon(busy ? "stop" : "send"));
  }

  input.addEventListener("input", update);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  update();
  return {
    root: element(
      "div",
      { class: "composer", part: "composer" },
      counter,
      element("div", { class: "field" }, input, action),
    ),
    setBusy(isBusy) {
      busy = isBusy;
      update();
    },
    focus: () => input.focus(),
  };
}

function excess(question: string): number {
  return [...question].length - questionLimits.maxCodePoints;
}
