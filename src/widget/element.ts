/**
 * Builds one HTML element. Children are nodes or plain text, never markup: text from a document, a person or a model
 * can't become an element or an attribute that runs. Whatever has a class is a shadow part of the same name for pages to style.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  const { class: part = "" } = attributes;
  for (const [name, value] of Object.entries({ part, ...attributes })) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A push button that never submits a form. `label` is for one that shows no words; pages and pointers see it as its title. */
export function button(
  name: string,
  { label, ...attributes }: Readonly<Record<string, string>>,
  onClick: (event: MouseEvent) => void,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  const named = label === undefined ? {} : { "aria-label": label, title: label };
  const made = element("button", { type: "button", class: name, ...named, ...attributes }, ...children);
  made.addEventListener("click", onClick);
  return made;
}
