/**
 * Hides the tooltip that shows in a chat until the pointer or the focus moves (WCAG 2.2, 1.4.13: dismissible); false where none
 * does.
 */
export function hideTooltips(frame: HTMLElement): boolean {
  if (frame.querySelector("sup:hover, .citation:focus-visible") === null || frame.classList.contains("quiet"))
    return false;
  frame.classList.add("quiet");
  for (const name of ["focusin", "pointermove"]) {
    frame.addEventListener(name, () => frame.classList.remove("quiet"), { once: true });
  }
  return true;
}
