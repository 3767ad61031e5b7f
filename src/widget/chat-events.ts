import type { Answer } from "../domain/answer.ts";
import type { Citation } from "../domain/citation.ts";
import type { Failure } from "./describe-failure.ts";

/** What a page can listen to on the element: name of the event -> its `detail`. All of them bubble out of shadow roots. */
export interface ChatEvents {
  "annalist-open": null;
  "annalist-close": null;
  "annalist-clear": null;
  "annalist-question": { readonly question: string };
  "annalist-answer": { readonly answer: Answer };
  "annalist-error": Failure;
  "annalist-citation": { readonly citation: Citation };
  "annalist-feedback": { readonly answerId: string; readonly rating: "up" | "down"; readonly comment: string | null };
}

/** The same for `addEventListener`. */
export type ChatEventMap = { readonly [Name in keyof ChatEvents]: CustomEvent<ChatEvents[Name]> };

export type Emit = <Name extends keyof ChatEvents>(name: Name, detail: ChatEvents[Name]) => void;

/** Sends the events of one element. */
export function createEmit(target: HTMLElement): Emit {
  return (name, detail) => target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
