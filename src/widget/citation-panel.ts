import type { Citation } from "../domain/citation.ts";
import type { PassageView } from "../domain/passage.ts";
import type { Words } from "./choose-words.ts";
import { button, element } from "./element.ts";
import { formatDate } from "./format-date.ts";
import { icon } from "./icon.ts";
import { quoteInParagraph } from "./quote-in-paragraph.ts";

/** What the panel shows; `href` is an address that was found safe, or null. */
interface Evidence {
  readonly citation: Citation;
  readonly passages: readonly PassageView[];
  readonly href: string | null;
}

export interface CitationPanel {
  readonly root: HTMLElement;
  /** Shows the evidence and takes the focus; a second call from the same opener closes the panel. */
  toggle(evidence: Evidence, opener: HTMLElement): void;
  /** Closes and gives the focus back to the opener; false when nothing was open. */
  close(): boolean;
}

/** The cited sentence, marked inside its paragraph, with where it stands. `onFocusLost` runs when the opener is gone. */
export function createCitationPanel(words: Words, onFocusLost: () => void): CitationPanel {
  const root = element("div", {
    id: "panel",
    class: "panel",
    role: "dialog",
    tabindex: "-1",
    "aria-labelledby": "panel-title",
  });
  root.hidden = true;
  let opener: HTMLElement | null = null;

  function close(): boolean {
    if (opener === null) return false;
    const from = opener;
    opener = null;
    root.hidden = true;
    from.setAttribute("aria-expanded", "false");
    if (from.isConnected) from.focus();
    else onFocusLost();
    return true;
  }

  return {
    root,
    close,
    toggle(evidence, from) {
      if (opener === from) {
        close();
        return;
      }
      opener?.setAttribute("aria-expanded", "false");
      opener = from;
      from.setAttribute("aria-expanded", "true");
      const closeButton = button("close-panel", { label: words.say("close") }, close, icon("close"));
      root.replaceChildren(...panelContent(evidence, closeButton, words));
      root.hidden = false;
      root.focus({ preventScroll: true });
      scrollToMark(root);
      from.scrollIntoView({ block: "nearest" });
    },
  };
}

function panelContent(
  { citation, passages, href }: Evidence,
  closeButton: HTMLElement,
  { say, language }: Words,
): HTMLElement[] {
  const { before, quote, after, heading } = quoteInParagraph(citation, passages);
  const label = element("p", { id: "panel-title", class: "panel-label" }, say("source", { n: citation.marker }));
  const title = element("h2", { class: "panel-title", dir: "auto" }, citation.title);
  const date = citation.date ? formatDate(citation.date, language) : "";
  const when = element("p", { class: "note date", dir: "auto" }, date);
  when.hidden = date === "";
  const path = element("ol", { class: "path", dir: "auto" }, ...heading.map((each) => element("li", {}, each)));
  path.hidden = heading.length === 0;
  const mark = element("mark", { class: "quote" }, quote);
  const paragraph = element("blockquote", { class: "paragraph", dir: "auto" }, before, mark, after);
  const body = [title, when, path, paragraph];
  const head: HTMLElement[] = [label];
  if (href !== null) {
    const attributes = { class: "open", href, target: "_blank", rel: "noopener" };
    head.push(element("a", attributes, say("openDocument")));
  }
  head.push(closeButton);
  return [element("div", { class: "panel-head" }, ...head), element("div", { class: "panel-body" }, ...body)];
}

function scrollToMark(root: HTMLElement): void {
  const body = root.querySelector<HTMLElement>(".panel-body");
  const mark = root.querySelector<HTMLElement>("mark");
  if (body === null || mark === null) return;
  const below = mark.getBoundingClientRect().bottom - body.getBoundingClientRect().bottom;
  if (below > 0) body.scrollTop = mark.getBoundingClientRect().top - body.getBoundingClientRect().top - 24;
}
