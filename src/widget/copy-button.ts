import type { Words } from "./choose-words.ts";
import { button, element } from "./element.ts";
import { icon } from "./icon.ts";

/** A button that copies a text, made when it is pressed, and says beside itself whether that worked. */
export function copyButton({ say }: Words, textToCopy: () => string): HTMLElement {
  const status = element("span", { class: "note", role: "status" });
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(textToCopy());
      status.textContent = say("copied");
    } catch {
      status.textContent = say("notCopied");
    }
  };
  const attributes = { label: say("copy") };
  return element(
    "span",
    { class: "copy" },
    status,
    button("action", attributes, () => void copy(), icon("copy")),
  );
}
