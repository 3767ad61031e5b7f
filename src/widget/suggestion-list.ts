import { button, element } from "./element.ts";

/** Questions to pick from, as buttons; an empty list shows nothing. */
export function createSuggestionList(
  label: string,
  questions: readonly string[],
  onPick: (question: string) => void,
): HTMLElement {
  const items = questions.map((question) =>
    element(
      "li",
      {},
      button("suggestion", { dir: "auto" }, () => onPick(question), question),
    ),
  );
  const list = element("ul", { class: "suggestions", "aria-label": label }, ...items);
  list.hidden = items.length === 0;
  return list;
}
