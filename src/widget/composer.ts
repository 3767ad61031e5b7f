import { questionLimits } from "../client/ask-client.ts";
import type { Words } from "./choose-words.ts";
import { button, element } from "./element.ts";
import { icon } from "./icon.ts";

/** Characters left at which the counter appears. */
const counterFrom = 200;

export interface Composer {
  readonly root: HTMLElement;
  /** While busy the button stops the answer and Enter sends nothing. */
  setBusy(isBusy: boolean): void;
  focus(): void;
  /** Puts an earlier question into the field to be sent again in its place; `onSend` runs with what becomes of it. */
  edit(question: string): void;
}

export interface ComposerActions {
  /** Gets a trimmed question within the limits. */
  readonly onSend: (question: string) => void;
  readonly onStop: () => void;
  /** The person doesn't want to change the earlier question after all. */
  readonly onCancelEdit: () => void;
}

/** The question field with its one button. */
export function createComposer({ say }: Words, { onSend, onStop, onCancelEdit }: ComposerActions): Composer {
  const input = element("textarea", {
    id: "input",
    class: "input",
    rows: "1",
    dir: "auto",
    placeholder: say("inputHint"),
    "aria-label": say("inputLabel"),
    "aria-describedby": "counter",
    autocomplete: "off",
    enterkeyhint: "send",
  });
  const counter = element("p", { id: "counter", class: "counter", role: "status" });
  // One button for both jobs, so that the focus stays where it is; a double click must not stop what its first half sent.
  const action = button("send", {}, (event) => {
    if (event.detail > 1) return;
    if (busy) onStop();
    else send();
  });
  const editing = element(
    "p",
    { class: "editing" },
    say("editing"),
    " ",
    button("cancel", {}, cancelEdit, say("cancel")),
  );
  editing.hidden = true;
  let busy = false;

  function cancelEdit(): void {
    editing.hidden = true;
    input.value = "";
    update();
    input.focus();
    onCancelEdit();
  }

  function send(): void {
    const question = input.value.trim();
    if (busy || question === "" || excess(question) > 0) return;
    input.value = "";
    editing.hidden = true;
    update();
    onSend(question);
  }

  function update(): void {
    const question = input.value.trim();
    const over = excess(question);
    counter.textContent =
      over > 0 ? say("excess", { n: over }) : over >= -counterFrom ? say("remaining", { n: -over }) : "";
    input.setAttribute("aria-invalid", String(over > 0));
    action.setAttribute("aria-label", busy ? say("stop") : say("send"));
    action.setAttribute("aria-disabled", String(!busy && (question === "" || over > 0)));
    action.replaceChildren(icon(busy ? "stop" : "send"));
  }

  input.addEventListener("input", update);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !editing.hidden && !event.isComposing) {
      event.stopPropagation();
      cancelEdit();
    }
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  update();
  return {
    root: element("div", { class: "composer" }, counter, editing, element("div", { class: "field" }, input, action)),
    setBusy(isBusy) {
      busy = isBusy;
      update();
    },
    focus: () => input.focus(),
    edit(question) {
      input.value = question;
      editing.hidden = false;
      update();
      input.focus();
    },
  };
}

function excess(question: string): number {
  return [...question].length - questionLimits.maxCodePoints;
}
