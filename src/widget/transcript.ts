import type { Answer } from "../domain/answer.ts";
import type { Words } from "./choose-words.ts";
import { element } from "./element.ts";
import { splitMarkers } from "./split-markers.ts";

/** How far, in pixels, a person may have scrolled away before the transcript stops following what is added. */
const followWithin = 80;

/** Space in pixels kept above a question. */
const spaceAbove = 16;

export interface Transcript {
  readonly root: HTMLElement;
  /** Says a finished answer to assistive technology, once. */
  readonly announcer: HTMLElement;
  add(exchange: HTMLElement): void;
  /** Takes out an exchange; with the last one the welcome comes back. */
  remove(exchange: HTMLElement): void;
  /**
   * Runs a change and, if the person has not scrolled away, shows its end without moving the question out of view. The scroll
   * waits for the next frame, so that a burst of changes costs one layout.
   */
  follow(change: () => void): void;
  announce(answer: Answer): void;
  setBusy(isBusy: boolean): void;
}

/**
 * The scrolling log of questions and answers. Its own live announcements are off, because a stream would be read out word
 * by word; the announcer beside it speaks each answer when it is complete.
 */
export function createTranscript(words: Words, welcome: HTMLElement): Transcript {
  const root = element("div", {
    class: "transcript",
    role: "log",
    "aria-live": "off",
    "aria-label": words.say("conversation"),
    tabindex: "0",
  });
  const announcer = element("p", { class: "unseen", role: "status", "aria-live": "polite", "aria-atomic": "true" });
  root.append(welcome);
  let last = welcome;
  let isDue = false;

  function readingPosition(): number {
    return Math.min(root.scrollHeight - root.clientHeight, Math.max(0, last.offsetTop - spaceAbove));
  }

  return {
    root,
    announcer,
    add(exchange) {
      welcome.remove();
      root.append(exchange);
      last = exchange;
      root.scrollTop = readingPosition();
    },
    remove(exchange) {
      exchange.remove();
      const remaining = root.lastElementChild;
      if (!(remaining instanceof HTMLElement)) root.append(welcome);
      last = remaining instanceof HTMLElement ? remaining : welcome;
    },
    follow(change) {
      if (!isDue) {
        isDue = true;
        const follows = Math.abs(readingPosition() - root.scrollTop) < followWithin;
        requestAnimationFrame(() => {
          isDue = false;
          if (follows) root.scrollTop = readingPosition();
        });
      }
      change();
    },
    announce(answer) {
      announcer.textContent = spoken(answer, words);
    },
    setBusy(isBusy) {
      root.setAttribute("aria-busy", String(isBusy));
    },
  };
}

function spoken({ short, status, answer, citations }: Answer, { say }: Words): string {
  const text = splitMarkers(answer)
    .filter(({ marker }) => marker === null || !citations.some((citation) => citation.marker === marker))
    .map((part) => part.text)
    .join("");
  const lead = short === null || status === "unanswerable" ? "" : `${say("shortAnswer")}: ${short}. `;
  return `${lead}${text}${citations.length > 0 ? ` ${say("sources", { n: citations.length })}.` : ""}`;
}
