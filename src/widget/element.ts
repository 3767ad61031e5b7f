/**
 * Builds one HTML element. Children are nodes or plain text, never markup: text from a document, a person or a model
 * can't become an element or an attribute that runs.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A push button with a class and a shadow part of one name; it never submits a form. */
export function button(
  name: string,
  attributes: Readonly<Record<string, string>>,
  onClick: (event: MouseEvent) => void,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  const made = element("button", { type: "button", class: name, part: name, ...attributes }, ...children);
  made.addEventListener("click", onClick);
  return made;
}
