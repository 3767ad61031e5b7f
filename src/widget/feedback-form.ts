import type { Words } from "./choose-words.ts";
import { button, element } from "./element.ts";
import { icon } from "./icon.ts";

const maxComment = 2000;

export type Rating = "up" | "down";

/** Resolves to whether the server keeps it; rejects when it could not be sent. */
export type SendFeedback = (rating: Rating, comment: string | null) => Promise<boolean>;

/** Two thumbs, and after one of them a field for a comment. The rating is sent at once, the comment behind it. */
export function createFeedbackForm({ say }: Words, send: SendFeedback): { thumbs: HTMLElement[]; form: HTMLElement } {
  const status = element("p", { class: "note", role: "status" });
  const comment = element("textarea", { class: "comment", rows: "2", dir: "auto" });
  comment.setAttribute("aria-label", say("comment"));
  comment.placeholder = say("comment");
  comment.maxLength = maxComment;
  const submit = button("retry", {}, () => void report(comment.value.trim()), say("send"));
  const field = element("div", {}, comment, submit);
  const form = element("div", { class: "feedback" }, field, status);
  form.hidden = true;
  let rating: Rating = "up";

  const thumbs = (["up", "down"] as const).map((each) => {
    const label = say(each === "up" ? "good" : "bad");
    const attributes = { label, "aria-pressed": "false", "data-rating": each };
    return button("action", attributes, () => rate(each), icon("good"));
  });

  function rate(chosen: Rating): void {
    rating = chosen;
    for (const [i, thumb] of thumbs.entries())
      thumb.setAttribute("aria-pressed", String((i === 0) === (chosen === "up")));
    field.hidden = false;
    form.hidden = false;
    form.scrollIntoView({ block: "nearest" });
    void report("");
  }

  async function report(words: string): Promise<void> {
    if (words !== "") {
      thumbs[rating === "up" ? 0 : 1]?.focus();
      field.hidden = true;
    }
    try {
      const isKept = await send(rating, words || null);
      status.textContent = say(isKept ? "thanks" : "notSent");
      if (!isKept) field.hidden = true;
    } catch {
      status.textContent = say("notSent");
      field.hidden = false;
    }
  }

  return { thumbs, form };
}
