import type { Citation } from "../domain/citation.ts";
import type { Words } from "./choose-words.ts";
import { button, element } from "./element.ts";
import { splitMarkers } from "./split-markers.ts";

export interface AnswerText {
  readonly root: HTMLElement;
  /** Makes a citation known; it must come before the text that uses its marker. */
  addCitation(citation: Citation): void;
  append(delta: string): void;
  /** The text so far, as it came, markers included. */
  text(): string;
  replace(text: string): void;
}

/** The words of an answer, with a superscript button for each marker whose citation is known; other brackets stay text. */
export function createAnswerText(words: Words, onCite: (citation: Citation, opener: HTMLElement) => void): AnswerText {
  const root = element("p", { class: "text", dir: "auto" });
  const citations = new Map<number, Citation>();
  let shown = "";

  function append(delta: string): void {
    shown += delta;
    for (const { text, marker } of splitMarkers(delta)) {
      const citation = marker === null ? undefined : citations.get(marker);
      root.append(citation === undefined ? text : citationButton(citation));
    }
  }

  function citationButton(citation: Citation): HTMLElement {
    const attributes = {
      "aria-label": `${words.say("source", { n: citation.marker })}: ${citation.title}`,
      "aria-description": citation.quote,
      "aria-expanded": "false",
      "aria-haspopup": "dialog",
      "aria-controls": "panel",
    };
    const opener = button("citation", attributes, () => onCite(citation, opener), String(citation.marker));
    // The style sheet shows it while the pointer or the focus is here; assistive technology hears it as the description.
    const tooltip = element("span", { class: "tooltip", role: "tooltip", dir: "auto" }, citation.quote);
    return element("sup", {}, opener, tooltip);
  }

  return {
    root,
    append,
    addCitation: (citation) => citations.set(citation.marker, citation),
    text: () => shown,
    replace(text) {
      root.replaceChildren();
      shown = "";
      append(text);
    },
  };
}
